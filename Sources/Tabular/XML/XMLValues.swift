/// The present values of a document's columns, UTF-8, trimmed of XML white space.
///
/// A value stays in the text of the events it came with until those are replaced; only then, or when it comes in parts,
/// it is copied.
struct XMLValues {
    /// Copied values.
    private var store: [UInt8] = []
    private var bounds: [Range<Int>]
    /// By column: the bounds are in the store.
    private var isStored: [Bool]

    private static let slack = 1 << 16

    init(columnCount: Int) {
        bounds = Array(repeating: 0..<0, count: columnCount)
        isStored = Array(repeating: false, count: columnCount)
    }

    /// Whether a column has no value, or a blank one.
    @inline(__always)
    func isEmpty(_ column: Int) -> Bool { bounds[column].isEmpty }

    /// The value of a column; `text` is the text of the present events.
    func value(_ column: Int, in text: [UInt8]) -> ArraySlice<UInt8> {
        isStored[column] ? store[bounds[column]] : text[bounds[column]]
    }

    /// Forgets a column's value.
    @inline(__always)
    mutating func clear(_ column: Int) {
        bounds[column] = 0..<0
        isStored[column] = false
    }

    /// Adds a stretch of the events' text to a column's value; white space before the first other character is left
    /// out.
    @inline(__always)
    mutating func append(_ range: Range<Int>, of text: [UInt8], to column: Int) {
        var start = range.lowerBound
        guard isEmpty(column) else { return extend(column, by: range, of: text) }
        while start < range.upperBound, Self.isSpace(text[start]) { start += 1 }
        bounds[column] = start..<range.upperBound
        isStored[column] = false
    }

    /// Takes a stretch of the events' text as a column's whole value.
    @inline(__always)
    mutating func set(_ column: Int, to range: Range<Int>, of text: [UInt8]) {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, Self.isSpace(text[start]) { start += 1 }
        while start < end, Self.isSpace(text[end - 1]) { end -= 1 }
        bounds[column] = start..<end
        isStored[column] = false
    }

    /// Leaves out white space at the end of a column's value.
    @inline(__always)
    mutating func trimEnd(of column: Int, in text: [UInt8]) {
        let held = bounds[column]
        var end = held.upperBound
        while end > held.lowerBound, Self.isSpace(isStored[column] ? store[end - 1] : text[end - 1]) { end -= 1 }
        bounds[column] = held.lowerBound..<end
    }

    /// Copies what stands in the events' text, which is about to go.
    mutating func keep(_ text: [UInt8]) {
        if store.count > Self.slack { compact() }
        for column in bounds.indices where !isStored[column] && !isEmpty(column) { move(column, from: text) }
    }

    /// Appends the values as a row of a batch.
    mutating func appendRow(
        to batch: inout RowBatch, from text: [UInt8], line: Int, byteOffset: Int, defect: RowDefect?
    ) {
        let (start, firstField) = (batch.text.count, batch.fields.count)
        unsafe text.withUnsafeBufferPointer { text in
            unsafe store.withUnsafeBufferPointer { store in
                unsafe copy(from: text, and: store, to: &batch)
            }
        }
        batch.rows.append(
            RowBatch.Row(
                firstField: Int32(firstField), fieldCount: Int32(bounds.count), number: batch.rows.count, line: line,
                byteOffset: byteOffset, start: UInt32(start), end: UInt32(batch.text.count), defect: defect))
    }

    private func copy(
        from text: UnsafeBufferPointer<UInt8>, and store: UnsafeBufferPointer<UInt8>, to batch: inout RowBatch
    ) {
        guard !bounds.isEmpty else { return }
        let capacity = bounds.reduce(bounds.count - 1) { $0 + $1.count }
        var place = batch.text.count
        batch.text.append(addingCapacity: capacity) { (output: inout OutputSpan<UInt8>) in
            unsafe output.withUnsafeMutableBufferPointer { target, filled in
                for column in bounds.indices {
                    if column > 0 {
                        unsafe target[filled] = 0x09
                        filled += 1
                    }
                    let range = bounds[column]
                    let source = unsafe UnsafeBufferPointer(rebasing: isStored[column] ? store[range] : text[range])
                    guard let from = source.baseAddress, let base = target.baseAddress else { continue }
                    unsafe (base + filled).update(from: from, count: range.count)
                    filled += range.count
                }
            }
        }
        for column in bounds.indices {
            let end = place + bounds[column].count
            batch.fields.append(RowBatch.FieldBounds(start: UInt32(place), end: UInt32(end)))
            place = end + 1
        }
    }

    private mutating func extend(_ column: Int, by range: Range<Int>, of text: [UInt8]) {
        if !isStored[column], bounds[column].upperBound == range.lowerBound {
            bounds[column] = bounds[column].lowerBound..<range.upperBound
            return
        }
        if !isStored[column] || bounds[column].upperBound != store.count { move(column, from: text) }
        store.append(contentsOf: text[range])
        bounds[column] = bounds[column].lowerBound..<store.count
    }

    /// Copies a column's value to the end of the store.
    private mutating func move(_ column: Int, from text: [UInt8]) {
        let start = store.count
        store.append(contentsOf: value(column, in: text))
        bounds[column] = start..<store.count
        isStored[column] = true
    }

    /// Drops what no column holds any more.
    private mutating func compact() {
        var live: [UInt8] = []
        for column in bounds.indices where isStored[column] {
            let start = live.count
            live.append(contentsOf: store[bounds[column]])
            bounds[column] = start..<live.count
        }
        store = live
    }

    @inline(__always)
    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }
}
