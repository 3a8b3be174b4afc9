import Decisions
import Ledger
import Normalization
import Reports
import Roster
import Tabular

/// Reads confirmed statuses out of a filled ledger workbook.
struct FilledConfirmations {
    let definition: PipelineDefinition
    let ledger: Ledger
    /// Days after it are taken for slips.
    let lastDay: Day

    /// What one table brings.
    struct Yield {
        var confirmations: [Intake.Entry<ConfirmedStatus>] = []
        var refused: [RefusedRow] = []
        var unanswered = 0
    }

    private struct Columns {
        let month, number, code, by, on: Int?
        let status: Int

        init?(_ table: FilledTable) {
            guard let status = table.column(.confirmedStatus) else { return nil }
            self.status = status
            (month, number) = (table.column(.month), table.column(.registrationNumber))
            (by, on, code) = (table.column(.confirmedBy), table.column(.confirmedOn), table.column(.checkCode))
        }
    }

    /// Reads a table, if it has the columns of confirmations; else `nil`.
    func read(_ table: FilledTable) throws -> Yield? {
        guard let columns = Columns(table) else { return nil }
        var yield = Yield()
        try table.forEach { row in
            let filled = [columns.status, columns.by, columns.on].map { row.text($0) }
            if filled.allSatisfy(\.isEmpty) { return yield.unanswered += 1 }
            switch try confirmation(row, columns, inWorkbook: table.looked.isWorkbook) {
            case .success(let found):
                yield.confirmations.append(
                    Intake.Entry(
                        registrationNumber: found.number, value: found.confirmed, sheet: table.sheet, row: row.number))
            case .failure(let fault): yield.refused.append(table.refused(row, fault.column, fault.reason))
            }
        }
        return yield
    }

    private struct Fault: Error {
        let column: Int?
        let reason: String
    }

    private func confirmation(
        _ row: FilledTable.Row, _ columns: Columns, inWorkbook: Bool
    ) throws -> Result<(number: String, confirmed: ConfirmedStatus), Fault> {
        func fault(_ column: Int?, _ reason: String) -> Result<(number: String, confirmed: ConfirmedStatus), Fault> {
            .failure(Fault(column: column, reason: reason))
        }
        let number = FilledCell.identifier(row.cell(columns.number))
        if number.isEmpty { return fault(columns.number, "登记编号为空，不知是谁的确认") }
        guard let month = Month(row.text(columns.month)) else { return fault(columns.month, "月份不是 2026-10 的样子") }
        guard try ledger.holds(number, in: month) else { return fault(columns.number, "该月台账中没有这个登记编号") }
        let word = row.text(columns.status)
        guard let status = definition.policy.statuses.first(where: { $0.label == word || $0.code.text == word }) else {
            let reason = word.isEmpty ? "「确认状态」为空" : "「确认状态」不在列表中"
            return fault(columns.status, reason + "；请从下拉列表中选择")
        }
        let officer = row.text(columns.by)
        if officer.isEmpty { return fault(columns.by, "「确认人」为空") }
        guard let day = FilledCell.day(row.cell(columns.on), inWorkbook: inWorkbook) else {
            return fault(columns.on, "「确认日期」不是日期（如 2026-10-31）")
        }
        if day < month.firstDay { return fault(columns.on, "确认日期早于台账月份") }
        if day > lastDay { return fault(columns.on, FilledAnswers.tooLate("确认日期", lastDay)) }
        return .success(
            (
                number,
                ConfirmedStatus(
                    month: month, status: status.code, confirmedBy: officer, confirmedOn: day, ends: !status.isOpen)
            ))
    }
}
