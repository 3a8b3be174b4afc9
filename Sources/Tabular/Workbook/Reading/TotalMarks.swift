/// Tells rows that add up others by their first cell that is not blank.
struct TotalMarks {
    private let marks: Set<String>
    /// By the first byte of a cell: it may be a mark, or blank.
    private let mayStart: [Bool]

    /// Longest cell that is looked at, in bytes.
    private static let maximumBytes = 30

    init(_ marks: [String]) {
        self.marks = Set(marks)
        var mayStart = Array(repeating: false, count: 256)
        for byte in 0...0x20 { mayStart[byte] = true }
        // White space beyond ASCII begins with one of these.
        for byte in [0xC2, 0xE1, 0xE2, 0xE3] + marks.compactMap({ $0.utf8.first.map(Int.init) }) {
            mayStart[byte] = true
        }
        self.mayStart = mayStart
    }

    /// Whether the row adds up others.
    func stand(in row: RowBatch.Row, of batch: RowBatch) -> Bool {
        for index in 0..<Int(row.fieldCount) {
            guard let bounds = batch.bounds(index, of: row), bounds.start < bounds.end else { continue }
            guard bounds.end - bounds.start <= Self.maximumBytes else { return false }
            guard mayStart[Int(batch.text[Int(bounds.start)])] else { return false }
            let value = batch.value(index, of: row).filter { !$0.isWhitespace }
            if !value.isEmpty { return marks.contains(value) }
        }
        return false
    }
}
