internal import GRDB

/// The one connection to a ledger file, with SQLite's settings and its errors put into the ledger's own words.
final class Connection: Sendable {
    /// The file, as given.
    let path: String
    private let queue: DatabaseQueue

    /// Opens an existing SQLite file. Its header and schema are not looked at here.
    init(path: String, access: LedgerAccess) throws {
        self.path = path
        do {
            queue = try DatabaseQueue(path: path, configuration: Connection.configuration(access))
        } catch let error as DatabaseError {
            throw Connection.translate(error, path: path)
        }
    }

    /// Lets `body` use the connection. One body at a time; a transaction may stay open from one to the next.
    func perform<Value>(_ body: (Session) throws -> Value) throws -> Value {
        do {
            return try queue.unsafeReentrantWrite { try body(Session(database: $0)) }
        } catch let error as DatabaseError {
            throw Connection.translate(error, path: path)
        } catch let error as LedgerError where error.path.isEmpty {
            throw LedgerError(error.kind, path: path, detail: error.detail)
        }
    }

    /// Lets `body` read one state of the file, whatever others write meanwhile.
    func read<Value>(_ body: (Session) throws -> Value) throws -> Value {
        try perform { session in
            session.isInsideTransaction
                ? try body(session)
                : try Connection.transaction(session, begin: "BEGIN DEFERRED", body)
        }
    }

    /// Lets `body` write; all of it or nothing reaches the file.
    func write<Value>(_ body: (Session) throws -> Value) throws -> Value {
        try perform { try Connection.transaction($0, begin: "BEGIN IMMEDIATE", body) }
    }

    private static func transaction<Value>(
        _ session: Session, begin: String, _ body: (Session) throws -> Value
    ) throws -> Value {
        try session.execute(begin)
        do {
            let value = try body(session)
            try session.execute("COMMIT")
            return value
        } catch {
            try session.rollBack()
            throw error
        }
    }

    /// Copies the whole file to another connection's.
    func backUp(to other: Connection) throws {
        do {
            try queue.backup(to: other.queue)
        } catch let error as DatabaseError {
            throw Connection.translate(error, path: other.path)
        }
    }

    /// Closes the file; statements still in use keep it open until they end.
    func close() throws {
        do { try queue.close() } catch let error as DatabaseError { throw Connection.translate(error, path: path) }
    }

    private static func configuration(_ access: LedgerAccess) -> Configuration {
        var configuration = Configuration()
        configuration.readonly = access == .readOnly
        configuration.foreignKeysEnabled = true
        configuration.allowsUnsafeTransactions = true
        configuration.publicStatementArguments = false
        configuration.busyMode = .timeout(2)
        configuration.label = "ledger"
        configuration.prepareDatabase { database in
            for pragma in pragmas { try database.execute(sql: "PRAGMA \(pragma)") }
        }
        return configuration
    }

    /// A rollback journal leaves one file at rest, and costs nothing for pages that are appended.
    private static let pragmas = [
        "trusted_schema = OFF", "cell_size_check = ON", "synchronous = FULL", "temp_store = MEMORY",
        "cache_size = -65536",
    ]

    private static func translate(_ error: DatabaseError, path: String) -> LedgerError {
        LedgerError(kind(of: error), path: path, detail: error.message ?? "")
    }

    private static func kind(of error: DatabaseError) -> LedgerError.Kind {
        switch error.extendedResultCode {
        case .SQLITE_READONLY_ROLLBACK, .SQLITE_READONLY_RECOVERY, .SQLITE_READONLY_CANTINIT: return .needsRecovery
        default: break
        }
        // All statements are the program's own: a table or column that they don't find was taken away.
        if error.resultCode == .SQLITE_ERROR, error.message?.hasPrefix("no such ") == true { return .damaged }
        return switch error.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED: .locked
        case .SQLITE_NOTADB: .notALedger
        case .SQLITE_CORRUPT: .damaged
        case .SQLITE_FULL: .full
        case .SQLITE_IOERR: .inputOutput
        case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_READONLY, .SQLITE_AUTH: .permission
        default: .other
        }
    }
}
