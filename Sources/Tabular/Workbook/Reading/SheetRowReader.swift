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

    private struct OpenRow {
        var start = 0
        var firstField = 0
        var isBlank = true
        var defect: RowDefect?
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
        while row.firstField < batch.fields.count || !isFull(rowCount) {
            if next == events.list.count {
                next = 0
                guard try part.next(&events) else { break }
                continue
            }
            let event = events.list[next]
            next += 1
            try take(cells.take(event, events.text))
        }
        defer { (batch, row) = (RowBatch(encoding: .utf8), OpenRow()) }
        return batch.rows.isEmpty ? nil : batch
    }

    private func isFull(_ rowCount: Int) -> Bool {
        batch.rows.count >= rowCount || batch.text.count >= Self.maximumBatchBytes
    }

    private mutating func take(_ step: SheetCells.Step) throws(TabularError) {
        switch step {
        case .nothing: break
        case .cell(let cell): try append(cell)
        case .rowEnd: endRow()
        case .misplaced: throw part.fault(.badCell, .cell("\(cells.rowNumber)"))
        }
    }

    private mutating func append(_ cell: RawCell) throws(TabularError) {
        guard cell.column < width ?? Self.widthBeforeHeader else { return }
        pad(to: cell.column)
        guard let text = content.text(of: cell) else {
            throw part.fault(.badCell, .cell("\(SheetRowReader.letters(of: cell.column))\(cells.rowNumber)"))
        }
        if cell.lacksResult, row.defect == nil { row.defect = .formulaWithoutValue(column: cell.column) }
        addField(text)
        guard batch.text.count - row.start <= Self.maximumBatchBytes else {
            throw part.fault(.workbookLimit, .exceeded("rowBytes", Self.maximumBatchBytes))
        }
        if !text.allSatisfy({ $0 <= 0x20 }) || cell.lacksResult { row.isBlank = false }
    }

    private mutating func endRow() {
        if row.isBlank {
            batch.text.removeSubrange(row.start...)
            batch.fields.removeSubrange(row.firstField...)
        } else {
            pad(to: width ?? 0)
            let place = cells.rowNumber
            batch.rows.append(
                RowBatch.Row(
                    firstField: Int32(row.firstField), fieldCount: Int32(batch.fields.count - row.firstField),
                    number: place, line: place - 1, byteOffset: 0, start: UInt32(row.start),
                    end: UInt32(batch.text.count), defect: row.defect))
        }
        row = OpenRow(start: batch.text.count, firstField: batch.fields.count)
    }

    private mutating func pad(to column: Int) {
        while batch.fields.count - row.firstField < column { addField([]) }
    }

    private mutating func addField(_ text: ArraySlice<UInt8>) {
        if batch.fields.count > row.firstField { batch.text.append(0x09) }
        let start = UInt32(batch.text.count)
        batch.text.append(contentsOf: text)
        batch.fields.append(RowBatch.FieldBounds(start: start, end: UInt32(batch.text.count)))
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
