package import Roster
import Tabular

/// `台账.xlsx`: the ledger for officers, a sheet a county, statuses in Chinese, with columns to confirm them.
package struct LedgerWorkbook: Sendable {
    /// Gives all rows of one county code, in the ledger's order, to `body`.
    package typealias RowSource = (_ countyCode: String, _ body: (LedgerRow) throws -> Void) throws -> Void

    private let summary: MonthSummary
    private let names: ReportNames

    /// - Parameter summary: counts of the rows that will be written.
    package init(summary: MonthSummary, names: ReportNames) {
        self.summary = summary
        self.names = names
    }

    /// Writes the workbook from rows in memory.
    package func write(to path: String, rows: [LedgerRow]) throws {
        let indices = Dictionary(grouping: rows.indices) { rows[$0].countyCode }
        try write(to: path) { county, body in
            for index in indices[county] ?? [] { try body(rows[index]) }
        }
    }

    /// Writes the workbook, asking for the rows county by county.
    package func write(to path: String, rows: RowSource) throws {
        let title = "\(names.place)登记失业人员跟踪台账 \(summary.month)"
        var workbook = try WorkbookWriter(path: path, title: title, rowCount: summary.people)
        let columns = LedgerSheet(names: names).columns
        for county in counties {
            var series = SheetSeries(plan(county.name, columns: columns))
            try series.begin(in: &workbook)
            for code in county.codes {
                try rows(code) { row in try series.append(columns.map { $0.cell(row) }, to: &workbook) }
            }
        }
        try workbook.addNotes(name: "填写说明", lines: notes)
        try workbook.finish()
        try OutputFile.sync(existing: path)
    }

    /// Sheets in order of county code; counties without a name together in the last.
    private var counties: [(name: String, codes: [String])] {
        let codes = summary.counties.keys.sorted(by: precedesBytewise)
        var result = codes.compactMap { code in names.county(code).map { (name: $0, codes: [code]) } }
        let nameless = codes.filter { names.county($0) == nil }
        if !nameless.isEmpty || result.isEmpty { result.append((name: "其他", codes: nameless)) }
        return result
    }

    private func plan(_ name: String, columns: [PeopleColumn<LedgerRow>]) -> SheetPlan {
        var plan = SheetPlan(name: name, columns: columns.map(\.sheetColumn))
        plan.isProtected = true
        plan.footer = "内部资料 注意保管　\(summary.month)"
        return plan
    }

    private var notes: [String] {
        [
            "登记失业人员跟踪台账　\(summary.month)",
            "每个县区一张表，每人一行；县区代码不在区划表内的人员在“其他”表。",
            "可填写的只有三列：\(ColumnName.confirmedStatus.heading)（从下拉列表选择）、"
                + "\(ColumnName.confirmedBy.heading)、\(ColumnName.confirmedOn.heading)（如 2026-11-05）。",
            "其余各列已锁定，没有密码。要排序、删行或加列，先在“审阅”中撤销工作表保护；请勿修改\(ColumnName.registrationNumber.heading)。",
            "“处理建议”只是建议：比对结果不会自行终止任何人的登记，须经人工确认。",
        ]
    }
}
