import Reports
import Tabular

/// A written workbook, read again by the program's own reader.
struct ReadWorkbook {
    let path: String
    let sheets: [String]

    init(_ path: String) throws {
        self.path = path
        sheets = try ReadWorkbook.open(path).sheets.map(\.name)
    }

    /// Headings of a sheet.
    func header(of sheet: String) throws -> [String] {
        try read(sheet).header
    }

    /// Cells of a sheet's rows, each padded to the header's width.
    func cells(of sheet: String) throws -> [[String]] {
        try read(sheet).rows
    }

    /// Rows of a sheet by column; headings that are no column of ours are left out.
    func rows(of sheet: String) throws -> [[ColumnName: String]] {
        let (header, rows) = try read(sheet)
        return rows.map { row in
            zip(header, row).reduce(into: [:]) { result, cell in
                if let column = ColumnName(heading: cell.0) { result[column] = cell.1 }
            }
        }
    }

    /// One column of a sheet.
    func column(_ column: ColumnName, of sheet: String) throws -> [String] {
        try rows(of: sheet).map { $0[column] ?? "" }
    }

    private func read(_ name: String) throws -> (header: [String], rows: [[String]]) {
        let headings = Set(ColumnName.allCases.map(\.heading))
        let tables = try ReadWorkbook.open(path).tables(SheetOptions(headings: headings, sheetName: name))
        guard let table = tables.first else { throw Missing(sheet: name) }
        var rows: [[String]] = []
        while let batch = try table.nextBatch() { rows += batch.rows.map { batch.values(of: $0) } }
        return (table.header, rows)
    }

    private static func open(_ path: String) throws -> WorkbookReader {
        try WorkbookReader(ZipArchive(.file(RegularFile(path: path))))
    }

    struct Missing: Error {
        let sheet: String
    }
}
