import Roster

extension EvidenceRecord {
    /// Columns of `records` from `kind` on.
    var cells: [Cell] {
        [
            .text(kind), .text(grade.rawValue), .text(weight.rawValue), Cell(nonEmpty: period), Cell(nonEmpty: values),
            Cell(isUsed), .text(reason), Cell(contradictsIdentity),
        ]
    }

    /// The record behind the columns of `CanonicalQuery.evidence`.
    init(_ row: ResultRow) throws {
        kind = row.text(1)
        reference = RecordReference(
            source: SourceName(row.text(2)), file: row.text(3), row: Int(row.integer(4)))
        grade = try StoredWord.value(row.text(5), column: "grade")
        weight = try StoredWord.value(row.text(6), column: "weight")
        (period, values) = (row.optionalText(7) ?? "", row.optionalText(8) ?? "")
        (isUsed, reason) = (row.flag(9), row.text(10))
        contradictsIdentity = row.flag(11)
    }
}

extension SurveyAnswer {
    /// By what an answer is one: date, method, result.
    var keyCells: [Cell] { [Cell(answeredOn.number), .text(method.rawValue), .text(outcome.rawValue)] }

    /// What else it says.
    var remarkCells: [Cell] {
        [Cell(nonEmpty: employer), Cell(employedOn?.number), Cell(nonEmpty: note), Cell(nonEmpty: surveyor)]
    }

    /// The answer in seven columns from `answered_on` to `surveyor`, the first of them at `start`.
    init(_ row: ResultRow, from start: Int) throws {
        self.init(
            method: try StoredWord.value(row.text(start + 1), column: "method"),
            answeredOn: try row.requiredDay(start),
            outcome: try StoredWord.value(row.text(start + 2), column: "outcome"),
            employer: row.optionalText(start + 3) ?? "", employedOn: try row.day(start + 4),
            note: row.optionalText(start + 5) ?? "", surveyor: row.optionalText(start + 6) ?? "")
    }

    /// Answers oldest first, one for each date, method and result: of several the one whose remarks come first bytewise.
    static func distinct(_ answers: [SurveyAnswer]) -> [SurveyAnswer] {
        guard answers.count > 1 else { return answers }
        let ordered = answers.map { (key: $0.keyCells, remarks: $0.remarkCells, answer: $0) }
            .sorted { $0.key == $1.key ? $0.remarks.precede($1.remarks) : $0.key.precede($1.key) }
        return ordered.indices.filter { $0 == 0 || ordered[$0].key != ordered[$0 - 1].key }.map { ordered[$0].answer }
    }
}

extension EmployerMonth {
    /// Months by month and employer, each once: strong or paid if any of them is.
    static func distinct(_ months: [EmployerMonth]) -> [EmployerMonth] {
        guard months.count > 1 else { return months }
        return months.sorted { $0.keyCells.precede($1.keyCells) }.reduce(into: []) { result, next in
            guard let last = result.last, last.keyCells == next.keyCells else { return result.append(next) }
            result[result.count - 1].isStrong = last.isStrong || next.isStrong
            result[result.count - 1].isPaid = last.isPaid || next.isPaid
        }
    }

    private var keyCells: [Cell] { [Cell(month.index), .text(employerKey), .text(employerName)] }
}

extension ChangeRow {
    /// Columns of `changes` from `corrected_month` on.
    var cells: [Cell] {
        [
            Cell(correctedMonth?.index ?? 0), .text(change.rawValue), Cell(previousStatus?.text), Cell(status?.text),
            Cell(nonEmpty: ListText.join(previousEvidence)), Cell(nonEmpty: ListText.join(evidence)), .text(cause),
            Cell(oldStatus?.text), Cell(newStatus?.text),
        ]
    }

    /// The change behind the columns of `CanonicalQuery.changes`.
    init(_ row: ResultRow, month: Month) throws {
        self.init(
            month: month, registrationNumber: row.text(1),
            change: try StoredWord.value(row.text(3), column: "change"), cause: row.text(8))
        correctedMonth = row.integer(2) == 0 ? nil : try row.requiredMonth(2)
        previousStatus = row.optionalText(4).map(StatusCode.init)
        status = row.optionalText(5).map(StatusCode.init)
        previousEvidence = ListText.split(row.optionalText(6) ?? "")
        evidence = ListText.split(row.optionalText(7) ?? "")
        oldStatus = row.optionalText(9).map(StatusCode.init)
        newStatus = row.optionalText(10).map(StatusCode.init)
    }
}

extension ListedNote {
    /// Columns of `listed` from `phone` on.
    var cells: [Cell] {
        let help = help.map { count in
            [count.level.rawValue, count.item.rawValue, String(count.owed), count.given.map(String.init) ?? ""]
                .joined(separator: "/")
        }
        return [Cell(nonEmpty: phone), Cell(nonEmpty: ListText.join(help))]
    }

    /// The note behind columns `phone` and `help`, the first of them at `start`.
    init(_ row: ResultRow, from start: Int) throws {
        phone = row.optionalText(start) ?? ""
        help = try ListText.split(row.optionalText(start + 1) ?? "").map { text in
            let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 4, let owed = Int(parts[2]) else {
                throw LedgerError(.unreadableRow, path: "", detail: "help")
            }
            return HelpCount(
                level: try StoredWord.value(parts[0], column: "help"),
                item: try StoredWord.value(parts[1], column: "help"), owed: owed, given: Int(parts[3]))
        }
    }
}

extension [Cell] {
    /// Whether these cells come before others: cell by cell, nothing before numbers before texts, texts bytewise.
    func precede(_ others: [Cell]) -> Bool {
        for (mine, other) in zip(self, others) where mine != other {
            return mine.precedes(other)
        }
        return count < others.count
    }
}

extension Cell {
    fileprivate func precedes(_ other: Cell) -> Bool {
        switch (self, other) {
        case (.integer(let left), .integer(let right)): left < right
        case (.text(let left), .text(let right)): precedesBytewise(left, right)
        default: rank < other.rank
        }
    }

    private var rank: Int {
        switch self {
        case .null: 0
        case .integer: 1
        case .text: 2
        }
    }
}
