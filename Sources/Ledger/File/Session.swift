internal import GRDB
internal import GRDBSQLite

/// One access to the ledger's connection. Statements are prepared once and kept by their text.
///
/// Together with `Connection` the only place that knows GRDB.
struct Session {
    let database: Database

    /// Runs statements without arguments: schema, pragmas.
    func execute(script: String) throws {
        try database.execute(sql: script)
    }

    /// Runs one statement.
    func execute(_ sql: String, _ cells: [Cell] = []) throws {
        try prepare(sql).run(cells)
    }

    /// The statement of this text, prepared at its first use.
    func prepare(_ sql: String) throws -> PreparedStatement {
        PreparedStatement(statement: try database.cachedStatement(sql: sql))
    }

    /// Hands each row of a query to `body`. A row may not be kept.
    func forEach(_ sql: String, _ cells: [Cell] = [], _ body: (ResultRow) throws -> Void) throws {
        let statement = try database.makeStatement(sql: sql)
        let cursor = try Row.fetchCursor(statement, arguments: StatementArguments(cells))
        while let row = try cursor.next() {
            try body(ResultRow(row: row))
        }
    }

    /// What `read` makes of a query's first row, or `nil` if there is none.
    func first<Value>(_ sql: String, _ cells: [Cell] = [], _ read: (ResultRow) throws -> Value) throws -> Value? {
        let statement = try database.cachedStatement(sql: sql)
        let cursor = try Row.fetchCursor(statement, arguments: StatementArguments(cells))
        return try cursor.next().map { try read(ResultRow(row: $0)) }
    }

    /// What `read` makes of every row of a query.
    func all<Value>(_ sql: String, _ cells: [Cell] = [], _ read: (ResultRow) throws -> Value) throws -> [Value] {
        var values: [Value] = []
        try forEach(sql, cells) { values.append(try read($0)) }
        return values
    }

    /// Takes back what the open transaction did, if there still is one: after some errors SQLite has done so itself.
    func rollBack() throws {
        if isInsideTransaction { try execute("ROLLBACK") }
    }

    /// The row number of the row inserted last.
    var lastInsertedRow: Int64 { database.lastInsertedRowID }

    /// How many rows the last statement inserted, changed or removed.
    var changedRows: Int { database.changesCount }

    /// Whether a transaction is open.
    var isInsideTransaction: Bool { database.isInsideTransaction }
}

/// A statement that is run again and again with other values.
struct PreparedStatement {
    let statement: Statement

    /// Runs the statement, which returns no rows, with these values, part after part, in the order of its question marks.
    func run(_ parts: [Cell]...) throws {
        // Straight to SQLite: what GRDB does around a statement costs as much as one of these.
        let handle = unsafe statement.sqliteStatement
        defer { unsafe sqlite3_reset(handle) }
        var index: CInt = 0
        for part in parts {
            for place in part.indices {
                index += 1
                let code = unsafe PreparedStatement.bind(part[place], at: index, of: handle)
                guard code == SQLITE_OK else { throw unsafe PreparedStatement.failure(code, of: handle) }
            }
        }
        let marks = unsafe sqlite3_bind_parameter_count(handle)
        precondition(index == marks, "as many values as question marks")
        let code = unsafe sqlite3_step(handle)
        guard code == SQLITE_DONE else { throw unsafe PreparedStatement.failure(code, of: handle) }
    }

    private static func failure(_ code: CInt, of handle: OpaquePointer) -> DatabaseError {
        let message = unsafe String(cString: sqlite3_errmsg(sqlite3_db_handle(handle)))
        return DatabaseError(resultCode: ResultCode(rawValue: code), message: message)
    }

    /// SQLite copies the value.
    private static func bind(_ cell: borrowing Cell, at index: CInt, of handle: OpaquePointer) -> CInt {
        switch cell {
        case .null: unsafe sqlite3_bind_null(handle, index)
        case .integer(let value): unsafe sqlite3_bind_int64(handle, index, value)
        case .text(let value):
            unsafe value.utf8Span.span.withUnsafeBytes { bytes in
                // An empty text has no address, and no address would be NULL.
                guard let base = bytes.baseAddress else {
                    return unsafe sqlite3_bind_text(handle, index, "", 0, copied)
                }
                let text = unsafe base.assumingMemoryBound(to: CChar.self)
                return unsafe sqlite3_bind_text(handle, index, text, CInt(bytes.count), copied)
            }
        }
    }

    /// SQLITE_TRANSIENT, a macro that Swift does not see: the value is copied before the call returns.
    private static var copied: sqlite3_destructor_type { unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self) }
}

/// A row of a query's result, read by the position of its columns.
struct ResultRow {
    let row: Row

    /// The number in a column that always holds one.
    func integer(_ column: Int) -> Int64 { row[column] }
    /// The number in a column, or `nil` if it is empty.
    func optionalInteger(_ column: Int) -> Int64? { row[column] }
    /// The text in a column that always holds one.
    func text(_ column: Int) -> String { row[column] }
    /// The text in a column, or `nil` if it is empty.
    func optionalText(_ column: Int) -> String? { row[column] }

    /// The cell of a column whose type the caller does not know.
    func cell(_ column: Int) -> Cell {
        let value: DatabaseValue = row[column]
        return switch value.storage {
        case .null, .double, .blob: .null
        case .int64(let number): .integer(number)
        case .string(let text): .text(text)
        }
    }

    /// Number of columns.
    var count: Int { row.count }
}

extension Cell: DatabaseValueConvertible {
    var databaseValue: DatabaseValue {
        switch self {
        case .null: .null
        case .integer(let value): value.databaseValue
        case .text(let value): value.databaseValue
        }
    }

    static func fromDatabaseValue(_ value: DatabaseValue) -> Cell? {
        switch value.storage {
        case .null: Cell.null
        case .int64(let number): .integer(number)
        case .string(let text): .text(text)
        case .double, .blob: nil
        }
    }
}
