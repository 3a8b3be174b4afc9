/// The keys under which the tables keep employers.
struct EmployerNames {
    private struct Name: Hashable {
        var key: String
        var name: String

        /// By bytes: to hash Chinese text as text normalises it first.
        func hash(into hasher: inout Hasher) {
            unsafe key.utf8Span.span.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
            unsafe name.utf8Span.span.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
        }

        static func == (left: Name, right: Name) -> Bool {
            left.key.utf8.elementsEqual(right.key.utf8) && left.name.utf8.elementsEqual(right.name.utf8)
        }
    }

    private var keys: [Name: Int64] = [:]

    /// The table key of an employer; a new one is added to the ledger.
    mutating func key(
        of employerKey: String, name: String, _ statements: RowStatements, in session: Session
    ) throws -> Int64 {
        let employer = Name(key: employerKey, name: name)
        if let known = keys[employer] { return known }
        let cells: [Cell] = [.text(employerKey), .text(name)]
        try statements.employer.run(cells)
        if session.changedRows == 1 {
            keys[employer] = session.lastInsertedRow
            return session.lastInsertedRow
        }
        let found = try session.first("SELECT id FROM employers WHERE key = ? AND name = ?", cells) { $0.integer(0) }
        guard let found else { throw LedgerError(.other, path: "", detail: "employers") }
        keys[employer] = found
        return found
    }
}
