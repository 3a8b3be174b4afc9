import Foundation

/// Why a file of the configuration could not be read.
package struct UnreadableFile: Error, Hashable {
    package let reason: UnreadableReason
}

/// The folder of a pipeline file, from which the tables' paths go.
package struct ConfigurationFolder: Sendable {
    /// As the user wrote it, with `/` at its end, or empty for the working folder.
    let prefix: String
    /// The files by their paths, where they do not lie in a folder but in a ledger.
    private let kept: [String: [UInt8]]?

    /// The folder of a file.
    package init(of file: String) {
        prefix = file.lastIndex(of: "/").map { String(file[...$0]) } ?? ""
        kept = nil
    }

    /// A folder of nothing but these files.
    init(kept: [String: [UInt8]]) {
        (prefix, self.kept) = ("", kept)
    }

    /// The path under which a file of the folder is named in messages.
    func display(_ path: String) -> String { path.hasPrefix("/") ? path : prefix + path }

    /// The bytes of a regular file of at most `largest` bytes.
    func read(_ path: String, largest: Int = 64 << 20) -> Result<[UInt8], UnreadableFile> {
        if let kept { return kept[path].map(Result.success) ?? .failure(UnreadableFile(reason: .notFound)) }
        let url = URL(fileURLWithPath: display(path)).resolvingSymlinksInPath()
        let manager = FileManager.default
        guard manager.fileExists(atPath: url.path) else { return .failure(UnreadableFile(reason: .notFound)) }
        do {
            let attributes = try manager.attributesOfItem(atPath: url.path)
            guard attributes[.type] as? FileAttributeType == .typeRegular else {
                return .failure(UnreadableFile(reason: .notAFile))
            }
            guard manager.isReadableFile(atPath: url.path) else {
                return .failure(UnreadableFile(reason: .noPermission))
            }
            let handle = try FileHandle(forReadingFrom: url)
            let data = try handle.read(upToCount: largest) ?? Data()
            try handle.close()
            return .success(Array(data))
        } catch {
            return .failure(UnreadableFile(reason: .other))
        }
    }
}
