import Normalization
import Reports
import Roster
import Tabular

/// The rows of one table of a filled workbook, one after the other, each with its cells by the program's columns.
struct FilledTable {
    /// Sheet of a workbook, else the file.
    let sheet: String
    let header: [String]
    let looked: LookedTable
    private let places: ListColumns

    init(_ looked: LookedTable, sheet: String) {
        (self.looked, self.sheet, header) = (looked, sheet, looked.header)
        places = ListColumns(looked.header)
    }

    /// Column of a heading of people's files, or `nil`.
    func column(_ name: ColumnName) -> Int? { places.place(of: [name.heading]) }

    /// Column of the first of some headings, or `nil`.
    func column(_ headings: [String]) -> Int? { places.place(of: headings) }

    /// One filled row.
    struct Row {
        let batch: RowBatch
        let row: RowBatch.Row
        /// The sheet's own row; of a text table the line in the file on which the row begins.
        let number: Int

        /// What stands in a column; empty where the table lacks it.
        func cell(_ column: Int?) -> String { column.map { batch.value($0, of: row) } ?? "" }

        /// The same without blanks around it, in half width.
        func text(_ column: Int?) -> String { FilledCell.plain(cell(column)) }
    }

    /// Hands each row to `body`.
    func forEach(_ body: (Row) throws -> Void) throws {
        while let stretch = try looked.supply.next() {
            for row in stretch.batch.rows {
                let number = looked.isWorkbook ? row.number : row.line + 1 + stretch.position.lines
                try body(Row(batch: stretch.batch, row: row, number: number))
            }
        }
    }

    /// The row sent back, for a reason that lies in a column, or in none.
    func refused(_ row: Row, _ column: Int?, _ reason: String) -> RefusedRow {
        RefusedRow(
            sheet: sheet, cell: place(of: row, column), reason: reason, headings: header,
            values: row.batch.values(of: row.row))
    }

    private func place(of row: Row, _ column: Int?) -> String {
        guard let column else { return "第 \(row.number) 行" }
        return looked.isWorkbook
            ? CellName.of(column: column, row: row.number) : "第 \(row.number) 行「\(header[column])」"
    }
}
