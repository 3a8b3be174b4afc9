import CSystem
import Foundation
import Glibc
import Tabular

/// A file that a command writes for whoever asked. What lies under the name may be somebody's work, or the ledger: only what
/// this program would write again is replaced.
enum DeskFile {
    /// Writes a page, in place of an older page of the same: under the name there is at every moment a whole page or none.
    /// Exit 73 if something else has the name, or if it can't be created.
    static func write(_ page: MarkedPage, to path: String) throws {
        try withPart(of: path) { part in
            try OutputFile.write(Array(page.html.utf8), to: part)
            if try place(part, as: path) { return }
            guard try page.mayReplace(path) else { throw RunError(taken: path) }
            guard unsafe rename(part, path) == 0 else { throw RunError.cannotCreate(path, errno: errno) }
        }
    }

    /// Writes a file unless the same is there already. Exit 73 if another has the name.
    static func write(to path: String, _ body: (String) throws -> Void) throws {
        try withPart(of: path) { part in
            try body(part)
            guard try place(part, as: path) || isSame(part, path) else { throw RunError(taken: path) }
        }
    }

    /// Writes a file under the first name that is free or holds the same already, and returns the name: `a.xlsx`,
    /// `a_2.xlsx` and on.
    static func writeNumbered(_ stem: String, _ ending: String, _ body: (String) throws -> Void) throws -> String {
        try withPart(of: stem + ending) { part in
            try body(part)
            var (number, path) = (1, stem + ending)
            while try !place(part, as: path) && !isSame(part, path) {
                number += 1
                path = "\(stem)_\(number)\(ending)"
            }
            return path
        }
    }

    /// A free name beside a file to write it under; nothing is left there.
    private static func withPart<Result>(of path: String, _ body: (String) throws -> Result) throws -> Result {
        let names = (1...).lazy.map { $0 == 1 ? "\(path).part" : "\(path).part\($0)" }
        guard let part = names.first(where: { !Folder.exists($0) }) else { throw RunError(taken: path) }
        // Whether there is something to be removed or not: what went wrong before is what is to be told.
        defer { _ = unsafe unlink(part) }
        return try body(part)
    }

    /// Gives a written file its name; `false` if the name is taken.
    private static func place(_ part: String, as path: String) throws -> Bool {
        if unsafe taizhang_rename_new(part, path) == 0 { return true }
        // Some file systems of networks can't do that in one step.
        if errno == EINVAL, !Folder.exists(path), unsafe rename(part, path) == 0 { return true }
        guard Folder.exists(path) else { throw RunError.cannotCreate(path, errno: errno) }
        return false
    }

    private static func isSame(_ part: String, _ path: String) -> Bool {
        FileManager.default.contentsEqual(atPath: part, andPath: path)
    }
}

extension RunError {
    /// Exit 73: the name is taken by something that the program would not write.
    init(taken path: String) {
        self.init(
            .cannotCreate, code: "E236",
            message: LocalizedText(zh: "已有别的文件，不覆盖", en: "another file is there already and is not replaced"),
            hint: LocalizedText(zh: "换一个文件名或文件夹", en: "name another file or folder"), place: path)
    }
}
