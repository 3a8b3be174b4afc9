/// The keys under which the tables keep employers.
struct EmployerNames {
    private struct Name: Hashable {
        var key: String
        var name: String
    }

    private var keys: [Name: Int64] = [:]

    /// The table key of an employer; a new one is added to the ledger.
    mutating func key(of employerKey: String, name: String, in session: Session) throws -> Int64 {
        let employer = Name(key: employerKey, name: name)
        if let known = keys[employer] { return known }
        let cells: [Cell] = [.text(employerKey), .text(name)]
        try session.execute("INSERT OR IGNORE INTO employers (key, name) VALUES (?, ?)", cells)
        let found = try session.first("SELECT id FROM employers WHERE key = ? AND name = ?", cells) { $0.integer(0) }
        guard let found else { throw LedgerError(.other, path: "", detail: "employers") }
        keys[employer] = found
        return found
    }
}
