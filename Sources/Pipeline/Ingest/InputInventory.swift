import Foundation
import Glibc
package import Roster

/// One file of a source, as found before a run.
package struct InputItem: Sendable, Equatable {
    package let source: SourceName
    /// Path relative to the data folder, as references name it.
    package let name: String
    package let path: String
    package let size: Int
    /// Modification time in nanoseconds since 1970, to notice a file that changes while it is read.
    package let modified: Int64
}

/// The files of a data folder, sorted into sources by their globs.
package struct InputInventory: Sendable {
    /// Files by source, each list sorted bytewise by name.
    package let items: [SourceName: [InputItem]]

    /// Lists the data folder and sorts its files by the sources' globs. A file that two sources claim is refused
    /// (exit 65); a data folder that is missing is exit 66.
    package init(of folder: String, sources: [SourceDefinition]) throws {
        guard Folder.isFolder(folder, followingLink: true) else {
            throw RunError(missingFolder: folder)
        }
        var items: [SourceName: [InputItem]] = [:]
        for name in try Folder.files(below: folder) {
            let claims = sources.filter { $0.includes(file: name) }.map(\.name)
            guard let source = claims.first else { continue }
            guard claims.count == 1 else {
                throw RunError(claimedBy: claims, file: name)
            }
            items[source, default: []].append(try InputItem(source: source, name: name, folder: folder))
        }
        self.items = items
    }

    /// All files, by source name, then by file name.
    package var all: [InputItem] {
        items.keys.sorted().flatMap { items[$0] ?? [] }
    }
}

extension RunError {
    /// Exit 66: there is no data folder.
    init(missingFolder folder: String) {
        self.init(
            .inputMissing, code: "E201",
            message: LocalizedText(zh: "找不到数据目录", en: "the data folder is missing"), place: folder)
    }

    /// Exit 66: there is no file where one was named.
    init(missingFile path: String) {
        self.init(
            .inputMissing, code: "E209", message: LocalizedText(zh: "找不到文件", en: "there is no such file"),
            place: path)
    }

    /// Exit 65: a file that several sources claim.
    init(claimedBy sources: [SourceName], file: String) {
        self.init(
            .inputRefused, code: "E202",
            message: LocalizedText(
                zh: "文件同时属于数据源 \(sources.map(\.text).joined(separator: "、"))",
                en: "the file belongs to several sources: \(sources.map(\.text).joined(separator: ", "))"),
            hint: LocalizedText(zh: "修改流程文件中的通配符", en: "make the globs of the pipeline file distinct"),
            place: file)
    }
}

extension InputItem {
    init(source: SourceName, name: String, folder: String) throws {
        let path = "\(folder)/\(name)"
        let status = try FileStatus(of: path)
        self.init(source: source, name: name, path: path, size: status.size, modified: status.modified)
    }

    /// Whether size or modification time differ from what the inventory saw.
    package func hasChanged() throws -> Bool {
        let status = try FileStatus(of: path)
        return status.size != size || status.modified != modified
    }

    /// Exit 75: the file is still being written.
    package func changing() -> RunError {
        RunError(
            .tryAgain, code: "E203",
            message: LocalizedText(zh: "文件正在变化，可能仍在复制", en: "the file is changing; it may still be being copied"),
            hint: LocalizedText(zh: "等复制完成后再运行", en: "run again when the copy is complete"), place: name)
    }
}

/// Size and modification time of a regular file.
struct FileStatus {
    let size: Int
    let modified: Int64

    /// Exit 65 if there is something else than a regular file at `path`, exit 74 or 77 if it can't be looked at.
    init(of path: String) throws {
        var status = stat()
        guard unsafe lstat(path, &status) == 0 else { throw RunError.inputOutput(path, errno: errno) }
        guard status.st_mode & S_IFMT != S_IFDIR else {
            throw RunError(
                .inputRefused, code: "E204", message: LocalizedText(zh: "是目录，不是文件", en: "a folder, not a file"),
                place: path)
        }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw RunError(
                .inputRefused, code: "E204",
                message: LocalizedText(zh: "不是普通文件（链接、管道或设备）", en: "not a regular file (a link, a pipe or a device)"),
                place: path)
        }
        size = Int(status.st_size)
        modified = Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec)
    }
}
