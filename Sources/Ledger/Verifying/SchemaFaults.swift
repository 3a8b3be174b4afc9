import Roster

extension Session {
    /// Tables whose columns, and views, indices and triggers whose text, are not those that the program makes; what is
    /// missing or was added.
    func schemaFaults() throws -> [LedgerFault] {
        let (found, expected) = (try shapes(), try Session.expectedShapes())
        let names = Set(found.keys).union(expected.keys).filter { found[$0] != expected[$0] }
        return names.sorted(by: precedesBytewise).map { LedgerFault(.schema, table: $0) }
    }

    /// By name. Tables of older programs were brought up by other statements: of them the columns are told.
    private func shapes() throws -> [String: String] {
        let query = """
            SELECT m.name, m.type || ' ' || CASE m.type WHEN 'table' THEN
                (SELECT group_concat(text, ',') FROM (
                    SELECT c.name || ' ' || c.type || c."notnull" || c.pk AS text FROM pragma_table_xinfo(m.name) c ORDER BY text))
                ELSE m.sql END
            FROM sqlite_schema m WHERE m.name NOT LIKE 'sqlite_%'
            """
        return Dictionary(try all(query) { ($0.text(0), $0.text(1)) }) { first, _ in first }
    }

    /// Those of a new ledger.
    private static func expectedShapes() throws -> [String: String] {
        let connection = try Connection(path: ":memory:", access: .write)
        defer { _ = Result { try connection.close() } }
        return try connection.perform { session in
            try Schema.create(in: session)
            return try session.shapes()
        }
    }
}
