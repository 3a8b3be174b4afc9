package import Roster
import Tabular

/// Rows put aside from files of one header.
package struct QuarantineSection: Sendable, Equatable {
    /// The sender's headings in their order.
    package var headings: [String]
    package var rows: [QuarantinedRow]

    package init(headings: [String], rows: [QuarantinedRow]) {
        self.headings = headings
        self.rows = rows
    }
}

/// `quarantine/<source>.xlsx`: the rows of a source that could not be used, to be mended and sent back.
package struct QuarantineWorkbook: Sendable {
    /// Most columns of the sender that are shown, so that all fit on a sheet of 16,384.
    private static let senderColumns = 16_000

    private let month: Month
    private let title: String

    /// - Parameter title: Chinese title of the source.
    package init(month: Month, title: String) {
        self.month = month
        self.title = title
    }

    /// Writes the workbook: a sheet for each header that the source's files have.
    package func write(to path: String, sections: [QuarantineSection]) throws {
        let largest = sections.map(\.rows.count).max() ?? 0
        var workbook = try WorkbookWriter(path: path, title: "\(title) \(month) 未能使用的行", rowCount: largest)
        for (number, section) in sections.enumerated() {
            let name = sections.count == 1 ? "未能使用的行" : "未能使用的行\(number + 1)"
            try write(section, named: name, to: &workbook)
        }
        try workbook.addNotes(name: "说明", lines: notes)
        try workbook.finish()
        try OutputFile.sync(existing: path)
    }

    private func write(_ section: QuarantineSection, named name: String, to workbook: inout WorkbookWriter) throws {
        let headings = Array(section.headings.prefix(QuarantineWorkbook.senderColumns))
        var plan = SheetPlan(name: name, columns: columns(headings: headings))
        plan.footer = "内部资料 注意保管　\(title)　\(month)"
        var series = SheetSeries(plan)
        try series.begin(in: &workbook)
        for row in section.rows {
            let cells = placeColumns.map { $0.cell(row) } + senderCells(of: row, count: headings.count)
            try series.append(cells, to: &workbook)
        }
    }

    private func columns(headings: [String]) -> [SheetColumn] {
        placeColumns.map(\.sheetColumn) + headings.map { SheetColumn($0, width: 16) }
    }

    private var placeColumns: [PeopleColumn<QuarantinedRow>] {
        [
            .init(.file, width: 30) { .filled($0.place.file) },
            .init(.row, width: 10, format: .general) { .integer($0.place.row) },
            .init(.line, width: 10, format: .general) { .integer($0.place.line) },
            .init(.byteOffset, width: 12, format: .general) { .integer($0.place.byteOffset) },
            .init(.code, width: 20) { .text($0.code.rawValue) },
            .init(.reason, width: 40) { .filled($0.reason) },
            .init(.field, width: 14) { .filled($0.field) },
            .init(.raw, width: 40) { .filled($0.raw) },
        ]
    }

    /// The row's fields under the sender's headings; fields beyond the last heading are joined in the last cell.
    private func senderCells(of row: QuarantinedRow, count: Int) -> [WorkbookCell] {
        guard count > 0, row.fields.count > count else { return row.fields.prefix(count).map { .filled($0) } }
        let surplus = row.fields[(count - 1)...].joined(separator: ",")
        return row.fields.prefix(count - 1).map { .filled($0) } + [.filled(surplus)]
    }

    private var notes: [String] {
        [
            "\(title)　\(month)　未能使用的行",
            "每一行都注明所在文件、行号、原因和问题字段；右边各列按来源文件的原有列序照录，多出的字段并入最后一列。",
            "请来源单位改正后重新导出整个文件；改正后的文件放回原处再运行一次即可。",
            "\(ColumnName.row.heading)：数据行从 1 数起；\(ColumnName.line.heading)：文件中的行，从 1 数起。",
        ]
    }
}
