import Foundation
import Glibc
import Tabular

/// A page that a command writes again and again under one name.
enum PageFile {
    /// Writes the page, in place of an older one: under the name there is at every moment a whole page or none. Exit 73 if
    /// it can't be created.
    static func write(_ html: String, to path: String) throws {
        let part = "\(path).part"
        if FileManager.default.fileExists(atPath: part) { try FileManager.default.removeItem(atPath: part) }
        try OutputFile.write(Array(html.utf8), to: part)
        guard unsafe rename(part, path) == 0 else {
            let code = errno
            try FileManager.default.removeItem(atPath: part)
            throw RunError.cannotCreate(path, errno: code)
        }
    }
}
