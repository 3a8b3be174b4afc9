/// Reads the tables of an XLSX workbook as text cells, in bounded memory but for its distinct shared strings.
package struct WorkbookReader: ~Copyable {
    /// All sheets with cells, in the workbook's order.
    package let sheets: [Sheet]

    /// A sheet as the workbook lists it.
    package struct Sheet: Sendable, Hashable {
        package var name: String
        package var isVisible: Bool
    }

    /// Opens a workbook and reads its list of sheets, styles and shared strings.
    package init(path: String) throws {
        sheets = []
    }

    /// The table of a sheet, read up to its header; `nil` if none of the first 50 rows is a known header.
    ///
    /// - Parameter headings: the headings by which a header row is known.
    package func table(of sheet: Sheet, headings: Set<String>) throws -> SheetTable? { nil }
}

/// The rows of one sheet below its header, batch by batch.
package struct SheetTable: ~Copyable {
    /// The header's cells in column order.
    package let header: [String]
    /// The header's row number in the sheet, from 1.
    package let headerRow: Int

    /// The next rows, about 1,000; `nil` after the last. Blank rows and total rows are left out; a row's number is the sheet's own.
    package mutating func next() throws -> RowBatch? { nil }
}
