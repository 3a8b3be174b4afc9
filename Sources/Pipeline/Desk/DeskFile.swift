import Foundation
import Glibc
import Tabular

/// A file that a command writes for whoever asked. What lies under the name may be somebody's work, or the ledger: only what
/// this program would write again is replaced.
enum DeskFile {
    /// Writes a page, in place of an older page of the same: under the name there is at every moment a whole page or none.
    /// Exit 73 if something else has the name, or if it can't be created.
    static func write(_ page: MarkedPage, to path: String) throws {
        if Folder.exists(path), try !page.mayReplace(path) { throw RunError(taken: path) }
        try write(to: path, { try OutputFile.write(Array(page.html.utf8), to: $0) }) { part in
            try move(part, to: path)
        }
    }

    /// Writes a file unless the same is there already. Exit 73 if another has the name.
    static func write(to path: String, _ body: (String) throws -> Void) throws {
        try write(to: path, body) { part in
            guard Folder.exists(path) else { return try move(part, to: path) }
            let isSame = FileManager.default.contentsEqual(atPath: part, andPath: path)
            try FileManager.default.removeItem(atPath: part)
            guard isSame else { throw RunError(taken: path) }
        }
    }

    /// Writes a file under the first name that is free or holds the same already, and returns the name: `a.xlsx`,
    /// `a_2.xlsx` and on.
    static func writeNumbered(_ stem: String, _ ending: String, _ body: (String) throws -> Void) throws -> String {
        var (number, path) = (1, stem + ending)
        try write(to: path, body) { part in
            while Folder.exists(path), !FileManager.default.contentsEqual(atPath: part, andPath: path) {
                number += 1
                path = "\(stem)_\(number)\(ending)"
            }
            try move(part, to: path)
        }
        return path
    }

    private static func write(
        to path: String, _ body: (String) throws -> Void, then place: (String) throws -> Void
    ) throws {
        let part = "\(path).part"
        if Folder.exists(part) { try FileManager.default.removeItem(atPath: part) }
        try body(part)
        try place(part)
    }

    private static func move(_ part: String, to path: String) throws {
        guard unsafe rename(part, path) == 0 else {
            let code = errno
            try FileManager.default.removeItem(atPath: part)
            throw RunError.cannotCreate(path, errno: code)
        }
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
