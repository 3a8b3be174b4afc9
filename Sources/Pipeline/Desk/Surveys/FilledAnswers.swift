import Ledger
import Matching
import Normalization
import Reports
import Roster
import Tabular

/// Reads the answers out of a filled work list: each lands on the person whose number and check code its row carries.
struct FilledAnswers {
    let definition: PipelineDefinition
    let ledger: Ledger
    /// Answers dated after it are taken for slips.
    let lastDay: Day

    /// What one table brings.
    struct Yield {
        var answers: [Intake.Entry<SurveyAnswer>] = []
        var refused: [RefusedRow] = []
        /// Rows that nobody filled in.
        var unanswered = 0
    }

    /// The source whose files filled work lists are; `nil` if the pipeline has none.
    var source: SourceDefinition? { definition.source(of: .survey) }

    /// Headings of the column of results, and of confirmations.
    var results: [String] {
        (source?.layout.fields.first { $0.field == .outcome }?.headings ?? []) + [ColumnName.confirmedStatus.heading]
    }

    /// Reads a table, if it has the column of results; else `nil`. Throws a `HeaderFault` if it then lacks another column
    /// that it must have, or has one twice.
    func read(_ table: FilledTable) throws -> Yield? {
        guard let source, let results = source.layout.fields.first(where: { $0.field == .outcome }),
            table.column(results.headings) != nil
        else { return nil }
        let bound = try bind(table, source)
        let checkCode = table.column(.checkCode)
        let names = NameComparison(tables: definition.nameTables)
        var yield = Yield()
        try table.forEach { row in
            if let defect = bound.refused(row.row, in: row.batch) {
                return yield.refused.append(table.refused(row, nil, defect.reason))
            }
            let reader = bound.reader(of: row.batch)
            reader.move(to: row.row)
            let record = bound.parser.parse(reader)
            if let fault = fault(of: record, bound) {
                return yield.refused.append(table.refused(row, fault.column, fault.reason))
            }
            guard case .survey(let answer)? = record.observation else { return yield.unanswered += 1 }
            if let method = bound.column(of: .surveyMethod), row.text(method).isEmpty {
                return yield.refused.append(table.refused(row, method, "「调查方式」为空；请从下拉列表中选择"))
            }
            if let surveyor = bound.column(of: .surveyor), answer.surveyor.isEmpty {
                return yield.refused.append(table.refused(row, surveyor, "「调查人」为空"))
            }
            if let fault = try fault(of: answer, record.key, code: row.text(checkCode), names) {
                return yield.refused.append(table.refused(row, bound.column(of: fault.field), fault.reason))
            }
            yield.answers.append(
                Intake.Entry(
                    registrationNumber: record.key.registrationNumber, value: answer, sheet: table.sheet,
                    row: row.number))
        }
        return yield
    }

    /// The reason why a day is taken for a slip.
    static func tooLate(_ heading: String, _ lastDay: Day) -> String {
        "\(heading)晚于 \(lastDay)，请核对；日期无误的，等以后的月份运行后再交"
    }

    private func bind(_ table: FilledTable, _ source: SourceDefinition) throws(HeaderFault) -> BoundTable {
        let binding = try HeaderBinding(header: table.header, layout: source.layout)
        var context = definition.parsingContext(month: lastDay.month)
        context.acceptsSerials = table.looked.isWorkbook
        return BoundTable(
            layout: source.layout, origin: RecordOrigin(source: source.name, file: table.looked.name),
            binding: binding, header: table.header, context: context)
    }

    /// What is wrong with a filled cell: everything that a person wrote has to be understood.
    private func fault(of record: ParsedRecord, _ bound: BoundTable) -> (column: Int?, reason: String)? {
        func column(_ heading: String) -> Int? {
            bound.layout.fields.firstIndex { $0.heading == heading }.flatMap { bound.columns[$0] }
        }
        if let defect = record.defect { return (column(defect.field), defect.message) }
        let finding = record.findings.first { $0.code == .fieldInvalid }
        // In an export the rest of the row would stand; an answer goes back whole.
        return finding.map { (column($0.field), $0.message.replacing("，按未填处理", with: "")) }
    }

    /// Why an answer is not taken for the person's whose number it carries.
    private func fault(
        of answer: SurveyAnswer, _ key: RecordKey, code: String, _ names: NameComparison
    ) throws -> (field: FieldName, reason: String)? {
        let number = key.registrationNumber
        if number.isEmpty { return (.registrationNumber, "登记编号为空，不知是谁的答复") }
        // A list of any month may come back, and rosters may have said something else since.
        let known = try ledger.registered(number)
        if known.isEmpty { return (.registrationNumber, "台账中没有这个登记编号") }
        if !code.isEmpty, !RowChecksum.matches(code, registrationNumber: number) {
            return (.registrationNumber, "校验码与登记编号不符，编号可能被改动")
        }
        if let id = key.id.number?.text, !known.contains(where: { $0.idNumber == id }) {
            return (.idNumber, "证件号码与台账不符")
        }
        if known.allSatisfy({ names.compare(key.name, $0.name) == .different }) { return (.name, "姓名与台账不符") }
        if code.isEmpty, key.id.number == nil, key.name.isEmpty {
            return (.registrationNumber, "没有校验码、姓名和证件号码，无法确认是谁的答复")
        }
        if known.allSatisfy({ answer.answeredOn < $0.registeredOn }) { return (.answeredOn, "调查日期早于登记日期") }
        if answer.answeredOn > lastDay { return (.answeredOn, FilledAnswers.tooLate("调查日期", lastDay)) }
        if let employedOn = answer.employedOn, employedOn > answer.answeredOn {
            return (.employedOn, "就业日期晚于调查日期")
        }
        return nil
    }
}
