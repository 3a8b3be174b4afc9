import Glibc

/// A failed call of the operating system, mapped to the exit code that tells it.
enum SystemFault {
    /// The error for a file or folder that can't be made.
    static func fault(_ kind: RunError.Kind, _ verb: LocalizedText, _ path: String, _ number: Int32) -> RunError {
        let cause = unsafe String(cString: strerror(number))
        let actual: RunError.Kind = number == EACCES || number == EPERM ? .noPermission : kind
        return RunError(
            actual, code: "E\(400 + Int(actual.rawValue))",
            message: LocalizedText(zh: "\(verb.zh)：\(cause)", en: "\(verb.en): \(cause)"),
            hint: LocalizedText(zh: "检查磁盘空间和权限后重新运行", en: "check free space and permissions, then run again"),
            place: path)
    }
}

extension RunError {
    /// Exit 73 (77 if not permitted): `path` can't be created.
    static func cannotCreate(_ path: String, errno number: Int32) -> RunError {
        SystemFault.fault(.cannotCreate, LocalizedText(zh: "无法创建", en: "can't create"), path, number)
    }

    /// Exit 74 (77 if not permitted): reading or writing `path` failed.
    static func inputOutput(_ path: String, errno number: Int32) -> RunError {
        SystemFault.fault(.inputOutput, LocalizedText(zh: "读写失败", en: "reading or writing failed"), path, number)
    }
}
