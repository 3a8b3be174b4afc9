import CSystem
import Foundation
import Glibc

/// The folder that a linkage publishes: written beside its place and moved there when it is whole.
struct LinkageFolder: Sendable {
    /// Where the files are written.
    let path: String
    private let target: String

    /// What every such folder holds: one that lacks it is somebody else's.
    private static let mark = "model.yaml"

    /// Makes an empty folder beside `target`. Exit 73 if `target` is there and holds anything but an earlier linkage.
    init(_ target: String) throws {
        let url = URL(filePath: target).standardizedFileURL
        let (parent, name) = (url.deletingLastPathComponent().path, url.lastPathComponent)
        self.target = url.path
        path = "\(parent)/.match-\(name)"
        try LinkageFolder.checkReplaceable(self.target)
        try Folder.createIfAbsent(parent)
        if Folder.exists(path) { try FileManager.default.removeItem(atPath: path) }
        try Folder.create(path)
    }

    private static func checkReplaceable(_ target: String) throws {
        guard Folder.exists(target) else { return }
        guard Folder.isFolder(target) else { throw RunError.cannotCreate(target, errno: ENOTDIR) }
        let names = try Folder.names(in: target)
        guard names.isEmpty || names.contains(mark) && names.contains("pairs.csv") else {
            throw RunError(
                .cannotCreate, code: "E403",
                message: LocalizedText(
                    zh: "输出目录里有别的文件，不能替换", en: "the output folder holds other files and is not replaced"),
                hint: LocalizedText(zh: "另指定一个目录", en: "name another folder"), place: target)
        }
    }

    /// Throws the folder away.
    func discard() {
        // What can't be removed now, the next run removes before it begins, or says why not.
        try? FileManager.default.removeItem(atPath: path)
    }

    /// Brings all to disk and puts the folder in its place; an earlier one is removed.
    func publish() throws {
        try Folder.synchronise(path)
        if unsafe taizhang_rename_new(path, target) != 0 {
            guard errno == EEXIST, unsafe taizhang_exchange(path, target) == 0 else {
                throw RunError.cannotCreate(target, errno: errno)
            }
        }
        try Folder.synchroniseEntry(URL(filePath: target).deletingLastPathComponent().path)
        discard()
    }
}
