/// Seals of rows that a command changes after it made them: they are made from the tables, when the row is whole.
enum RowSeals: String {
    case revisions, intakes

    /// The row's cells behind its key, and its seal behind them; the one argument is the key.
    private var query: String {
        switch self {
        case .revisions:
            """
            SELECT v.month, v.number, v.identity, v.inputs, p.digest, v.program, v.previous_chain, v.chain, v.published,
                v.manifest, v.people, v.intakes, v.seal
            FROM revisions v LEFT JOIN pipelines p ON p.id = v.pipeline WHERE v.id = ?
            """
        case .intakes: "SELECT file, content, taken_at, taken_by, chain, seal FROM intakes WHERE id = ?"
        }
    }

    /// The seal that a row should have, and the one that it has. Throws `unreadableRow` if there is no such row.
    private func seals(of key: Cell, in session: Session) throws -> (made: Int64, kept: Int64) {
        let found = try session.first(query, [key]) { row in
            var serializer = RowSerializer()
            return (serializer.row((0..<row.count - 1).map(row.cell)), row.integer(row.count - 1))
        }
        guard let found else { throw LedgerError(.unreadableRow, path: "", detail: rawValue) }
        return found
    }

    /// Whether a row is as it was sealed.
    func holds(_ key: Cell, in session: Session) throws -> Bool {
        let (made, kept) = try seals(of: key, in: session)
        return made == kept
    }

    /// Seals a row as it is now.
    func renew(_ key: Cell, in session: Session) throws {
        let made = try seals(of: key, in: session).made
        try session.execute("UPDATE \(rawValue) SET seal = ? WHERE id = ?", [.integer(made), key])
    }

    /// Seals all rows as they are now.
    func renewAll(in session: Session) throws {
        for key in try session.all("SELECT id FROM \(rawValue)", [], { $0.cell(0) }) { try renew(key, in: session) }
    }
}
