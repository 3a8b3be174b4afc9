package import Roster
import Tabular

/// One person of a work list.
package struct WorkListEntry: Sendable, Equatable {
    package var row: LedgerRow
    package var phone: String
    /// What is owed and given of help.
    package var help: [HelpCount]

    package init(row: LedgerRow, phone: String, help: [HelpCount] = []) {
        self.row = row
        self.phone = phone
        self.help = help
    }
}

/// The answers that a work list offers, as the survey source writes them.
package struct SurveyChoices: Sendable, Equatable {
    package var methods: [String]
    package var outcomes: [String]

    package init(methods: [String], outcomes: [String]) {
        self.methods = methods
        self.outcomes = outcomes
    }
}

/// A town's work list: whom to call or visit, why, by when, with room for the answers.
///
/// The answer columns carry the headings of the survey export, so a filled list is a file of that source.
package struct WorkListWorkbook: Sendable {
    private let month: Month
    private let names: ReportNames
    private let choices: SurveyChoices

    package init(month: Month, names: ReportNames, choices: SurveyChoices) {
        self.month = month
        self.names = names
        self.choices = choices
    }

    /// Writes the list of one town, people in the given order.
    package func write(to path: String, townCode: String, entries: [WorkListEntry]) throws {
        let title = "\(names.townOrCode(townCode)) \(month) 跟踪核查名单"
        var workbook = try WorkbookWriter(path: path, title: title, rowCount: entries.count)
        let columns = columns
        var plan = SheetPlan(name: "核查名单", columns: columns.map(\.sheetColumn))
        plan.isProtected = true
        plan.footer = "内部资料 注意保管　\(names.townOrCode(townCode))　\(month)"
        try workbook.addSheet(plan)
        for entry in entries {
            try workbook.append(columns.map { $0.cell(entry) })
        }
        try workbook.addNotes(name: "填写说明", lines: notes(title: title, count: entries.count))
        try workbook.finish()
        try OutputFile.sync(existing: path)
    }

    private var columns: [PeopleColumn<WorkListEntry>] {
        personColumns + taskColumns + answerColumns
    }

    private var personColumns: [PeopleColumn<WorkListEntry>] {
        [
            .init(.registrationNumber, width: 18) { .filled($0.row.registrationNumber) },
            .init(.name, width: 10) { .filled($0.row.name) },
            .init(.idNumber, width: 21) { .filled($0.row.idNumber) },
            .init(.phone, width: 14) { .filled($0.phone) },
            .init(.registeredOn, format: .date) { .day($0.row.registeredOn) },
            .init(.validUntil, format: .date) { .day($0.row.validUntil) },
        ]
    }

    private var taskColumns: [PeopleColumn<WorkListEntry>] {
        let (statuses, names) = (names.statuses, names)
        return [
            .init(.status, width: 14) { .filled(statuses.label($0.row.status)) },
            .init(.knownEmployer, width: 24) { .filled($0.row.employer) },
            .init(.worklist, width: 24) { .joined($0.row.workListWords) },
            .init(.task, width: 40) { .filled($0.row.workListTasks) },
            .init(.dueDate, format: .date) { .day($0.row.dueDate) },
            .init(.difficulty, width: 24) { .joined($0.row.difficulty.map(names.category)) },
            .init(.helpGap, width: 30) { .filled($0.help.gapWords) },
        ]
    }

    private var answerColumns: [PeopleColumn<WorkListEntry>] {
        [
            .answer(.surveyMethod, width: 10, choices: choices.methods),
            .answer(.surveyDate, width: 12, format: .date),
            .answer(.surveyResult, choices: choices.outcomes),
            .answer(.employer, width: 24),
            .answer(.employedOn, width: 12, format: .date),
            .answer(.note, width: 24),
            .answer(.surveyor, width: 10),
            .init(.checkCode, width: 9) { .text(RowChecksum.code(of: $0.row.registrationNumber)) },
        ]
    }

    private func notes(title: String, count: Int) -> [String] {
        [
            title,
            "共 \(count) 人。请在“\(ColumnName.dueDate.heading)”之前联系，把结果填在同一行。",
            "必填：\(ColumnName.surveyMethod.heading)、\(ColumnName.surveyResult.heading)（从下拉列表选择）、"
                + "\(ColumnName.surveyDate.heading)（如 2026-11-05）、\(ColumnName.surveyor.heading)。",
            "已就业的另填\(ColumnName.employer.heading)和\(ColumnName.employedOn.heading)；联系不上的选“失联”。",
            "要排序、删行或加列，先在“审阅”中撤销工作表保护（没有密码）；请勿修改\(ColumnName.registrationNumber.heading)和"
                + "\(ColumnName.checkCode.heading)，它们用来认出是哪一行。",
            "填好后原样交回，作为跟踪调查结果读入。有疑问请找发给您这份名单的经办机构。",
        ]
    }
}

extension LedgerRow {
    /// Reasons in words; what contradicts what stands behind a conflict.
    fileprivate var workListWords: [String] {
        workList.map { reason in
            let details = verificationReasons.filter { $0 != .weakMatch }.map(\.label)
            guard reason == .conflict, !details.isEmpty else { return reason.label }
            return "\(reason.label)（\(details.joined(separator: "、"))）"
        }
    }

    /// What to do for each reason, numbered if there are several.
    fileprivate var workListTasks: String {
        guard workList.count > 1 else { return workList.first?.task ?? "" }
        return workList.enumerated().map { "\($0 + 1). \($1.task)" }.joined(separator: "；")
    }
}
