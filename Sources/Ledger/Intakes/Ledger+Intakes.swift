import Digest
package import Roster

extension Ledger {
    /// Keeps what a filled workbook brings, in one transaction, and tells how much of it is news: says something else
    /// than what counts so far. The same file again brings no news, whatever came between.
    ///
    /// Throws `unreadableRow` if a registration is not in the ledger.
    package func takeIn(_ intake: Intake) throws -> Intake.News {
        guard access == .write else { throw LedgerError(.notWritable, path: path) }
        return try connection.write { session in
            let writer = try IntakeWriter(intake, in: session)
            let news = try writer.write()
            if try writer.isEmpty { try writer.discard() } else { try session.audit(intake.act) }
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
                RegisteredPerson(idNumber: row.text(0), name: row.text(1), registeredOn: try row.requiredDay(2))
            }
        }
    }

    /// Whom answers that came back by command tell of that count in one revision and not in an earlier one: of a day
    /// after its month, or handed in after it was made.
    package func answered(from before: Revision, to after: Revision) throws -> Set<String> {
        try connection.read { session in
            let query = """
                SELECT DISTINCT r.number FROM answers a JOIN registrations r ON r.id = a.registration
                WHERE a.month <= ? AND a.intake <= ? AND (a.month > ? OR a.intake > ?) AND a.repeats = 0
                """
            let last = try [before, after].map { revision in
                try session.lastIntake(of: revision.month, by: .revision(revision.number)) ?? .max
            }
            let cells = [Cell(after.month.index), .integer(last[1]), Cell(before.month.index), .integer(last[0])]
            return Set(try session.all(query, cells) { $0.text(0) })
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

    /// What was brought in by hand until now.
    package func intakeState(upTo month: Month) throws -> IntakeState {
        try connection.read { session in
            var text = ""
            for query in IntakeRows.allCases.map({ $0.query(where: "h.month <= ? AND \($0.counts())") }) {
                try session.forEach(query, [Cell(month.index)]) { row in
                    // Where it came from makes no difference.
                    text += (0..<row.count - 3).map { row.cell($0).description }.joined(separator: "\t") + "\n"
                }
            }
            return IntakeState(head: try IntakeChain(session).head, sayings: text)
        }
    }
}

/// What was brought in by hand until some moment.
package struct IntakeState: Hashable, Sendable {
    /// Digest of the last intake, which covers those before it; empty if there is none.
    package var head = ""
    /// Digest input of what counts for a month and before; empty if that is nothing.
    package var sayings = ""

    /// Nothing.
    package init() {}

    init(head: String, sayings: String) {
        (self.head, self.sayings) = (head, sayings)
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
    /// Whether a file of the same bytes came before.
    private let isKnownFile: Bool

    init(_ intake: Intake, in session: Session) throws {
        (self.intake, self.session) = (intake, session)
        let before = try session.first(
            "SELECT 1 FROM intakes WHERE content = ?", [.text(intake.content.description)]
        ) { _ in true }
        isKnownFile = before ?? false
        try session.execute(
            "INSERT INTO intakes (file, content, taken_at, taken_by, chain) VALUES (?, ?, ?, ?, '')",
            [.text(intake.file), .text(intake.content.description), .text(intake.act.at), .text(intake.act.who)])
        key = .integer(session.lastInsertedRow)
    }

    func write() throws -> Intake.News {
        var news = Intake.News()
        for entry in intake.answers where try keep(entry.registrationNumber, entry.cells, entry.placeCells, .answers) {
            news.answers += 1
        }
        for entry in intake.confirmations
        where try keep(entry.registrationNumber, entry.cells, entry.placeCells, .confirmations) {
            news.confirmations += 1
        }
        let chain = try IntakeChain(session).head(of: key)
        try session.execute("UPDATE intakes SET chain = ? WHERE id = ?", [.text(chain.description), key])
        try RowSeals.intakes.renew(key, in: session)
        return news
    }

    /// Whether nothing was kept: every row came with a file of the same bytes before.
    var isEmpty: Bool {
        get throws {
            try IntakeRows.allCases.allSatisfy { table in
                try session.first("SELECT 1 FROM \(table.rawValue) WHERE intake = ?", [key]) { _ in true } == nil
            }
        }
    }

    func discard() throws {
        try session.execute("DELETE FROM intakes WHERE id = ?", [key])
    }

    /// Keeps a row and tells whether it is news.
    private func keep(_ number: String, _ cells: [Cell], _ place: [Cell], _ table: IntakeRows) throws -> Bool {
        guard let registration = try session.registration(number).map(Cell.integer) else {
            throw LedgerError(.unreadableRow, path: "", detail: "registration")
        }
        if isKnownFile, try hasCome(registration, place, table) { return false }
        let counting = try session.first(table.counting, [registration] + cells.prefix(2)) { row in
            (0..<row.count).map(row.cell)
        }
        let isNews = counting != table.said(cells)
        var serializer = RowSerializer()
        let seal = serializer.row([.text(number)], cells, place, isNews ? [] : [.integer(1)])
        let all = [registration] + cells + [key] + place + [.integer(seal), Cell(!isNews)]
        let marks = Array(repeating: "?", count: all.count).joined(separator: ", ")
        try session.execute("INSERT INTO \(table.rawValue) VALUES (\(marks))", all)
        return isNews
    }

    /// Whether the row of a sheet came before with a file of the same bytes.
    private func hasCome(_ registration: Cell, _ place: [Cell], _ table: IntakeRows) throws -> Bool {
        let query = """
            SELECT 1 FROM \(table.rawValue) h JOIN intakes i ON i.id = h.intake
            WHERE h.registration = ? AND h.sheet = ? AND h.row = ? AND i.content = ?
            """
        let cells = [registration] + place + [.text(intake.content.description)]
        return try session.first(query, cells) { _ in true } ?? false
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
