import Tabular

/// Rows of a filled workbook that could not be taken in, to be mended and handed in again: where, why, and the row itself
/// under its own headings, so that the mended workbook is taken in like the one it came from.
package struct RefusedWorkbook: Sendable {
    private let title: String

    /// - Parameter title: of the workbook that the rows came from.
    package init(title: String) {
        self.title = title
    }

    /// Rows of tables with one header.
    package struct Section: Sendable {
        package var headings: [String]
        package var rows: [Row]

        package init(headings: [String], rows: [Row]) {
            (self.headings, self.rows) = (headings, rows)
        }
    }

    /// A row with the cell at fault.
    package struct Row: Sendable {
        package var sheet: String
        package var cell: String
        package var reason: String
        package var values: [String]

        package init(sheet: String, cell: String, reason: String, values: [String]) {
            (self.sheet, self.cell, self.reason, self.values) = (sheet, cell, reason, values)
        }
    }

    /// Writes the workbook, a sheet a section.
    package func write(to path: String, sections: [Section]) throws {
        let count = sections.reduce(0) { $0 + $1.rows.count }
        var workbook = try WorkbookWriter(path: path, title: "\(title) 退回的行", rowCount: count)
        for (number, section) in sections.enumerated() {
            let name = sections.count == 1 ? "退回的行" : "退回的行\(number + 1)"
            var plan = SheetPlan(name: name, columns: columns(section.headings))
            plan.footer = "内部资料 注意保管　\(title)"
            try workbook.addSheet(plan)
            for row in section.rows {
                let place: [WorkbookCell] = [.filled(row.sheet), .filled(row.cell), .filled(row.reason)]
                try workbook.append(place + row.values.prefix(section.headings.count).map { .filled($0) })
            }
        }
        try workbook.addNotes(name: "说明", lines: notes(count: count))
        try workbook.finish()
        try OutputFile.sync(existing: path)
    }

    /// Columns of an earlier return are not repeated.
    private func columns(_ headings: [String]) -> [SheetColumn] {
        RefusedWorkbook.placeHeadings.map { SheetColumn($0, width: $0 == "退回原因" ? 44 : 14) }
            + headings.map { heading in
                let isOld = RefusedWorkbook.placeHeadings.contains(heading)
                return SheetColumn(isOld ? "上次\(heading)" : heading, width: 16)
            }
    }

    private static let placeHeadings = ["原表", "原单元格", "退回原因"]

    private func notes(count: Int) -> [String] {
        [
            "\(title)　退回的行",
            "共 \(count) 行未能读入，其余各行已读入。“原单元格”指明原表中有问题的格子，“退回原因”说明如何改正。",
            "请在本表中改正后把本表交回，不必再交原表；登记编号和校验码请勿改动。",
        ]
    }
}
