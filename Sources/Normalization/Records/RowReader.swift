import Roster

/// Reads the values of one row and takes down what is wrong with them.
struct RowReader {
    private let values: [String]
    private let nullMarks: NullMarks
    /// The employers met so far.
    var employers: EmployerPool
    /// The fault of the leftmost faulty key field.
    private(set) var defect: RecordDefect?
    private(set) var findings: [FieldFinding] = []
    private var defectColumn = Int.max

    init(_ values: [String], nullMarks: NullMarks) {
        self.values = values
        self.nullMarks = nullMarks
        employers = EmployerPool()
    }

    /// The value of a field, or `nil` if it is empty or has none; the latter is taken down.
    mutating func value<Format>(_ column: Column<Format>) -> Format.Value? {
        guard let cell = cell(column.index) else { return nil }
        let bytes = cell.utf8Span.span
        let text = bytes.extracting(CellText.bounds(bytes))
        if nullMarks.covers(text) { return nil }
        if let value = column.value(of: text) { return value }
        fail(column)
        return nil
    }

    /// The text of a field, empty if it has none. A text that the code list lacks is kept as written, and taken down.
    mutating func text<Format: TextFormat>(_ column: Column<Format>) -> String {
        guard let cell = cell(column.index) else { return "" }
        let bytes = cell.utf8Span.span
        let bounds = CellText.bounds(bytes)
        let text = bytes.extracting(bounds)
        if nullMarks.covers(text) { return "" }
        if !column.hasCodes, column.format.isClean(text) {
            return bounds.count == bytes.count ? cell : CellText.string(text)
        }
        if let value = column.value(of: text) { return value }
        fail(column)
        return CellText.string(text)
    }

    /// The value of a field without which the row says nothing; an empty one is taken down.
    mutating func needed<Format>(_ column: Column<Format>) -> Format.Value? {
        let count = findings.count
        if let value = value(column) { return value }
        if column.index != nil, defect == nil, findings.count == count {
            findings.append(FieldFaults.missing(column.heading))
        }
        return nil
    }

    /// Takes down a key field that is empty.
    mutating func requireValue(at index: Int, heading: String) {
        if isEmpty(at: index) { setDefect(FieldFaults.keyEmpty(heading), column: index) }
    }

    /// Whether a field holds nothing, or a mark for nothing.
    func isEmpty(at index: Int) -> Bool {
        guard let cell = cell(index) else { return true }
        let bytes = cell.utf8Span.span
        return nullMarks.covers(bytes.extracting(CellText.bounds(bytes)))
    }

    /// Takes down a remark.
    mutating func remark(_ finding: FieldFinding) {
        findings.append(finding)
    }

    /// Takes down that the field holds no value of its type.
    mutating func fail<Format>(_ column: Column<Format>) {
        if column.isKey {
            setDefect(FieldFaults.keyInvalid(column.heading, column.format.expectation), column: column.index ?? 0)
        } else {
            findings.append(FieldFaults.invalid(column.heading, column.format.expectation))
        }
    }

    private mutating func setDefect(_ defect: RecordDefect, column: Int) {
        guard column < defectColumn else { return }
        (self.defect, defectColumn) = (defect, column)
    }

    private func cell(_ index: Int?) -> String? {
        guard let index else { return nil }
        return index < values.count ? values[index] : ""
    }
}
