/// Builds batches of a sheet's rows that are not blank.
struct SheetRowReader {
    /// Cells of a row that are kept; `nil` before the header is known, when a row has as many as it has.
    var width: Int?
    private let part: WorkbookPart
    private let content: CellContent
    private var cells = SheetCells()
    private var events = XMLEvents()
    private var next = 0
    private var batch = RowBatch(encoding: .utf8)
    private var row = OpenRow()

    /// Rows of the last batch that something is to be said of.
    private(set) var marks = RowMarks()

    /// Row numbers, in ascending order.
    struct RowMarks {
        var hidden: [Int] = []
        /// Rows with a value that a formula gave.
        var calculated: [Int] = []
    }

    private struct OpenRow {
        var start = 0
        var firstField = 0
        var isBlank = true
        var isCalculated = false
        var defect: RowDefect?
        /// Where the value of the present cell begins, once its place in the row is made.
        var valueStart: Int?
    }

    /// Cells kept of a row that may be the header: as many as a sheet has, so that too many are noticed.
    private static let widthBeforeHeader = 16_384
    private static let maximumBatchBytes = 4 << 20

    init(_ part: WorkbookPart, content: CellContent) {
        self.part = part
        self.content = content
    }

    /// Bytes of the part's compressed form used up so far.
    var consumedFileBytes: Int { part.consumedFileBytes }

    /// About so many rows; `nil` after the last.
    mutating func read(rowCount: Int) throws(TabularError) -> RowBatch? {
        marks = RowMarks()
        while row.valueStart != nil || row.firstField < batch.fields.count || !isFull(rowCount) {
            if next == events.list.count {
                next = 0
                guard try part.next(&events) else { break }
                continue
            }
            try take(events.list[next])
            next += 1
        }
        defer { (batch, row) = (RowBatch(encoding: .utf8), OpenRow()) }
        return batch.rows.isEmpty ? nil : batch
    }

    private func isFull(_ rowCount: Int) -> Bool {
        batch.rows.count >= rowCount || batch.text.count >= Self.maximumBatchBytes
    }

    private mutating func take(_ event: XMLEvent) throws(TabularError) {
        switch cells.take(event, events.text) {
        case .nothing: break
        case .value:
            guard isKept else { return }
            openCell()
            batch.text.append(contentsOf: events.text[Int(event.start)..<Int(event.end)])
        case .cell: if isKept { try closeCell() }
        case .rowEnd: endRow()
        case .misplaced: throw part.fault(.badCell, .cell("\(cells.rowNumber)"))
        }
    }

    private var isKept: Bool { cells.cell.column < width ?? Self.widthBeforeHeader }

    /// Makes the place of the present cell in the row.
    private mutating func openCell() {
        guard row.valueStart == nil else { return }
        pad(to: cells.cell.column)
        if batch.fields.count > row.firstField { batch.text.append(0x09) }
        row.valueStart = batch.text.count
    }

    private mutating func closeCell() throws(TabularError) {
        openCell()
        let start = row.valueStart ?? batch.text.count
        row.valueStart = nil
        let cell = cells.cell
        if cell.hasFormula { noteFormula(cell, isEmpty: batch.text.count == start) }
        guard content.finish(cell, &batch.text, from: start) else {
            throw part.fault(.badCell, .cell("\(SheetRowReader.letters(of: cell.column))\(cells.rowNumber)"))
        }
        let end = batch.text.count
        batch.fields.append(RowBatch.FieldBounds(start: UInt32(start), end: UInt32(end)))
        guard end - row.start <= Self.maximumBatchBytes else {
            throw part.fault(.workbookLimit, .exceeded("rowBytes", Self.maximumBatchBytes))
        }
        if row.isBlank, !batch.text[start...].allSatisfy({ $0 <= 0x20 }) { row.isBlank = false }
    }

    /// A formula's result is used as it stands in the file; without one the row can't be used. An empty text is a result.
    private mutating func noteFormula(_ cell: RawCell, isEmpty: Bool) {
        if !isEmpty {
            row.isCalculated = true
        } else if cell.type != .string {
            if row.defect == nil { row.defect = .formulaWithoutValue(column: cell.column) }
            row.isBlank = false
        }
    }

    private mutating func endRow() {
        if row.isBlank {
            batch.text.removeSubrange(row.start...)
            batch.fields.removeSubrange(row.firstField...)
        } else {
            pad(to: width ?? 0)
            let place = cells.rowNumber
            if cells.isHiddenRow { marks.hidden.append(place) }
            if row.isCalculated { marks.calculated.append(place) }
            batch.rows.append(
                RowBatch.Row(
                    firstField: Int32(row.firstField), fieldCount: Int32(batch.fields.count - row.firstField),
                    number: place, line: place - 1, byteOffset: 0, start: UInt32(row.start),
                    end: UInt32(batch.text.count), defect: row.defect))
        }
        row = OpenRow(start: batch.text.count, firstField: batch.fields.count)
    }

    private mutating func pad(to column: Int) {
        while batch.fields.count - row.firstField < column {
            if batch.fields.count > row.firstField { batch.text.append(0x09) }
            let place = UInt32(batch.text.count)
            batch.fields.append(RowBatch.FieldBounds(start: place, end: place))
        }
    }

    /// The letters of a column, from 0.
    static func letters(of column: Int) -> String {
        var (rest, letters) = (column + 1, "")
        while rest > 0 {
            let letter = UnicodeScalar(UInt8(ascii: "A") + UInt8((rest - 1) % 26))
            letters = String(Character(letter)) + letters
            rest = (rest - 1) / 26
        }
        return letters
    }
}
