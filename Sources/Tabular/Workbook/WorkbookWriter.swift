/// Writes one XLSX workbook: sheets one after the other, rows in order.
///
/// The same calls give the same bytes. Nothing is in place until `finish` has read the file again.
package struct WorkbookWriter: ~Copyable {
    /// - Parameters:
    ///   - title: stands in the document's properties.
    ///   - rowCount: how many rows the largest sheet will have; above 20,000 the file is written in constant memory.
    ///   - created: seconds since 1970 to stand in the document's properties.
    package init(path: String, title: String, rowCount: Int, created: Int = 1_577_836_800) throws(WorkbookError) {
    }

    /// Begins a sheet of plain lines, one a row, for instructions and notes.
    package mutating func addNotes(name: String, lines: [String]) throws(WorkbookError) {}

    /// Begins a sheet and writes its header; the rows that follow belong to it. Gives the name the sheet got.
    @discardableResult
    package mutating func addSheet(_ plan: SheetPlan) throws(WorkbookError) -> String { plan.name }

    /// Writes a row under the last one; missing cells are empty.
    package mutating func append(_ cells: [WorkbookCell]) throws(WorkbookError) {}

    /// Completes the file, reads it again and compares the number of rows of each sheet.
    package consuming func finish() throws(WorkbookError) {}
}
