package import Roster
import Tabular

/// A registered person with what was found beside the status, for people's files.
package struct ServiceEntry: Sendable {
    let registrationNumber: String
    let name: String
    let idNumber: String
    let townCode: String
    let phone: String
    let services: PersonServices

    package init(row: LedgerRow, phone: String, services: PersonServices) {
        (registrationNumber, name, idNumber) = (row.registrationNumber, row.name, row.idNumber)
        (townCode, self.phone, self.services) = (row.townCode, phone, services)
    }
}

/// `重点服务.xlsx`: difficulty, help, limits, allowance, loans and registration for officers, a sheet each.
package struct ServiceWorkbook: Sendable {
    private let month: Month
    private let names: ReportNames
    private let parts: ServiceFiles.Parts

    package init(month: Month, names: ReportNames, parts: ServiceFiles.Parts) {
        self.month = month
        self.names = names
        self.parts = parts
    }

    /// Writes the workbook: people in the given order, then the applications.
    package func write(to path: String, entries: some Sequence<ServiceEntry>, loans: [LoanJudgement]) throws {
        let title = "\(names.place)登记失业人员重点服务 \(month)"
        let rows = entries.reduce(loans.count) { $0 + $1.services.lineCount }
        var workbook = try WorkbookWriter(path: path, title: title, rowCount: rows)
        if parts.contains(.difficulty) {
            try write("就业困难人员", difficultyColumns, entries, \.difficulty, to: &workbook)
        }
        if parts.contains(.help) { try write("三级帮扶", helpColumns, entries, \.help, to: &workbook) }
        if parts.contains(.deadlines) { try write("办理时限", deadlineColumns, entries, \.deadlines, to: &workbook) }
        if parts.contains(.allowance) { try write("生活费补贴", allowanceColumns, entries, \.allowance, to: &workbook) }
        if parts.contains(.loans) { try write(loans, to: &workbook) }
        if parts.contains(.eligibility) {
            try write("登记条件", eligibilityColumns, entries, \.eligibility, to: &workbook)
        }
        try workbook.addNotes(name: "填写说明", lines: notes)
        try workbook.finish()
        try OutputFile.sync(existing: path)
    }

    private func write<Finding>(
        _ sheet: String, _ columns: [PeopleColumn<Finding>], _ entries: some Sequence<ServiceEntry>,
        _ findings: KeyPath<PersonServices, [Finding]>, to workbook: inout WorkbookWriter
    ) throws {
        let person = personColumns
        var series = SheetSeries(plan(sheet, person.map(\.sheetColumn) + columns.map(\.sheetColumn)))
        try series.begin(in: &workbook)
        for entry in entries {
            for finding in entry.services[keyPath: findings] {
                try series.append(person.map { $0.cell(entry) } + columns.map { $0.cell(finding) }, to: &workbook)
            }
        }
    }

    private func write(_ loans: [LoanJudgement], to workbook: inout WorkbookWriter) throws {
        let columns = loanColumns
        var series = SheetSeries(plan("创业担保贷款", columns.map(\.sheetColumn)))
        try series.begin(in: &workbook)
        for loan in loans { try series.append(columns.map { $0.cell(loan) }, to: &workbook) }
    }

    private func plan(_ sheet: String, _ columns: [SheetColumn]) -> SheetPlan {
        var plan = SheetPlan(name: sheet, columns: columns)
        plan.footer = "内部资料 注意保管　\(month)"
        return plan
    }

    private var notes: [String] {
        [
            "登记失业人员重点服务　\(month)",
            "就业困难人员：“可认定”须由本人带材料向受理机构申请；“建议退出”须经人工确认，比对不会自行取消任何人的认定。",
            "三级帮扶：按服务记录计算，“尚缺”为应提供与已提供之差；“一人一策”没有数据来源，已提供数留空。",
            "办理时限：工作日按国务院办公厅公布的放假和调休安排计算，起算日不计入；日历之外的期限留空。",
            "创业担保贷款：逐项核对，缺少数据的写“无法判断”；全部符合的才计算贴息。",
        ]
    }
}

