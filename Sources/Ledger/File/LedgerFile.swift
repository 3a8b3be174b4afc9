import Foundation

/// How a ledger is opened.
package enum LedgerAccess: Sendable {
    /// For a run: the file is made if it is missing, and repaired if a run was interrupted.
    case write
    /// For everything else: no byte of the file or its folder changes.
    case readOnly
}

/// What can be said of a ledger file from outside, before SQLite opens it.
struct LedgerFile {
    let path: String

    /// Finds the file fit to be opened, or makes an empty one where a ledger is to be written.
    func prepare(for access: LedgerAccess) throws {
        guard FileManager.default.fileExists(atPath: path) else {
            guard access == .write else { throw LedgerError(.missing, path: path) }
            return try create()
        }
        try checkKind()
        if access == .readOnly { try checkIsAtRest() }
    }

    /// Bytes on disk.
    func size() throws -> Int64 {
        let size = try attributes()[.size] as? NSNumber
        return size?.int64Value ?? 0
    }

    /// Makes an empty file that nobody else may read. Throws `permission` if there is one already or none can be made.
    func create() throws {
        guard !FileManager.default.fileExists(atPath: path) else {
            throw LedgerError(.permission, path: path, detail: "exists already")
        }
        let made = FileManager.default.createFile(
            atPath: path, contents: Data(), attributes: [.posixPermissions: 0o600])
        guard made else { throw LedgerError(.permission, path: path, detail: "cannot be created") }
    }

    private func checkKind() throws {
        let attributes = try attributes()
        guard attributes[.type] as? FileAttributeType == .typeRegular else {
            throw LedgerError(.notALedger, path: path, detail: "not a regular file")
        }
        let mode = (attributes[.posixPermissions] as? NSNumber)?.intValue ?? 0
        guard mode & 0o077 == 0 else {
            throw LedgerError(.exposed, path: path, detail: "mode " + String(mode & 0o777, radix: 8))
        }
    }

    /// A ledger rests without a write-ahead log. One that has it was left by an interrupted run, and reading it would
    /// write beside it.
    private func checkIsAtRest() throws {
        let writeVersion = try header().dropFirst(18).first
        if writeVersion == 2 || FileManager.default.fileExists(atPath: path + "-wal") {
            throw LedgerError(.needsRecovery, path: path, detail: "write-ahead log")
        }
    }

    private func header() throws -> Data {
        do {
            let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
            defer { file.closeFile() }
            return try file.read(upToCount: 100) ?? Data()
        } catch {
            throw LedgerError(.permission, path: path, detail: "cannot be read")
        }
    }

    private func attributes() throws -> [FileAttributeKey: Any] {
        do {
            return try FileManager.default.attributesOfItem(atPath: path)
        } catch {
            throw LedgerError(.permission, path: path, detail: "cannot be looked at")
        }
    }
}
