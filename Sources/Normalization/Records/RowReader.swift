package import Roster
package import Tabular

/// Reads the cells of one row after another and takes down what is wrong with them.
///
/// An object that a scan moves from row to row, one a batch: what all rows share is made once.
package final class RowReader {
    let cells: RowCells
    private let nullMarks: NullMarks
    /// The employers met so far, so that the rows of one employer share one object.
    var employers = EmployerPool()
    /// The fault of the leftmost faulty key field.
    private(set) var defect: RecordDefect?
    private(set) var findings: [FieldFinding] = []
    private var defectColumn = Int.max

    init(_ cells: RowCells, nullMarks: NullMarks) {
        self.cells = cells
        self.nullMarks = nullMarks
    }

    /// Turns to a row of the batch; what was taken down of the row before is forgotten.
    package func move(to row: RowBatch.Row) {
        cells.move(to: row)
        forgetFaults()
    }

    /// The month that the first six digits of a field write.
    package func leadingMonth(_ field: Int) -> Month? { cells.leadingMonth(field) }

    /// Forgets what was taken down so far.
    func forgetFaults() {
        if defect != nil { (defect, defectColumn) = (nil, .max) }
        if !findings.isEmpty { findings = [] }
    }

    /// What a cell holds.
    private enum Content<Value> {
        case nothing
        case value(Value)
        /// No value of its type.
        case unreadable
    }

    /// The value of a field, or `nil` if it is empty or has none; the latter is taken down.
    func value<Format>(_ column: Column<Format>) -> Format.Value? {
        guard let index = column.index else { return nil }
        let content: Content<Format.Value> = cells.with(index) { cell in
            let text = cell.extracting(CellText.bounds(cell))
            if nullMarks.covers(text) { return .nothing }
            return column.value(of: text).map(Content.value) ?? .unreadable
        }
        switch content {
        case .nothing: return nil
        case .value(let value): return value
        case .unreadable: fail(column)
        }
        return nil
    }

    /// The text of a field, empty if it has none. A text that the code list lacks is kept as written, and taken down.
    func text<Format: TextFormat>(_ column: Column<Format>) -> String {
        guard let index = column.index else { return "" }
        let content: Content<String> = cells.with(index) { cell in
            let text = cell.extracting(CellText.bounds(cell))
            if nullMarks.covers(text) { return .nothing }
            if !column.hasCodes, column.format.isClean(text) { return .value(CellText.string(text)) }
            return column.value(of: text).map(Content.value) ?? .unreadable
        }
        switch content {
        case .nothing: return ""
        case .value(let value): return value
        case .unreadable: fail(column)
        }
        return trimmed(index)
    }

    /// The value of a field without which the row says nothing; an empty one is taken down.
    func needed<Format>(_ column: Column<Format>) -> Format.Value? {
        let count = findings.count
        if let value = value(column) { return value }
        if column.index != nil, defect == nil, findings.count == count {
            findings.append(FieldFaults.missing(column.heading))
        }
        return nil
    }

    /// Takes down a key field that is empty.
    func requireValue(at index: Int, heading: String) {
        if isEmpty(at: index) { setDefect(FieldFaults.keyEmpty(heading), column: index) }
    }

    /// Whether a field holds nothing, or a mark for nothing.
    func isEmpty(at index: Int) -> Bool {
        cells.with(index) { nullMarks.covers($0.extracting(CellText.bounds($0))) }
    }

    /// A field as the file wrote it, without blanks at its ends.
    func trimmed(_ index: Int) -> String {
        cells.with(index) { CellText.string($0.extracting(CellText.bounds($0))) }
    }

    /// Takes down a remark.
    func remark(_ finding: FieldFinding) {
        findings.append(finding)
    }

    /// Takes down that the field holds no value of its type.
    func fail<Format>(_ column: Column<Format>) {
        if column.isKey {
            setDefect(FieldFaults.keyInvalid(column.heading, column.format.expectation), column: column.index ?? 0)
        } else {
            findings.append(FieldFaults.invalid(column.heading, column.format.expectation))
        }
    }

    private func setDefect(_ defect: RecordDefect, column: Int) {
        guard column < defectColumn else { return }
        (self.defect, defectColumn) = (defect, column)
    }
}
