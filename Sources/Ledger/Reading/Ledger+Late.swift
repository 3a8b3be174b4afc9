package import Roster

extension Ledger {
    /// People of whom an answer for a closed month was brought in after it was closed.
    package func numbersAnswered(afterClosing month: Month) throws -> Set<String> {
        try connection.read { session in
            let query = """
                SELECT DISTINCT r.number FROM answers a JOIN registrations r ON r.id = a.registration
                JOIN months m ON m.month = a.month
                WHERE a.month = ? AND a.intake > m.closed_intake AND a.repeats = 0
                """
            return Set(try session.all(query, [Cell(month.index)]) { $0.text(0) })
        }
    }

    /// Corrections of a person's closed month by months before another, oldest first.
    package func corrections(of number: String, in closed: Month, before month: Month) throws -> [ChangeRow] {
        try connection.read { session in
            guard let key = try session.registration(number).map(Cell.integer) else { return [] }
            let revisions = try session.all(
                "SELECT month, revision FROM months WHERE month > ? AND month < ? AND revision IS NOT NULL ORDER BY month",
                [Cell(closed.index), Cell(month.index)]
            ) { (try $0.requiredMonth(0), Cell.integer($0.integer(1))) }
            var found: [ChangeRow] = []
            for (month, revision) in revisions {
                let changes = try session.all(CanonicalQuery.changes.personSQL, [revision, key]) {
                    try ChangeRow($0, month: month)
                }
                found += changes.filter { $0.correctedMonth == closed }
            }
            return found
        }
    }
}

extension Session {
    /// The last intake before a month was closed; `nil` for one that is open.
    func lastIntake(beforeClosing month: Month) throws -> Int64? {
        let found = try first("SELECT closed_intake FROM months WHERE month = ?", [Cell(month.index)]) { $0.cell(0) }
        return if case .integer(let intake)? = found { intake } else { nil }
    }
}
