import Foundation
import Glibc

/// A failed call of the operating system, mapped to the exit code that tells it.
enum SystemFault {
    /// What to do when the system refuses to read or write.
    static let hint = LocalizedText(zh: "检查磁盘空间和权限后重新运行", en: "check free space and permissions, then run again")

    /// Exit `kind`, or 77 if the system forbids it: `verb` could not be done to `path`.
    static func fault(_ kind: RunError.Kind, _ verb: LocalizedText, _ path: String, _ number: Int32) -> RunError {
        let cause = unsafe String(cString: strerror(number))
        let actual: RunError.Kind = number == EACCES || number == EPERM ? .noPermission : kind
        return RunError(
            actual, code: "E\(400 + Int(actual.rawValue))",
            message: LocalizedText(zh: "\(verb.zh)：\(cause)", en: "\(verb.en): \(cause)"),
            hint: hint, place: path)
    }

    /// The system's number behind an error of Foundation; `EIO` where it tells none.
    static func number(of error: any Error) -> Int32 {
        let cause = (error as? CocoaError)?.underlying ?? error
        return (cause as? POSIXError)?.code.rawValue ?? EIO
    }
}

extension RunError {
    /// Exit 73 (77 if not permitted): `path` can't be created.
    static func cannotCreate(_ path: String, errno number: Int32) -> RunError {
        SystemFault.fault(.cannotCreate, LocalizedText(zh: "无法创建", en: "can't create"), path, number)
    }

    /// Exit 74 (77 if not permitted): reading or writing `path` failed.
    package static func inputOutput(_ path: String, errno number: Int32) -> RunError {
        SystemFault.fault(.inputOutput, LocalizedText(zh: "读写失败", en: "reading or writing failed"), path, number)
    }
}
