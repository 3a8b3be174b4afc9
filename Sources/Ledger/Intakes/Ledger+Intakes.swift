import Digest
package import Roster

extension Ledger {
    /// Keeps what a filled workbook brings, in one transaction, and tells how much of it was new. What the ledger holds
    /// already stays as it is; an intake without news leaves no trace.
    ///
    /// Throws `unreadableRow` if a registration is not in the ledger.
    package func takeIn(_ intake: Intake) throws -> Intake.News {
        guard access == .write else { throw LedgerError(.notWritable, path: path) }
        return try connection.write { session in
            let writer = try IntakeWriter(intake, in: session)
            let news = try writer.write()
            if news.isEmpty { try writer.discard() } else { try session.audit(intake.act) }
            return news
        }
    }

    /// What rosters said of a registration number, the latest last; empty if the ledger does not know it.
    package func registered(_ number: String) throws -> [RegisteredPerson] {
        try connection.read { session in
            let query = """
                SELECT p.id_number, p.name, p.registered_on FROM registrations r
                JOIN people p ON p.registration = r.id WHERE r.number = ? ORDER BY p.version
                """
            return try session.all(query, [.text(number)]) { row in
                RegisteredPerson(idNumber: row.text(0), name: row.text(1), registeredOn: row.requiredDay(2))
            }
        }
    }

    /// Whether a month's current revision holds a registration number.
    package func holds(_ number: String, in month: Month) throws -> Bool {
        try connection.read { session in
            let query = """
                SELECT 1 FROM months m JOIN statuses s ON s.revision = m.revision
                JOIN registrations r ON r.id = s.registration WHERE m.month = ? AND r.number = ?
                """
            return try session.first(query, [Cell(month.index), .text(number)]) { _ in true } ?? false
        }
    }

    /// Digest input of what was brought in by hand for a month and before; empty if that is nothing.
    package func intakeDigest(upTo month: Month) throws -> String {
        try connection.read { session in
            var text = ""
            for query in IntakeRows.queries(where: "month <= ?") {
                try session.forEach(query, [Cell(month.index)]) { row in
                    // Where it came from makes no difference.
                    text += (0..<row.count - 2).map { row.cell($0).description }.joined(separator: "\t") + "\n"
                }
            }
            return text
        }
    }
}

/// What a roster said of somebody.
package struct RegisteredPerson: Hashable, Sendable {
    package var idNumber: String
    package var name: String
    package var registeredOn: Day
}

/// Writes one intake.
private struct IntakeWriter {
    let intake: Intake
    let session: Session
    private let key: Cell

    init(_ intake: Intake, in session: Session) throws {
        (self.intake, self.session) = (intake, session)
        try session.execute(
            "INSERT INTO intakes (file, content, taken_at, taken_by, chain) VALUES (?, ?, ?, ?, '')",
            [.text(intake.file), .text(intake.content.description), .text(intake.act.at), .text(intake.act.who)])
        key = .integer(session.lastInsertedRow)
    }

    func write() throws -> Intake.News {
        var news = Intake.News()
        for entry in intake.answers {
            news.answers += try insert("answers", entry.registrationNumber, entry.cells, entry.placeCells)
        }
        for entry in intake.confirmations {
            news.confirmations += try insert("confirmations", entry.registrationNumber, entry.cells, entry.placeCells)
        }
        let chain = try IntakeChain(session).head(of: key)
        try session.execute("UPDATE intakes SET chain = ? WHERE id = ?", [.text(chain.description), key])
        return news
    }

    func discard() throws {
        try session.execute("DELETE FROM intakes WHERE id = ?", [key])
    }

    private func insert(_ table: String, _ number: String, _ cells: [Cell], _ place: [Cell]) throws -> Int {
        guard let registration = try session.registration(number) else {
            throw LedgerError(.unreadableRow, path: "", detail: "registration")
        }
        var serializer = RowSerializer()
        let seal = serializer.row([.text(number)], cells, place)
        let all = [Cell.integer(registration)] + cells + [key] + place + [.integer(seal)]
        let marks = Array(repeating: "?", count: all.count).joined(separator: ", ")
        try session.execute("INSERT OR IGNORE INTO \(table) VALUES (\(marks))", all)
        return session.changedRows
    }
}

/// The rows of answers and confirmations in the form in which seals and digests are made of them.
enum IntakeRows: String, CaseIterable {
    case answers, confirmations

    /// Registration number, the row's own columns, its place.
    private var columns: String {
        switch self {
        case .answers:
            "r.number, h.answered_on, h.method, h.outcome, h.employer, h.employed_on, h.note, h.surveyor, h.month"
        case .confirmations: "r.number, h.month, h.confirmed_on, h.status, h.confirmed_by, h.ends"
        }
    }

    private var order: String {
        switch self {
        case .answers: "r.number, h.answered_on, h.method, h.outcome"
        case .confirmations: "r.number, h.month, h.confirmed_on, h.status, h.confirmed_by"
        }
    }

    /// The rows that fulfil a condition, in their order; `more` are further columns.
    func query(where condition: String, more: String = "") -> String {
        """
        SELECT \(columns), h.sheet, h.row\(more) FROM \(rawValue) h JOIN registrations r ON r.id = h.registration
        WHERE \(condition) ORDER BY \(order)
        """
    }

    /// The same of both tables.
    static func queries(where condition: String) -> [String] {
        allCases.map { $0.query(where: "h." + condition) }
    }
}

/// The digests of intakes, each over its rows and the one before it.
struct IntakeChain {
    let session: Session

    init(_ session: Session) { self.session = session }

    /// The digest of an intake whose rows are in the tables.
    func head(of key: Cell) throws -> ContentDigest {
        var parts = DigestParts("taizhang intake")
        let before = try session.first("SELECT chain FROM intakes WHERE id < ? ORDER BY id DESC LIMIT 1", [key]) {
            $0.text(0)
        }
        parts.add("previous", before ?? "")
        try session.forEach("SELECT file, content FROM intakes WHERE id = ?", [key]) { row in
            parts.add("file", row.text(0))
            parts.add("content", row.text(1))
        }
        for table in IntakeRows.allCases {
            var serializer = RowSerializer()
            try session.forEach(table.query(where: "h.intake = ?"), [key]) { row in
                _ = serializer.row((0..<row.count).map(row.cell))
            }
            parts.add(table.rawValue, serializer.bytes)
        }
        return parts.finalize()
    }
}

extension Session {
    /// The table key of a registration number, or `nil`.
    func registration(_ number: String) throws -> Int64? {
        try first("SELECT id FROM registrations WHERE number = ?", [.text(number)]) { $0.integer(0) }
    }

    /// Keeps that something was done.
    func audit(_ act: AuditedAct) throws {
        try execute(
            "INSERT INTO audit (at, who, what, reason) VALUES (?, ?, ?, ?)",
            [.text(act.at), .text(act.who), .text(act.what), Cell(nonEmpty: act.reason)])
    }
}
