import Foundation

/// Brings the tables of an older program to those of this one. The rows stay as they are, so that digests made of them
/// still hold.
struct Migration {
    let path: String

    /// The oldest version that can be brought up.
    static let oldest: Int64 = 2

    /// Copies the file beside itself, then changes it in one transaction, a version after the other.
    func run(from version: Int64, on connection: Connection) throws {
        let copy = try Connection(path: try freeName(for: version), access: .write)
        try connection.backUp(to: copy)
        try copy.close()
        try connection.write { session in
            for step in version..<Schema.version { try Migration.steps[step]?(session) }
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
    private static let steps: [Int64: @Sendable (Session) throws -> Void] = [2: fromSecond]

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
                DROP VIEW v_ledger_current;
                DROP VIEW v_status_history;
                DROP VIEW v_evidence_current;
                """)
        try session.execute(
            script: Schema.peopleByID + Schema.pipelineFiles + Schema.lists + Schema.intakes + Schema.views)
    }
}
