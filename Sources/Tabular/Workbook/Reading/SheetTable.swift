/// The table on one sheet, read up to its header; the rows below are pulled batch by batch.
package final class SheetTable {
    /// Name for rows and messages: the file's, or `file.xlsx!sheet` where several sheets make up the table.
    package internal(set) var name = ""
    /// The sheet's name.
    package let sheet: String
    /// The header's cells, without blanks around them.
    package let header: [String]
    /// The header's row number, from 1.
    package let headerRow: Int
    /// Rows read so far that are hidden, and rows with a value that a formula gave.
    package private(set) var hiddenRows = 0
    package private(set) var calculatedRows = 0
    private var rows: SheetRowReader
    private let totals: TotalMarks
    private var early: RowBatch?

    /// Reads up to the header; `nil` if there is none.
    init?(
        _ part: WorkbookPart, sheet: String, content: CellContent, options: SheetOptions
    ) throws(TabularError) {
        var rows = SheetRowReader(part, content: content)
        let first = try rows.read(rowCount: options.headerRows) ?? RowBatch(encoding: .utf8)
        guard let place = SheetTable.headerPlace(in: first, headings: options.headings) else { return nil }
        self.sheet = sheet
        header = SheetTable.headings(of: first.rows[place], in: first)
        headerRow = first.rows[place].number
        totals = TotalMarks(options.totalMarks)
        rows.width = header.count
        self.rows = rows
        early = SheetTable.rows(of: first, after: place, width: header.count)
    }

    /// Bytes of the sheet's compressed form used up so far.
    package var consumedFileBytes: Int { rows.consumedFileBytes }

    /// The next rows, about 1,000, each as wide as the header; `nil` after the last. Blank rows and totals are left out.
    ///
    /// Row numbers and lines are the sheet's own, not relative to the batch. Cells to the right of the header are no
    /// part of the table.
    package func nextBatch() throws(TabularError) -> RowBatch? {
        while var batch = try nextUnfiltered() {
            batch.rows = batch.rows.filter { !totals.stand(in: $0, of: batch) }
            count(batch)
            if !batch.rows.isEmpty { return batch }
        }
        return nil
    }

    /// The rows read together with the header, cut or filled up to its width.
    private static func rows(of batch: RowBatch, after place: Int, width: Int) -> RowBatch {
        var result = RowBatch(encoding: .utf8)
        for row in batch.rows[(place + 1)...] {
            let values = Array(batch.values(of: row).prefix(width))
            let padding = Array(repeating: "", count: width - values.count)
            var defect = row.defect
            if case .formulaWithoutValue(let column) = defect, column >= width { defect = nil }
            guard defect != nil || values.contains(where: { !$0.allSatisfy(\.isWhitespace) }) else { continue }
            result.append(values + padding, number: row.number, line: row.line, byteOffset: 0, defect: defect)
        }
        return result
    }

    private func nextUnfiltered() throws(TabularError) -> RowBatch? {
        if let batch = early {
            early = nil
            return batch
        }
        return try rows.read(rowCount: 1_000)
    }

    /// Counts the rows of the last batch that something is to be said of.
    private func count(_ batch: RowBatch) {
        let marks = rows.marks
        guard !marks.hidden.isEmpty || !marks.calculated.isEmpty else { return }
        let numbers = Set(batch.rows.map(\.number))
        hiddenRows += marks.hidden.count(where: numbers.contains)
        calculatedRows += marks.calculated.count(where: numbers.contains)
    }

    /// The row with the most known headings, the first of several.
    private static func headerPlace(in batch: RowBatch, headings: Set<String>) -> Int? {
        let counts = batch.rows.map { row in
            let cells = SheetTable.headings(of: row, in: batch).map { $0.filter { !$0.isWhitespace } }
            return Set(cells).intersection(headings).count
        }
        guard let best = counts.max(), best >= min(2, max(1, headings.count)) else { return nil }
        return counts.firstIndex(of: best)
    }

    private static func headings(of row: RowBatch.Row, in batch: RowBatch) -> [String] {
        var cells = batch.values(of: row).map { value in
            let start = value.drop(while: \.isWhitespace)
            return String(start.reversed().drop(while: \.isWhitespace).reversed())
        }
        while cells.last?.isEmpty == true { cells.removeLast() }
        return cells
    }
}
