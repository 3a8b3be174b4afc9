/// The look at a ledger file when it is opened: is it one, is it ours to read, is it whole?
struct LedgerCheck {
    let file: LedgerFile
    let access: LedgerAccess

    /// Up to this size the whole file is looked through.
    private static let thoroughSize: Int64 = 16 << 20

    /// Throws what is wrong with the file; makes the tables where an empty file is to be written.
    func run(on connection: Connection) throws {
        if try connection.perform(isEmpty) {
            guard access == .write else { throw error(.notALedger, "empty") }
            return try connection.write(Schema.create)
        }
        try connection.perform { session in
            try checkOwner(session)
            try checkWhole(session)
            if access == .write { try session.execute(script: "PRAGMA journal_mode = DELETE") }
        }
        let version = try connection.perform { try number("user_version", $0) }
        if version < Schema.version { try Migration(path: file.path).run(from: version, on: connection) }
    }

    /// The first access: SQLite repairs here what an interrupted run left.
    private func isEmpty(_ session: Session) throws -> Bool {
        try session.first("SELECT count(*) FROM sqlite_schema") { $0.integer(0) } == 0
            && number("page_count", session) <= 1
    }

    private func checkOwner(_ session: Session) throws {
        guard try number("application_id", session) == Schema.applicationID else { throw error(.notALedger, "") }
        let version = try number("user_version", session)
        guard version <= Schema.version else { throw error(.newerVersion, "version \(version)") }
        guard version > 0 else { throw error(.damaged, "version \(version)") }
        let oldest = access == .write ? Migration.oldest : Schema.version
        guard version >= oldest else { throw error(.olderVersion, "version \(version)") }
    }

    private func checkWhole(_ session: Session) throws {
        let (pages, pageSize) = (try number("page_count", session), try number("page_size", session))
        let size = try file.size()
        guard pages * pageSize <= size else { throw error(.damaged, "\(size) of \(pages * pageSize) bytes") }
        guard size <= LedgerCheck.thoroughSize else { return }
        let verdict = try session.first("PRAGMA quick_check(1)") { $0.text(0) }
        guard verdict == "ok" else { throw error(.damaged, verdict ?? "") }
    }

    private func number(_ pragma: String, _ session: Session) throws -> Int64 {
        try session.first("PRAGMA \(pragma)") { $0.integer(0) } ?? 0
    }

    private func error(_ kind: LedgerError.Kind, _ detail: String) -> LedgerError {
        LedgerError(kind, path: file.path, detail: detail)
    }
}
