import Roster

extension Ledger {
    /// Hands the ledger's content to `line`, one row a line without its end: what the current revisions hold and what
    /// people brought in by hand, but neither revision numbers nor digests, runs or audit.
    ///
    /// Two ledgers that came to the same months by other ways (re-runs, another order) give the same lines. A line is
    /// table, month and the canonical cells, joined by tabs.
    package func canonicalDump(_ line: (String) throws -> Void) throws {
        try connection.read { session in
            let files = try FileNames(in: session)
            for revision in try Revision.all(in: session) {
                try line("month\t\(revision.month)\t\(revision.people)")
                guard let key = try session.currentRevisionKey(of: revision.month) else { continue }
                for table in CanonicalQuery.allCases {
                    try session.forEach(table.sql, [.integer(key)]) { row in
                        let cells = try row.canonicalCells(of: table, files: files)
                        try line("\(table.rawValue)\t\(revision.month)\t" + cells.dumped)
                    }
                }
            }
            try dumpHands(session, line)
        }
    }

    private func dumpHands(_ session: Session, _ line: (String) throws -> Void) throws {
        for (name, query) in Ledger.handQueries {
            try session.forEach(query) { row in
                try line("\(name)\t" + (0..<row.count).map(row.cell).dumped)
            }
        }
    }

    private static let handQueries: KeyValuePairs = [
        "answers": """
        SELECT a.month, r.number, a.answered_on, a.method, a.outcome, a.employer, a.employed_on, a.note, a.surveyor,
            a.sheet, a.row
        FROM answers a JOIN registrations r ON r.id = a.registration
        WHERE a.repeats = 0 ORDER BY r.number, a.answered_on, a.method, a.intake, a.row, a.sheet
        """,
        "confirmations": """
        SELECT c.month, r.number, c.status, c.confirmed_by, c.confirmed_on, c.ends, c.sheet, c.row
        FROM confirmations c JOIN registrations r ON r.id = c.registration
        WHERE c.repeats = 0 ORDER BY c.month, r.number, c.confirmed_on, c.intake, c.row, c.sheet
        """,
        "links_decided": """
        SELECT l.fingerprint, r.number, l.accepted, l.decided_by, l.decided_on
        FROM links_decided l JOIN registrations r ON r.id = l.registration ORDER BY l.fingerprint
        """,
    ]
}

extension ResultRow {
    /// The cells over which the table's digest was made.
    func canonicalCells(of table: CanonicalQuery, files: FileNames) throws -> [Cell] {
        var cells = (0..<count).map(cell)
        if table == .statuses {
            cells[count - 1] = StatusCells.evidence(try files.references(optionalText(count - 1)))
        }
        return cells
    }
}

extension [Cell] {
    fileprivate var dumped: String { map(\.description).joined(separator: "\t") }
}
