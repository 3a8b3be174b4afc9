/// The present values of a document's columns in one buffer, UTF-8, trimmed of XML white space.
struct XMLValues {
    private var store: [UInt8] = []
    private var bounds: [Range<Int>]

    private static let slack = 1 << 16

    init(columnCount: Int) {
        bounds = Array(repeating: 0..<0, count: columnCount)
    }

    /// Whether a column has no value, or a blank one.
    @inline(__always)
    func isEmpty(_ column: Int) -> Bool { bounds[column].isEmpty }

    /// The value of a column.
    subscript(column: Int) -> ArraySlice<UInt8> { store[bounds[column]] }

    /// Forgets a column's value.
    @inline(__always)
    mutating func clear(_ column: Int) { bounds[column] = 0..<0 }

    /// Adds a stretch to a column's value; white space before the first other character is left out.
    mutating func append(_ text: [UInt8], _ range: Range<Int>, to column: Int) {
        var start = range.lowerBound
        let held = bounds[column]
        if held.isEmpty {
            while start < range.upperBound, Self.isSpace(text[start]) { start += 1 }
            guard start < range.upperBound else { return }
            bounds[column] = store.count..<store.count
        } else if held.upperBound != store.count {
            let moved = store.count
            store.append(contentsOf: store[held])
            bounds[column] = moved..<store.count
        }
        text.copy(start..<range.upperBound, to: &store)
        bounds[column] = bounds[column].lowerBound..<store.count
    }

    /// Leaves out white space at the end of a column's value.
    @inline(__always)
    mutating func trimEnd(of column: Int) {
        var end = bounds[column].upperBound
        while end > bounds[column].lowerBound, Self.isSpace(store[end - 1]) { end -= 1 }
        bounds[column] = bounds[column].lowerBound..<end
    }

    /// Appends the values as a row of a batch.
    mutating func appendRow(to batch: inout RowBatch, line: Int, byteOffset: Int, defect: RowDefect?) {
        let (start, firstField) = (batch.text.count, batch.fields.count)
        for column in bounds.indices {
            if column > 0 { batch.text.append(0x09) }
            let fieldStart = UInt32(batch.text.count)
            store.copy(bounds[column], to: &batch.text)
            batch.fields.append(RowBatch.FieldBounds(start: fieldStart, end: UInt32(batch.text.count)))
        }
        batch.rows.append(
            RowBatch.Row(
                firstField: Int32(firstField), fieldCount: Int32(bounds.count), number: batch.rows.count, line: line,
                byteOffset: byteOffset, start: UInt32(start), end: UInt32(batch.text.count), defect: defect))
    }

    /// Drops what no column holds any more, once that is much.
    mutating func compact() {
        guard store.count > Self.slack, store.count > 2 * bounds.reduce(0, { $0 + $1.count }) else { return }
        var live: [UInt8] = []
        for column in bounds.indices {
            let start = live.count
            live.append(contentsOf: store[bounds[column]])
            bounds[column] = start..<live.count
        }
        store = live
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }
}

extension [UInt8] {
    /// Appends bytes of a range to another array.
    @inline(__always)
    fileprivate func copy(_ range: Range<Int>, to target: inout [UInt8]) {
        precondition(range.lowerBound >= 0 && range.upperBound <= count)
        unsafe withUnsafeBufferPointer { bytes in
            unsafe target.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[range]))
        }
    }
}
