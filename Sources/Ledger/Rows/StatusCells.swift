import Roster

/// A person's line of the ledger as cells: what the roster says, what was decided, and on what evidence.
struct StatusCells {
    /// Columns of `people`, from `id_number` on.
    let person: [Cell]
    /// Columns of `statuses`, from `months_unemployed` to `last_worked_month`.
    let decision: [Cell]

    init(_ row: LedgerRow, lastContactOn: Day?, lastWorkedIn: Month?) {
        person = StatusCells.person(row)
        decision = StatusCells.decision(row) + [Cell(lastContactOn?.number), Cell(lastWorkedIn?.index)]
    }

    /// The references as one text: the canonical form of the `evidence` column.
    static func evidence(_ references: [RecordReference]) -> Cell {
        references.isEmpty ? .null : .text(ListText.join(references.map(\.description)))
    }

    private static func person(_ row: LedgerRow) -> [Cell] {
        [
            .text(row.idNumber), .text(row.name), Cell(row.sex?.rawValue), Cell(row.birthDate?.number),
            .text(row.countyCode), .text(row.townCode), .text(row.agencyCode), Cell(row.registeredOn.number),
            Cell(row.validUntil?.number), Cell(row.isRecognised),
        ]
    }

    private static func decision(_ row: LedgerRow) -> [Cell] {
        [
            Cell(row.monthsUnemployed), Cell(row.previousStatus?.text), .text(row.status.text),
            .text(row.change.rawValue), list(row.methods), Cell(row.isTracked), Cell(row.effectiveDate?.number),
            Cell(nonEmpty: row.employer), .text(row.rule), Cell(row.grade?.rawValue), list(row.verificationReasons),
            .text(row.action.rawValue), Cell(nonEmpty: row.ground), Cell(row.notify), Cell(row.dueDate?.number),
            list(row.workList), Cell(row.confirmedStatus?.text), Cell(nonEmpty: row.confirmedBy),
            Cell(row.confirmedOn?.number), Cell(row.lowIncome?.rawValue),
            Cell(nonEmpty: ListText.join(row.difficulty)),
        ]
    }

    private static func list(_ words: [some RawRepresentable<String>]) -> Cell {
        words.isEmpty ? .null : .text(ListText.join(words.map { $0.rawValue }))
    }
}

extension LedgerRow {
    /// The row behind the columns of `CanonicalQuery.statuses`.
    init(_ row: ResultRow, month: Month, revision: Int, evidence: [RecordReference]) throws {
        var registration = Registration(
            registrationNumber: row.text(0), name: row.text(2), id: .missing, registeredOn: try row.requiredDay(8))
        registration.idAsWritten = row.text(1)
        registration.sex = try StoredWord.optional(row.optionalText(3), column: "sex")
        registration.birthDate = try row.day(4)
        registration.agencyCode = row.text(7)
        registration.validUntil = try row.day(9)
        self.init(month: month, registration: registration, status: StatusCode(row.text(13)), rule: row.text(19))
        (countyCode, townCode, isRecognised) = (row.text(5), row.text(6), row.flag(10))
        try readDecision(row)
        try readFollowUp(row)
        (self.evidence, self.revision) = (evidence, revision)
    }

    private mutating func readDecision(_ row: ResultRow) throws {
        monthsUnemployed = Int(row.integer(11))
        previousStatus = row.optionalText(12).map(StatusCode.init)
        change = try StoredWord.value(row.text(14), column: "change")
        methods = try StoredWord.list(row.optionalText(15), column: "method")
        isTracked = row.flag(16)
        effectiveDate = try row.day(17)
        employer = row.optionalText(18) ?? ""
        grade = try StoredWord.optional(row.optionalText(20), column: "grade")
        verificationReasons = try StoredWord.list(row.optionalText(21), column: "verification_reason")
    }

    private mutating func readFollowUp(_ row: ResultRow) throws {
        action = try StoredWord.value(row.text(22), column: "action")
        ground = row.optionalText(23) ?? ""
        notify = row.flag(24)
        dueDate = try row.day(25)
        workList = try StoredWord.list(row.optionalText(26), column: "worklist")
        confirmedStatus = row.optionalText(27).map(StatusCode.init)
        confirmedBy = row.optionalText(28) ?? ""
        confirmedOn = try row.day(29)
        lowIncome = try StoredWord.optional(row.optionalText(30), column: "low_income")
        difficulty = ListText.split(row.optionalText(31) ?? "")
    }
}

extension ResultRow {
    /// A day that a column must hold.
    func requiredDay(_ column: Int) throws -> Day { try StoredWord.day(integer(column)) }

    /// The day in a column that may be empty.
    func day(_ column: Int) throws -> Day? { try optionalInteger(column).map(StoredWord.day) }

    /// A month that a column must hold.
    func requiredMonth(_ column: Int) throws -> Month { try StoredWord.month(integer(column)) }

    /// The month in a column that may be empty.
    func month(_ column: Int) throws -> Month? { try optionalInteger(column).map(StoredWord.month) }

    /// Yes or no.
    func flag(_ column: Int) -> Bool { integer(column) != 0 }
}
