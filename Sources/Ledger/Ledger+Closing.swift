package import Roster

extension Ledger {
    /// When each closed month was closed, as it was written then.
    package func closings() throws -> [Month: String] {
        try connection.read { session in
            let rows = try session.all("SELECT month, closed_at FROM months WHERE closed_at IS NOT NULL") {
                (try $0.requiredMonth(0), $0.text(1))
            }
            return Dictionary(rows) { first, _ in first }
        }
    }

    /// Closes a month: it takes no new revision. `act` goes to the audit. `false` for a month that is closed already: nothing
    /// is done.
    ///
    /// Throws `noSuchMonth` for one that was never run.
    @discardableResult
    package func closeMonth(_ month: Month, _ act: AuditedAct) throws -> Bool {
        try write(
            month, act,
            """
            UPDATE months SET closed_at = ?1, closed_intake = (SELECT coalesce(max(id), 0) FROM intakes)
            WHERE month = ?2 AND closed_at IS NULL
            """)
    }

    /// Opens a closed month again. `act` goes to the audit. `false` for one that is open: nothing is done.
    @discardableResult
    package func reopenMonth(_ month: Month, _ act: AuditedAct) throws -> Bool {
        try write(
            month, act,
            """
            UPDATE months SET closed_at = NULL, closed_intake = NULL
            WHERE ?1 IS NOT NULL AND month = ?2 AND closed_at IS NOT NULL
            """)
    }

    private func write(_ month: Month, _ act: AuditedAct, _ sql: String) throws -> Bool {
        guard access == .write else { throw LedgerError(.notWritable, path: path) }
        return try connection.write { session in
            let isKnown = try session.first(
                "SELECT 1 FROM months WHERE month = ? AND revision IS NOT NULL", [Cell(month.index)]
            ) { _ in true }
            guard isKnown == true else { throw LedgerError(.noSuchMonth, path: path, detail: "\(month)") }
            try session.execute(sql, [.text(act.at), Cell(month.index)])
            guard session.changedRows > 0 else { return false }
            try session.audit(act)
            return true
        }
    }
}

extension Ledger {
    /// Keeps that something was done by command that changes nothing else.
    package func audit(_ act: AuditedAct) throws {
        guard access == .write else { throw LedgerError(.notWritable, path: path) }
        try connection.write { try $0.audit(act) }
    }
}

/// Something that was done by command, for the audit: when, by whom, what and why.
package struct AuditedAct: Sendable, Equatable {
    /// UTC, `2026-11-25T08:30:00Z`.
    package var at: String
    package var who: String
    /// `close 2026-10`.
    package var what: String
    package var reason: String

    package init(at: String, who: String, what: String, reason: String = "") {
        (self.at, self.who, self.what, self.reason) = (at, who, what, reason)
    }
}
