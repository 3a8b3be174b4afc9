import Foundation

/// Brings the tables of an older program to those of this one. The rows stay as they are, so that digests made of them
/// still hold.
struct Migration {
    let path: String

    /// The oldest version that can be brought up.
    static let oldest: Int64 = 2

    /// Copies the file beside itself, then changes it in one transaction, a version after the other. Where another program
    /// does the same just then, one of the two changes it; the copies of both stay.
    func run(from version: Int64, on connection: Connection) throws {
        let copy = try Connection(path: try freeName(for: version), access: .write)
        try connection.backUp(to: copy)
        try copy.close()
        try connection.write { session in
            let now = try session.first("PRAGMA user_version") { $0.integer(0) }
            guard now == version else { return }
            for view in ["v_ledger_current", "v_status_history", "v_evidence_current"] {
                try session.execute("DROP VIEW \(view)")
            }
            for step in version..<Schema.version { try Migration.steps[step]?(session) }
            try session.execute(script: Schema.views)
            try session.execute(script: "PRAGMA user_version = \(Schema.version)")
        }
    }

    /// `ledger.sqlite.v2`, or with a number behind if that is taken.
    private func freeName(for version: Int64) throws -> String {
        let name = "\(path).v\(version)"
        let names = [name] + (2...99).map { "\(name)-\($0)" }
        guard let free = names.first(where: { !FileManager.default.fileExists(atPath: $0) }) else {
            throw LedgerError(.permission, path: name, detail: "too many copies")
        }
        try LedgerFile(path: free).create()
        return free
    }

    /// By the version that they start from.
    private static let steps: [Int64: @Sendable (Session) throws -> Void] = [
        2: fromSecond, 3: fromThird, 4: fromFourth,
    ]

    /// Version 2 had no command that filled `answers` and `confirmations`.
    private static func fromSecond(_ session: Session) throws {
        for table in ["answers", "confirmations"] {
            let rows = try session.first("SELECT count(*) FROM \(table)") { $0.integer(0) } ?? 0
            guard rows == 0 else { throw LedgerError(.damaged, path: "", detail: table) }
        }
        try session.execute(
            script: """
                ALTER TABLE months ADD COLUMN closed_intake INTEGER;
                ALTER TABLE revisions ADD COLUMN listed_digest TEXT NOT NULL DEFAULT '';
                ALTER TABLE revisions ADD COLUMN towns_digest TEXT NOT NULL DEFAULT '';
                ALTER TABLE revisions ADD COLUMN manifest TEXT NOT NULL DEFAULT '';
                UPDATE months SET closed_intake = 0 WHERE closed_at IS NOT NULL;
                DROP TABLE answers;
                DROP TABLE confirmations;
                """)
        try session.execute(script: Schema.peopleByID + Schema.pipelineFiles + Schema.lists)
    }

    /// Version 3 kept what evidence says anew in every revision.
    private static func fromThird(_ session: Session) throws {
        try session.execute(
            script: "ALTER TABLE evidence RENAME TO older_evidence;" + Schema.records + Schema.evidence)
        let statements = try RowStatements(in: session)
        let query = """
            SELECT revision, registration, ordinal, file, row, seal,
                kind, grade, weight, period, "values", used, reason, contradicts
            FROM older_evidence ORDER BY revision, registration, ordinal
            """
        var serializer = RowSerializer()
        try session.forEach(query) { row in
            let record = (6..<row.count).map(row.cell)
            let fingerprint = Cell.integer(serializer.fingerprint(record))
            try statements.record.run([row.cell(1), fingerprint], record)
            try statements.evidence.run(
                [row.cell(0), row.cell(1), row.cell(2), fingerprint], [row.cell(3), row.cell(4), row.cell(5)])
        }
        try session.execute(script: "DROP TABLE older_evidence")
    }

    /// Version 4 knew an answer by its result, and nothing of a revision by a seal of its own.
    private static func fromFourth(_ session: Session) throws {
        try session.execute(
            script: """
                ALTER TABLE revisions ADD COLUMN intakes TEXT NOT NULL DEFAULT '';
                ALTER TABLE revisions ADD COLUMN seal INTEGER NOT NULL DEFAULT 0;
                """)
        try RowSeals.revisions.renewAll(in: session)
        let hasIntakes = try session.first("SELECT 1 FROM sqlite_schema WHERE name = 'intakes'") { _ in true }
        guard hasIntakes == true else { return try session.execute(script: Schema.intakes) }
        try session.execute(script: "ALTER TABLE intakes ADD COLUMN seal INTEGER NOT NULL DEFAULT 0")
        try RowSeals.intakes.renewAll(in: session)
        try session.execute(
            script: """
                DROP INDEX answers_by_intake;
                ALTER TABLE answers RENAME TO older_answers;
                DROP INDEX confirmations_by_month;
                ALTER TABLE confirmations RENAME TO older_confirmations;
                \(Schema.answers)
                INSERT INTO answers SELECT *, 0 FROM older_answers;
                DROP TABLE older_answers;
                \(Schema.confirmations)
                INSERT INTO confirmations SELECT *, 0 FROM older_confirmations;
                DROP TABLE older_confirmations;
                """)
    }
}
