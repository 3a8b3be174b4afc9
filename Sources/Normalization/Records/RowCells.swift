import Roster
package import Tabular

/// The cells of one row after another, in a layout's order of fields: places in the text of a batch.
///
/// An object that a scan moves from row to row, because it is handed to many readers and a copy would cost more than a
/// cell. A cell is UTF-8 as it stands, or it is decoded when it is asked for; no `String` is made.
package final class RowCells {
    private let batch: RowBatch
    /// Column of each field of the layout, or `nil` where the table lacks it.
    private let columns: [Int32]
    private var row: RowBatch.Row
    private let isUTF8: Bool

    /// The cells of the rows of a batch, none of them looked at yet.
    package init(_ batch: RowBatch, columns: [Int?]) {
        self.batch = batch
        self.columns = columns.map { Int32($0 ?? -1) }
        isUTF8 = batch.encoding == .utf8
        row = RowBatch.Row(firstField: 0, fieldCount: 0, number: 0, line: 0, byteOffset: 0, start: 0, end: 0)
    }

    /// Turns to a row of the batch.
    func move(to row: RowBatch.Row) {
        self.row = row
    }

    /// Lends the bytes of a field in UTF-8; none if the table or the row lacks it.
    @inline(__always)
    func with<Result>(_ field: Int, _ body: (Span<UInt8>) -> Result) -> Result {
        guard let bounds = bounds(field) else { return body(RowCells.nothing.span) }
        let text = batch.text
        let place = Int(bounds.start)..<Int(bounds.end)
        let isPlain = isUTF8 || CellText.isASCII(text.span.extracting(place))
        if isPlain, !bounds.hasDoubledQuotes { return body(text.span.extracting(place)) }
        return body(decoded(field).span)
    }

    private static let nothing: [UInt8] = []

    @inline(__always)
    private func bounds(_ field: Int) -> RowBatch.FieldBounds? {
        guard field < columns.count else { return nil }
        let column = columns[field]
        guard column >= 0, column < row.fieldCount else { return nil }
        return batch.fields[Int(row.firstField &+ column)]
    }

    private func decoded(_ field: Int) -> [UInt8] {
        Array(batch.value(Int(columns[field]), of: row).utf8)
    }
}

extension RowCells {
    /// The month that the first six digits of a field write, whatever stands between and behind them.
    func leadingMonth(_ field: Int) -> Month? {
        with(field) { cell in
            var (value, count) = (0, 0)
            for index in 0..<cell.count where cell[index] &- 0x30 <= 9 {
                value = value * 10 + Int(cell[index] &- 0x30)
                count += 1
                if count == 6 { return Month(year: value / 100, month: value % 100) }
            }
            return nil
        }
    }
}