extension ServiceWorkbook {
    private var personColumns: [PeopleColumn<ServiceEntry>] {
        let names = names
        return [
            .init(.registrationNumber, width: 18) { .filled($0.registrationNumber) },
            .init(.name, width: 10) { .filled($0.name) },
            .init(.idNumber, width: 21) { .filled($0.idNumber) },
            .init(.town, width: 18) { .filled(names.townOrCode($0.townCode)) },
            .init(.phone, width: 14) { .filled($0.phone) },
        ]
    }

    private var difficultyColumns: [PeopleColumn<DifficultyFinding>] {
        let names = names
        return [
            .init(.category, width: 26) { .filled(names.category($0.category)) },
            .init(.finding, width: 10) { .text($0.kind.label) },
            .init(.grade, width: 9) { .filled($0.grade?.rawValue ?? "") },
            .init(.exitGround, width: 30) { .filled(names.exitGround($0.exitGround)) },
            .init(.since, format: .date) { .day($0.since) },
            .init(.documents, width: 40) { .joined($0.documents) },
            .init(.office, width: 18) { .filled($0.office.isEmpty ? "" : names.placeOrCode($0.office)) },
        ]
    }

    private var helpColumns: [PeopleColumn<HelpCount>] {
        [
            .init(.level, width: 9) { .text($0.level.label) },
            .init(.item, width: 20) { .text($0.item.label) },
            .init(.owed, width: 9, format: .general) { .integer($0.owed) },
            .init(.given, width: 9, format: .general) { $0.given.map { .integer($0) } ?? .empty },
            .init(.gap, width: 9, format: .general) { $0.gap.map { .integer($0) } ?? .empty },
        ]
    }

    private var deadlineColumns: [PeopleColumn<ActDeadline>] {
        [
            .init(.act, width: 14) { .text($0.act.label) },
            .init(.reference, width: 24) { .filled($0.reference) },
            .init(.startDate, format: .date) { .day($0.startedOn) },
            .init(.dueDate, format: .date) { .day($0.dueOn) },
            .init(.doneDate, format: .date) { .day($0.doneOn) },
            .init(.workingDaysUsed, width: 10, format: .general) { $0.workingDaysUsed.map { .integer($0) } ?? .empty },
            .init(.state, width: 10) { .filled($0.state?.label ?? "") },
        ]
    }

    private var allowanceColumns: [PeopleColumn<AllowanceYear>] {
        [
            .init(.year, width: 9, format: .general) { .integer($0.year) },
            .init(.isOwed, width: 9) { .flag($0.isOwed) },
            .init(.paidCount, width: 9, format: .general) { .integer($0.paidCount) },
            .init(.paidAmount) { .text($0.paidAmount.description) },
            .init(.state) { .text($0.state.label) },
        ]
    }

    private var eligibilityColumns: [PeopleColumn<EligibilityTest>] {
        [
            .init(.condition, width: 24) { .text($0.condition.label) },
            .init(.result, width: 10) { .text($0.result.label) },
            .init(.evidence, width: 40) { .joined($0.evidence.map(\.description)) },
        ]
    }

    private var loanColumns: [PeopleColumn<LoanJudgement>] {
        [
            .init(.applicationNumber, width: 22) { .filled($0.applicationNumber) },
            .init(.borrower, width: 10) { .text($0.borrower.label) },
        ]
            + LoanCondition.allCases.map { condition in
                .init(condition.column) { .filled($0.conditions[condition]?.label ?? "") }
            } + [
                .init(.result, width: 10) { .text($0.result.label) },
                .init(.interestSubsidy, width: 14) { .filled($0.interestSubsidy?.description ?? "") },
            ]
    }
}

extension PersonServices {
    fileprivate var lineCount: Int {
        difficulty.count + help.count + deadlines.count + allowance.count + eligibility.count
    }
}

extension [HelpCount] {
    /// What is still to be given, in words: `岗位推荐 2、政策清单 1`.
    var gapWords: String {
        compactMap { count in count.gap.flatMap { $0 > 0 ? "\(count.level.label)\(count.item.label) \($0)" : nil } }
            .joined(separator: "、")
    }
}
