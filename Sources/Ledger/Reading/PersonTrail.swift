package import Roster

/// All that the ledger holds of one registration in one revision of a month.
package struct PersonTrail: Sendable {
    package var row: LedgerRow
    /// In the order recorded.
    package var evidence: [EvidenceRecord]
    /// Answers that the month's files held.
    package var surveys: [SurveyAnswer]
    package var change: ChangeRow?
    package var lastContactOn: Day?
    package var revision: Revision
    /// The published manifest; empty if it was not kept.
    package var manifest: String
    /// What the work list says beyond the row.
    package var listed: ListedNote?
}

/// One month in which a registration stood in the ledger.
package struct PersonMonthLine: Hashable, Sendable {
    package var month: Month
    package var revision: Int
    /// The revision is the one that counts.
    package var isCurrent: Bool
    package var status: StatusCode
    package var rule: String
    package var change: ChangeKind
}

/// Something that was brought in by hand, and from where.
package struct BroughtIn<Value: Sendable>: Sendable {
    package var value: Value
    package var file: String
    package var sheet: String
    package var row: Int
    package var takenAt: String
    /// It came after the revision that was asked of.
    package var isLater: Bool
}

extension Ledger {
    /// The registration numbers that a text names: itself, or those of an ID number, latest registration last.
    package func registrations(named text: String) throws -> [String] {
        try connection.read { session in
            if try session.registration(text) != nil { return [text] }
            let query = """
                SELECT DISTINCT r.number, p.registered_on FROM people p JOIN registrations r ON r.id = p.registration
                WHERE p.id_number = ? ORDER BY p.registered_on, r.number
                """
            let found = try session.all(query, [.text(text)]) { $0.text(0) }
            return found.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
        }
    }

    /// Every month and revision that holds a registration, in order.
    package func months(of number: String) throws -> [PersonMonthLine] {
        try connection.read { session in
            guard let key = try session.registration(number) else { return [] }
            return try session.all(
                """
                SELECT v.month, v.number, v.id = m.revision, s.status, s.rule, s.change
                FROM revisions v JOIN months m ON m.month = v.month
                JOIN statuses s ON s.revision = v.id AND s.registration = ? ORDER BY v.month, v.number
                """, [.integer(key)]
            ) { row in
                PersonMonthLine(
                    month: try row.requiredMonth(0), revision: Int(row.integer(1)),
                    isCurrent: row.flag(2), status: StatusCode(row.text(3)), rule: row.text(4),
                    change: try StoredWord.value(row.text(5), column: "change"))
            }
        }
    }

    /// What a month holds of a registration; `nil` if nothing, or if there is no such revision.
    package func trail(of number: String, in month: Month, revision: Int? = nil) throws -> PersonTrail? {
        try connection.read { session in
            guard let key = try session.registration(number).map(Cell.integer),
                let (revision, id, manifest) = try Revision.find(month, revision, in: session)
            else { return nil }
            let files = try FileNames(in: session)
            let query = CanonicalQuery.statuses.personSQL
            let found = try session.first(query, [id, key]) { row in
                (
                    try LedgerRow(
                        row, month: month, revision: revision.number,
                        evidence: try files.references(row.optionalText(34))), try row.day(32)
                )
            }
            guard let (row, lastContactOn) = found else { return nil }
            return PersonTrail(
                row: row, evidence: try session.all(CanonicalQuery.evidence.personSQL, [id, key], EvidenceRecord.init),
                surveys: try session.all(CanonicalQuery.surveys.personSQL, [id, key]) { try SurveyAnswer($0, from: 1) },
                change: try session.first(CanonicalQuery.changes.personSQL, [id, key]) {
                    try ChangeRow($0, month: month)
                },
                lastContactOn: lastContactOn, revision: revision, manifest: manifest,
                listed: try session.first(CanonicalQuery.listed.personSQL, [id, key]) { try ListedNote($0, from: 1) })
        }
    }

    /// Answers of a registration in the files of all months before one, by their current revisions, with the month whose files held them.
    package func surveys(of number: String, before month: Month) throws -> [(month: Month, answer: SurveyAnswer)] {
        try connection.read { session in
            guard let key = try session.registration(number).map(Cell.integer) else { return [] }
            let query = """
                SELECT s.answered_on, s.method, s.outcome, s.employer, s.employed_on, s.note, s.surveyor, m.month
                FROM months m JOIN surveys s ON s.revision = m.revision AND s.registration = ?
                WHERE m.month < ? ORDER BY m.month, s.answered_on, s.method, s.outcome
                """
            return try session.all(query, [key, Cell(month.index)]) { row in
                (try row.requiredMonth(7), try SurveyAnswer(row, from: 0))
            }
        }
    }

    /// Answers of a registration that came back by command, oldest first; which of them came after a revision.
    package func answers(of number: String, after revision: Revision) throws -> [BroughtIn<SurveyAnswer>] {
        try broughtIn(.answers, of: number, after: revision) { try SurveyAnswer($0, from: 1) }
    }

    /// Confirmed statuses of a registration, by month and day; which of them came after a revision.
    package func confirmations(of number: String, after revision: Revision) throws -> [BroughtIn<ConfirmedStatus>] {
        try broughtIn(.confirmations, of: number, after: revision) { row in
            ConfirmedStatus(
                month: try row.requiredMonth(1), status: StatusCode(row.text(3)),
                confirmedBy: row.text(4), confirmedOn: try row.requiredDay(2), ends: row.flag(5))
        }
    }

    private func broughtIn<Value>(
        _ table: IntakeRows, of number: String, after revision: Revision,
        _ read: (ResultRow) throws -> Value
    ) throws -> [BroughtIn<Value>] {
        try connection.read { session in
            let last = try session.lastIntake(of: revision.month, by: .revision(revision.number)) ?? .max
            let columns = """
                , (SELECT file FROM intakes WHERE id = h.intake), (SELECT taken_at FROM intakes WHERE id = h.intake)
                , h.intake
                """
            let query = table.query(where: "r.number = ? AND h.repeats = 0", more: columns)
            let own = table.columnCount
            return try session.all(query, [.text(number)]) { row in
                BroughtIn(
                    value: try read(row), file: row.text(own + 3), sheet: row.text(own),
                    row: Int(row.integer(own + 1)), takenAt: row.text(own + 4), isLater: row.integer(own + 5) > last)
            }
        }
    }
}
