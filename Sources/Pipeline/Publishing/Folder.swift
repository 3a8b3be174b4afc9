import Foundation
import Glibc

/// Folders of the program's own: private, listed in a fixed order, synchronised to disk.
enum Folder {
    /// Creates a folder with mode 0700. Exit 73 or 77 if it can't be made.
    static func create(_ path: String) throws {
        guard unsafe mkdir(path, 0o700) == 0 else { throw RunError.cannotCreate(path, errno: errno) }
    }

    /// Creates a folder and its parents unless it is there.
    static func createIfAbsent(_ path: String) throws {
        var status = stat()
        if unsafe stat(path, &status) == 0 {
            guard status.st_mode & S_IFMT == S_IFDIR else { throw RunError.cannotCreate(path, errno: ENOTDIR) }
            return
        }
        let parent = URL(filePath: path).deletingLastPathComponent().path
        if parent != path, !parent.isEmpty { try createIfAbsent(parent) }
        try create(path)
    }

    /// The names in a folder, sorted bytewise, without `.` and `..`.
    static func names(in path: String) throws -> [String] {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: path)
                .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        } catch {
            throw RunError.inputOutput(path, errno: SystemFault.number(of: error))
        }
    }

    /// All files below a folder as paths relative to it, sorted bytewise.
    static func files(below path: String) throws -> [String] {
        var found: [String] = []
        for name in try names(in: path) {
            if isFolder("\(path)/\(name)") {
                found += try files(below: "\(path)/\(name)").map { "\(name)/\($0)" }
            } else {
                found.append(name)
            }
        }
        return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// Whether there is a folder at `path`.
    static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return unsafe lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// Brings every file and folder below `path`, and the folder itself, to disk.
    static func synchronise(_ path: String) throws {
        for name in try names(in: path) {
            let child = "\(path)/\(name)"
            if isFolder(child) { try synchronise(child) } else { try synchroniseEntry(child) }
        }
        try synchroniseEntry(path)
    }

    /// Brings one file, or the entries of one folder, to disk.
    static func synchroniseEntry(_ path: String) throws {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { throw RunError.inputOutput(path, errno: errno) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw RunError.inputOutput(path, errno: errno) }
    }
}
