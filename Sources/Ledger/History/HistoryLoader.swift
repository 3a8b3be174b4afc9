package import Roster

extension Ledger {
    /// Loads what is remembered before a month: the current revisions of earlier months, never that month itself or a
    /// later one.
    ///
    /// - Parameters:
    ///   - month: the month about to be decided.
    ///   - numbers: registration numbers of its roster, in any order. Of these and of last month's people something is
    ///     remembered.
    ///   - employerMonths: how many months before it insurance by employers is wanted for.
    package func history(
        before month: Month, of numbers: some Sequence<String>, employerMonths: Int = 6
    ) throws -> MonthHistory {
        try connection.read { session in
            var loader = try HistoryLoader(before: month, in: session)
            try loader.load(numbers, employerMonths: employerMonths)
            return loader.finish()
        }
    }

    /// What is remembered of one registration before a month; of what was brought in by hand that which was there by then.
    package func personHistory(
        before month: Month, of number: String, employerMonths: Int = 6, by time: IntakeTime = .now
    ) throws -> PersonHistory {
        try connection.read { session in
            guard let key = try session.registration(number) else { return PersonHistory() }
            var loader = try HistoryLoader(before: month, in: session)
            loader.only = key
            loader.lastIntake = try session.lastIntake(of: month, by: time)
            try loader.load([number], employerMonths: employerMonths)
            return loader.finish()[number]
        }
    }
}

/// Gathers a `MonthHistory` with a few queries over whole tables.
private struct HistoryLoader {
    /// Key of the only registration that is asked for; `nil`: all are.
    var only: Int64?
    /// The last intake that is looked at; `nil`: all are.
    var lastIntake: Int64?
    private let session: Session
    private let month: Month
    private let files: FileNames
    private let revisions: [(month: Month, key: Int64)]
    private var numbers: [String] = []
    private var index: [String: Int32] = [:]
    private var slots: [Int64: Int32] = [:]
    private var entries: [MonthHistory.Entry] = []
    private var references: [RecordReference] = []
    private var surveys: [Int32: [SurveyAnswer]] = [:]
    private var employerMonths: [Int32: [EmployerMonth]] = [:]
    private var confirmedEnds: [Int32: Day] = [:]
    private var confirmations: [Int32: ConfirmedStatus] = [:]

    init(before month: Month, in session: Session) throws {
        self.session = session
        self.month = month
        files = try FileNames(in: session)
        revisions = try session.all(
            "SELECT month, revision FROM months WHERE month < ? AND revision IS NOT NULL ORDER BY month",
            [Cell(month.index)]
        ) { (try $0.requiredMonth(0), $0.integer(1)) }
    }

    mutating func load(_ numbers: some Sequence<String>, employerMonths: Int) throws {
        try loadLastMonth()
        try loadOthers(numbers)
        try loadSurveys()
        try loadEmployerMonths(from: month.adding(-employerMonths))
        try loadConfirmations()
    }

    /// Narrows a query down to the only registration, by the column that holds it.
    private func only(by column: String) -> String { only.map { " AND \(column) = \($0) " } ?? " " }

    private mutating func loadLastMonth() throws {
        guard let last = revisions.last, last.month == month.adding(-1) else { return }
        let query = """
            SELECT r.id, r.number, s.status, s.rule, s.last_contact_on, s.evidence, s.last_worked_month
            FROM registrations r CROSS JOIN statuses s ON s.revision = ? AND s.registration = r.id WHERE 1\(only(by: "r.id"))ORDER BY r.number
            """
        try session.forEach(query, [.integer(last.key)]) { row in
            let start = Int32(references.count)
            references += try files.references(row.optionalText(5))
            let entry = MonthHistory.Entry(
                status: StatusCode(row.text(2)), rule: row.text(3), lastContactOn: try row.day(4),
                lastWorkedIn: try row.month(6), references: start..<Int32(references.count))
            let number = row.text(1)
            numbers.append(number)
            add(entry, number: number, key: row.integer(0))
        }
    }

    /// People of earlier months who were not in the last: few, so each is looked up.
    private mutating func loadOthers(_ wanted: some Sequence<String>) throws {
        guard !revisions.isEmpty else { return }
        let query = """
            SELECT r.id, s.last_contact_on, s.last_worked_month
            FROM registrations r LEFT JOIN statuses s ON s.registration = r.id AND s.revision = (
                SELECT m.revision FROM months m
                WHERE m.month < ? AND EXISTS (
                    SELECT 1 FROM statuses t WHERE t.revision = m.revision AND t.registration = r.id)
                ORDER BY m.month DESC LIMIT 1)
            WHERE r.number = ? AND r.first_month < ?
            """
        for number in wanted where index[number] == nil {
            let found = try session.first(query, [Cell(month.index), .text(number), Cell(month.index)]) {
                ($0.integer(0), try $0.day(1), try $0.month(2))
            }
            guard let (key, contact, worked) = found else { continue }
            add(
                MonthHistory.Entry(
                    status: nil, rule: "", lastContactOn: contact, lastWorkedIn: worked, references: 0..<0),
                number: number, key: key)
        }
    }

