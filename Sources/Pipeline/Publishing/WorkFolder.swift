import CSystem
import Foundation
import Glibc

/// The hidden folder in which a month is written before it is published by one rename.
///
/// A month in `OUT` is whole or absent: everything is written and synchronised here, then the folder takes the month's
/// name. What a killed run left behind is removed by the next one, which holds the lock.
package struct WorkFolder: Sendable {
    /// Where the month's files are written.
    package let path: String
    private let output: String

    private static let prefix = ".work-"

    /// Makes an empty working folder in `output`, after removing what earlier runs left there.
    package init(in output: String, month: String) throws {
        self.output = output
        path = "\(output)/\(WorkFolder.prefix)\(month)"
        try WorkFolder.removeLeftovers(in: output)
        try Folder.create(path)
    }

    /// Removes the folder and all in it, if it is still there.
    package func discard() {
        // What can't be removed now, the next run removes before it begins, or says why not.
        try? FileManager.default.removeItem(atPath: path)
    }

    /// Brings every file and folder in it to disk.
    package func synchronise() throws {
        try Folder.synchronise(path)
    }

    /// Makes the folder visible as `name`. The one it replaces is removed, or moved aside first under a name of its own:
    /// then the month is absent for a moment, and a run killed in it is repeated by the next one.
    ///
    /// It has to be synchronised before; the parent is synchronised here. Exit 73 if the file system can't swap two folders.
    package func publish(as name: String, keepingOldAs kept: String? = nil) throws {
        let target = "\(output)/\(name)"
        if let kept, unsafe taizhang_rename_new(target, "\(output)/\(kept)") != 0 {
            throw RunError.cannotCreate("\(output)/\(kept)", errno: errno)
        }
        if unsafe taizhang_rename_new(path, target) != 0 {
            guard errno == EEXIST else { throw RunError.cannotCreate(target, errno: errno) }
            try exchange(with: target)
        }
        try Folder.synchroniseEntry(output)
        discard()
    }

    private func exchange(with target: String) throws {
        guard unsafe taizhang_exchange(path, target) != 0 else { return }
        guard errno == EINVAL || errno == ENOSYS else { throw RunError.cannotCreate(target, errno: errno) }
        throw RunError(
            .cannotCreate, code: "E402",
            message: LocalizedText(
                zh: "输出目录所在的文件系统不能原子交换两个目录", en: "the file system of the output folder can't swap two folders"),
            hint: LocalizedText(zh: "把输出目录放到本地磁盘上", en: "put the output folder on a local disk"), place: target)
    }

    private static func removeLeftovers(in output: String) throws {
        for name in try Folder.names(in: output) where name.hasPrefix(prefix) {
            let path = "\(output)/\(name)"
            do {
                try FileManager.default.removeItem(atPath: path)
            } catch {
                throw RunError.inputOutput(path, errno: SystemFault.number(of: error))
            }
        }
    }
}
