import Digest

/// The rows of answers and confirmations in the form in which seals and digests are made of them.
enum IntakeRows: String, CaseIterable {
    case answers, confirmations

    /// Registration number, the row's own columns.
    private var columns: String {
        switch self {
        case .answers:
            "r.number, h.answered_on, h.method, h.outcome, h.employer, h.employed_on, h.note, h.surveyor, h.month"
        case .confirmations: "r.number, h.month, h.confirmed_on, h.status, h.confirmed_by, h.ends"
        }
    }

    /// How many these are; place and repetition stand behind them.
    var columnCount: Int { columns.split(separator: ",").count }

    /// The two columns by which rows of a registration speak of the same, so that the last of them counts.
    private var subject: (String, String) {
        switch self {
        case .answers: ("answered_on", "method")
        case .confirmations: ("month", "confirmed_on")
        }
    }

    /// The columns that then say something.
    private var sayings: [String] {
        switch self {
        case .answers: ["outcome", "employer", "employed_on", "note", "surveyor"]
        case .confirmations: ["status", "confirmed_by", "ends"]
        }
    }

    /// What a row's columns behind the registration say of their subject.
    func said(_ cells: [Cell]) -> [Cell] { Array(cells[2..<2 + sayings.count]) }

    /// What counts so far, in the columns of `said`; the arguments are registration and subject.
    var counting: String {
        """
        SELECT \(sayings.joined(separator: ", ")) FROM \(rawValue)
        WHERE registration = ? AND \(subject.0) = ? AND \(subject.1) = ? AND repeats = 0
        ORDER BY intake DESC, row DESC, sheet DESC LIMIT 1
        """
    }

    /// The condition that no later row speaks of the same as row `h` and says something else.
    ///
    /// - Parameter intake: the last intake that is looked at; `nil`: all are.
    func counts(upTo intake: Int64? = nil) -> String {
        func isSeen(_ row: String) -> String { intake.map { " AND \(row).intake <= \($0)" } ?? "" }
        return """
            h.repeats = 0\(isSeen("h")) AND NOT EXISTS (
                SELECT 1 FROM \(rawValue) k WHERE k.registration = h.registration AND k.\(subject.0) = h.\(subject.0)
                    AND k.\(subject.1) = h.\(subject.1) AND k.repeats = 0\(isSeen("k"))
                    AND (k.intake, k.row, k.sheet) > (h.intake, h.row, h.sheet))
            """
    }

    /// The rows that fulfil a condition, by registration and subject in the order in which they came: columns, place, and
    /// 1 for a repetition, else nothing; `more` are further columns.
    func query(where condition: String, more: String = "") -> String {
        """
        SELECT \(columns), h.sheet, h.row, NULLIF(h.repeats, 0)\(more)
        FROM \(rawValue) h JOIN registrations r ON r.id = h.registration WHERE \(condition)
        ORDER BY r.number, h.\(subject.0), h.\(subject.1), h.intake, h.\(sayings[0]), h.\(sayings[1]), h.row, h.sheet
        """
    }

    /// The cells of a row of which its seal is made: a repetition has one more.
    func sealed(_ row: ResultRow) -> [Cell] {
        let cells = (0..<columnCount + 3).map(row.cell)
        return cells.last == .null ? cells.dropLast() : cells
    }
}

/// The digests of intakes, each over its rows and the one before it.
struct IntakeChain {
    let session: Session

    init(_ session: Session) { self.session = session }

    /// The digest of the last intake; empty if there is none.
    var head: String {
        get throws { try session.first("SELECT chain FROM intakes ORDER BY id DESC LIMIT 1") { $0.text(0) } ?? "" }
    }

    /// The digest of an intake whose rows are in the tables. Who took it in and when makes no difference: the chain heads
    /// of months hang on it.
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
                _ = serializer.row(table.sealed(row))
            }
            parts.add(table.rawValue, serializer.bytes)
        }
        return parts.finalize()
    }
}
