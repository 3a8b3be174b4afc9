package import Roster

extension Ledger {
    /// Hands a month's rows to `body`, by registration number, from the current revision or the one asked for.
    ///
    /// Throws `noSuchMonth` if it is not in the ledger. The rows are read as they are asked for; the ledger cannot be
    /// used from within `body`.
    package func forEachRow(
        of month: Month, revision: Int? = nil, _ body: (LedgerRow) throws -> Void
    ) throws {
        try read(month, revision) { session, key, number in
            let files = try FileNames(in: session)
            try session.forEach(CanonicalQuery.statuses.sql, [key]) { row in
                let evidence = try files.references(row.optionalText(34))
                try body(try LedgerRow(row, month: month, revision: number, evidence: evidence))
            }
        }
    }

    /// Hands a month's evidence to `body`, by registration number and in the order recorded.
    package func forEachEvidence(
        of month: Month, revision: Int? = nil, _ body: (_ registrationNumber: String, EvidenceRecord) throws -> Void
    ) throws {
        try read(month, revision) { session, key, _ in
            try session.forEach(CanonicalQuery.evidence.sql, [key]) { try body($0.text(0), try EvidenceRecord($0)) }
        }
    }

    /// Hands a month's changes to `body`: those of people in its ledger by registration number, then the others.
    package func forEachChange(
        of month: Month, revision: Int? = nil, _ body: (ChangeRow) throws -> Void
    ) throws {
        try read(month, revision) { session, key, _ in
            try session.forEach(CanonicalQuery.changes.sql, [key]) { try body(try ChangeRow($0, month: month)) }
        }
    }

    /// The names of towns kept with a month's current revision, or another, by code.
    package func townNames(of month: Month, revision: Int? = nil) throws -> [String: String] {
        var names: [String: String] = [:]
        try read(month, revision) { session, key, _ in
            try session.forEach(CanonicalQuery.towns.sql, [key]) { names[$0.text(0)] = $0.text(1) }
        }
        return names
    }

    /// What a month's work lists say beyond the rows, by registration number.
    package func listedNotes(of month: Month) throws -> [String: ListedNote] {
        var notes: [String: ListedNote] = [:]
        try read(month, nil) { session, key, _ in
            try session.forEach(CanonicalQuery.listed.sql, [key]) { notes[$0.text(0)] = try ListedNote($0, from: 1) }
        }
        return notes
    }

    private func read(
        _ month: Month, _ number: Int?, _ body: (_ session: Session, _ key: Cell, _ number: Int) throws -> Void
    ) throws {
        try connection.read { session in
            let found = try session.first(
                """
                SELECT v.id, v.number FROM revisions v JOIN months m ON m.month = v.month
                WHERE v.month = ?1 AND CASE WHEN ?2 IS NULL THEN v.id = m.revision ELSE v.number = ?2 END
                """, [Cell(month.index), Cell(number)]
            ) { (Cell.integer($0.integer(0)), Int($0.integer(1))) }
            guard let (key, number) = found else { throw LedgerError(.noSuchMonth, path: path, detail: "\(month)") }
            try body(session, key, number)
        }
    }
}
