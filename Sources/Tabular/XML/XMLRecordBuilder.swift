/// Walks the events of a document along the plan and builds batches of its records.
struct XMLRecordBuilder {
    private let plan: XMLPlan
    private let batchSize: Int
    private var batch = RowBatch(encoding: .utf8)
    private var full: [RowBatch] = []
    /// Places of the open elements; `nil` where no path goes.
    private var open: [Int?] = [0]
    private var values: [[UInt8]]
    /// Columns whose element is open and that had no value before it.
    private var isCapturing: [Bool]
    /// Depth of the element with which a column's value ends.
    private var ownerDepths: [Int]
    /// A place that did not decode, in a column's value outside the record.
    private var flaws: [XMLTranscoder.BadSpot?]
    private var badSpots: [XMLTranscoder.BadSpot] = []
    private var lastOffset = 0
    private var record = XMLTextIndex.Tag(textOffset: 0, byteOffset: 0, line: 0)
    private var recordDepth = 0
    private var base = (byteOffset: 0, line: 0)

    private static let maximumBatchBytes = 4 << 20

    init(plan: XMLPlan, columnCount: Int, batchSize: Int) {
        self.plan = plan
        self.batchSize = batchSize
        values = Array(repeating: [], count: columnCount)
        isCapturing = Array(repeating: false, count: columnCount)
        ownerDepths = Array(repeating: 0, count: columnCount)
        flaws = Array(repeating: nil, count: columnCount)
    }

    /// Whether the root element was one of the plan's.
    private(set) var hasWrongRoot = false

    /// Takes the events of one piece and gives the batches that became full.
    mutating func take(_ events: XMLEvents, _ source: inout XMLTranscoder) -> [RowBatch] {
        badSpots = source.badSpots
        for event in events.list {
            switch event.kind {
            case .start: start(event, &source.index)
            case .attribute: attribute(event, events.text)
            case .text: text(event, events.text)
            case .end: end(event)
            }
        }
        source.forget(before: recordDepth == 0 ? lastOffset : record.textOffset)
        defer { full = [] }
        return full
    }

    /// The last batch, which reaches to the end of the document.
    mutating func finish(byteCount: Int, lineCount: Int) -> RowBatch {
        close(byteOffset: byteCount, line: lineCount)
        return full.removeLast()
    }

    private mutating func start(_ event: XMLEvent, _ index: inout XMLTextIndex) {
        lastOffset = event.offset
        let place = open.last.flatMap { $0 }.flatMap { plan.child(event.name, of: $0) }
        if open.count == 1, place == nil { hasWrongRoot = true }
        open.append(place)
        guard let place else { return }
        let node = plan.nodes[place]
        for column in plan.columnLists[node.ownColumns] where ownerDepths[column] >= node.depth {
            values[column].removeAll(keepingCapacity: true)
            flaws[column] = nil
        }
        for column in plan.columnLists[node.textColumns] { isCapturing[column] = values[column].isEmpty }
        if node.isRecord { startRecord(at: index.tag(at: event.offset)) }
    }

    private mutating func startRecord(at tag: XMLTextIndex.Tag) {
        if batch.rows.count >= batchSize || batch.text.count >= Self.maximumBatchBytes {
            close(byteOffset: tag.byteOffset, line: tag.line)
        }
        record = tag
        recordDepth = open.count
    }

    private mutating func attribute(_ event: XMLEvent, _ text: [UInt8]) {
        guard let place = open.last.flatMap({ $0 }) else { return }
        for column in plan.columnLists[plan.columns(ofAttribute: event.name, of: place)] where values[column].isEmpty {
            append(text, event, to: column)
            finish(column, ownerDepth: plan.nodes[place].ownerDepth)
        }
    }

    private mutating func text(_ event: XMLEvent, _ text: [UInt8]) {
        guard let place = open.last.flatMap({ $0 }) else { return }
        for column in plan.columnLists[plan.nodes[place].textColumns] where isCapturing[column] {
            append(text, event, to: column)
        }
    }

    private mutating func end(_ event: XMLEvent) {
        defer { lastOffset = event.offset }
        guard let place = open.removeLast() else { return }
        let node = plan.nodes[place]
        for column in plan.columnLists[node.textColumns] where isCapturing[column] {
            isCapturing[column] = false
            finish(column, ownerDepth: node.ownerDepth)
        }
        if node.isRecord { endRecord(at: event.offset) }
    }

    private mutating func endRecord(at textOffset: Int) {
        recordDepth = 0
        batch.append(
            values, number: batch.rows.count, line: record.line - base.line,
            byteOffset: record.byteOffset - base.byteOffset, defect: defect(endingAt: textOffset))
    }

    /// What did not decode in the record itself, else in what it has from its ancestors.
    private func defect(endingAt textOffset: Int) -> RowDefect? {
        let inside = badSpots.first { $0.textOffset >= record.textOffset && $0.textOffset < textOffset }
        guard let spot = inside ?? flaws.lazy.compactMap({ $0 }).first else { return nil }
        return .undecodable(bytes: spot.bytes, at: max(0, spot.byteOffset - record.byteOffset))
    }

    private mutating func finish(_ column: Int, ownerDepth: Int) {
        ownerDepths[column] = ownerDepth
        while let last = values[column].last, XMLRecordBuilder.isSpace(last) { values[column].removeLast() }
        guard recordDepth == 0, let spot = badSpots.first(where: { $0.textOffset >= lastOffset }) else { return }
        #if FUZZ_PLANT
            plantedRead(spot.bytes.count)
        #endif
        if XMLTranscoder.hasReplacement(values[column][...]) { flaws[column] = spot }
    }

    private mutating func append(_ text: [UInt8], _ event: XMLEvent, to column: Int) {
        var start = Int(event.start)
        let end = Int(event.end)
        if values[column].isEmpty {
            while start < end, XMLRecordBuilder.isSpace(text[start]) { start += 1 }
        }
        values[column].append(contentsOf: text[start..<end])
    }

    private mutating func close(byteOffset: Int, line: Int) {
        batch.byteCount = byteOffset - base.byteOffset
        batch.lineCount = line - base.line
        base = (byteOffset, line)
        full.append(batch)
        batch = RowBatch(encoding: .utf8)
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }
}

extension RowBatch {
    /// Appends a row of finished values in UTF-8.
    mutating func append(
        _ values: [[UInt8]], number: Int, line: Int, byteOffset: Int, defect: RowDefect? = nil
    ) {
        let firstField = Int32(fields.count)
        let start = UInt32(text.count)
        for (column, value) in values.enumerated() {
            if column > 0 { text.append(0x09) }
            let fieldStart = UInt32(text.count)
            text.append(contentsOf: value)
            fields.append(FieldBounds(start: fieldStart, end: UInt32(text.count)))
        }
        rows.append(
            Row(
                firstField: firstField, fieldCount: Int32(values.count), number: number, line: line,
                byteOffset: byteOffset, start: start, end: UInt32(text.count), defect: defect))
    }
}
