package import Roster

extension Ledger {
    /// What people have decided of records and registered people, by fingerprint.
    package func decidedLinks() throws -> [DecidedLink] {
        try connection.read { session in
            try session.all(
                """
                SELECT l.fingerprint, r.number, l.accepted, l.decided_by, l.decided_on
                FROM links_decided l JOIN registrations r ON r.id = l.registration ORDER BY l.fingerprint
                """
            ) { row in
                guard let answer = DecidedLink.Answer(rawValue: Int(row.integer(2))) else {
                    throw LedgerError(.unreadableRow, path: "", detail: "accepted")
                }
                return DecidedLink(
                    fingerprint: row.text(0), registrationNumber: row.text(1), answer: answer, decidedBy: row.text(3),
                    decidedOn: try row.requiredDay(4))
            }
        }
    }
}

extension Session {
    /// Keeps decisions, in place of earlier ones with the same fingerprint. Decisions on people whom the ledger does not
    /// know are left out.
    func keep(_ decisions: [DecidedLink]) throws {
        for decision in decisions {
            try execute(
                """
                INSERT INTO links_decided (fingerprint, registration, accepted, decided_by, decided_on)
                SELECT ?, id, ?, ?, ? FROM registrations WHERE number = ?
                ON CONFLICT (fingerprint) DO UPDATE SET registration = excluded.registration,
                    accepted = excluded.accepted, decided_by = excluded.decided_by, decided_on = excluded.decided_on
                """,
                [
                    .text(decision.fingerprint), Cell(decision.answer.rawValue), .text(decision.decidedBy),
                    Cell(decision.decidedOn.number), .text(decision.registrationNumber),
                ])
        }
    }
}