    /// An answer counts from the month that saw it first; later deliveries of the same answer add nothing.
    private mutating func loadSurveys() throws {
        let columns = "registration, answered_on, method, outcome, employer, employed_on, note, surveyor"
        for revision in revisions {
            try loadAnswers(
                "SELECT \(columns) FROM surveys WHERE revision = ?\(only(by: "registration"))", .integer(revision.key))
        }
        try addStrangers(in: "answers")
        // Of answers of one day and method the one that came back last counts.
        try loadAnswers(
            """
            SELECT \(columns) FROM answers h
            WHERE month <= ?\(only(by: "registration"))AND \(IntakeRows.answers.counts(upTo: lastIntake))
            """, Cell(month.index))
        surveys = surveys.mapValues(SurveyAnswer.distinct)
    }

    /// The files of a month tell of the months before it and of the one after it, so that earlier revisions cannot
    /// hold what is wanted.
    private mutating func loadEmployerMonths(from first: Month) throws {
        let query = """
            SELECT e.registration, e.month, k.key, k.name, e.strong, e.paid
            FROM employer_months e JOIN employers k ON k.id = e.employer WHERE e.revision = ?
                AND e.month >= ?\(only(by: "e.registration"))
            """
        for revision in revisions where revision.month >= first.adding(-1) {
            try session.forEach(query, [.integer(revision.key), Cell(first.index)]) { row in
                guard let slot = slots[row.integer(0)] else { return }
                let found = EmployerMonth(
                    month: try row.requiredMonth(1), employerKey: row.text(2), employerName: row.text(3),
                    isStrong: row.flag(4), isPaid: row.flag(5))
                employerMonths[slot, default: []].append(found)
            }
        }
        employerMonths = employerMonths.mapValues(EmployerMonth.distinct)
    }

    /// For the month itself the latest confirmation counts; of earlier months the latest tells whether the
    /// registration ended.
    private mutating func loadConfirmations() throws {
        try addStrangers(in: "confirmations")
        let query = """
            SELECT registration, month, status, confirmed_by, confirmed_on, ends FROM confirmations h
            WHERE month <= ?\(only(by: "registration"))AND \(IntakeRows.confirmations.counts(upTo: lastIntake))
            ORDER BY registration, month, confirmed_on
            """
        try session.forEach(query, [Cell(month.index)]) { row in
            guard let slot = slots[row.integer(0)], let of = try row.month(1) else { return }
            let confirmation = ConfirmedStatus(
                month: of, status: StatusCode(row.text(2)), confirmedBy: row.text(3),
                confirmedOn: try row.requiredDay(4),
                ends: row.flag(5))
            if of == month { return confirmations[slot] = confirmation }
            confirmedEnds[slot] = confirmation.ends ? confirmation.confirmedOn : nil
        }
    }

    /// People of whom nothing but what was brought in by hand is known, because only the month itself holds them.
    private mutating func addStrangers(in table: String) throws {
        let query = """
            SELECT DISTINCT r.id, r.number FROM \(table) h JOIN registrations r ON r.id = h.registration
            WHERE h.month <= ?\(only(by: "r.id"))ORDER BY r.number
            """
        try session.forEach(query, [Cell(month.index)]) { row in
            guard slots[row.integer(0)] == nil else { return }
            var entry = MonthHistory.Entry(
                status: nil, rule: "", lastContactOn: nil, lastWorkedIn: nil, references: 0..<0)
            entry.isKnown = false
            add(entry, number: row.text(1), key: row.integer(0))
        }
    }

    func finish() -> MonthHistory {
        MonthHistory(
            month: month, lastMonth: numbers, index: index, entries: entries, references: references,
            surveys: surveys, employerMonths: employerMonths, confirmedEnds: confirmedEnds,
            confirmations: confirmations)
    }

    private mutating func add(_ entry: MonthHistory.Entry, number: String, key: Int64) {
        let slot = Int32(entries.count)
        (index[number], slots[key]) = (slot, slot)
        entries.append(entry)
    }

    private mutating func loadAnswers(_ query: String, _ argument: Cell) throws {
        try session.forEach(query, [argument]) { row in
            guard let slot = slots[row.integer(0)] else { return }
            let answer = try SurveyAnswer(row, from: 1)
            let isKnown = surveys[slot]?.contains { $0.isSame(as: answer) } ?? false
            if !isKnown { surveys[slot, default: []].append(answer) }
        }
    }
}

extension SurveyAnswer {
    /// Whether two answers of one person are one: date, method and result are equal.
    fileprivate func isSame(as other: SurveyAnswer) -> Bool {
        answeredOn == other.answeredOn && method == other.method && outcome == other.outcome
    }
}
