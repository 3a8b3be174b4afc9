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

/// By when intakes are looked at.
package enum IntakeTime: Hashable, Sendable {
    case now
    /// When the month was closed; now, if it is open.
    case closing
    /// When a revision of the month was made.
    case revision(Int)
}

extension Session {
    /// The last intake by a time of a month, 0 for none; `nil`: all were there.
    func lastIntake(of month: Month, by time: IntakeTime) throws -> Int64? {
        switch time {
        case .now: nil
        case .closing:
            try first("SELECT closed_intake FROM months WHERE month = ?", [Cell(month.index)]) {
                $0.optionalInteger(0)
            } ?? nil
        case .revision(let number): try lastIntake(before: number, of: month)
        }
    }

    /// Revisions without one tell it by the time of their run: they were made before all intakes, or by a program that did
    /// not keep it. Runs write their time without signs between the digits.
    private func lastIntake(before revision: Int, of month: Month) throws -> Int64? {
        let query = """
            SELECT CASE WHEN v.intakes <> '' THEN (SELECT id FROM intakes WHERE chain = v.intakes)
                WHEN started IS NULL THEN NULL
                ELSE (
                    SELECT coalesce(max(id), 0) FROM intakes
                    WHERE replace(replace(taken_at, '-', ''), ':', '') < started) END
            FROM revisions v, (
                SELECT min(r.started_at) AS started FROM runs r JOIN revisions w ON w.id = r.revision
                WHERE w.month = ?1 AND w.number = ?2)
            WHERE v.month = ?1 AND v.number = ?2
            """
        return try first(query, [Cell(month.index), Cell(revision)]) { $0.optionalInteger(0) } ?? nil
    }
}
