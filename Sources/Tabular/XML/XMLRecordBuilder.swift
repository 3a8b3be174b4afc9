/// Walks the events of a document along the plan and builds batches of its records.
struct XMLRecordBuilder {
    private let plan: XMLPlan
    private let batchSize: Int
    private var batch = RowBatch(encoding: .utf8)
    private var full: [RowBatch] = []
    /// Places of the open elements; `nowhere` where no path goes.
    private var open = [0]
    private var values: XMLValues
    /// Columns whose element is open and that had no value before it.
    private var isCapturing: [Bool]
    /// Depth of the element with which a column's value ends.
    private var ownerDepths: [Int]
    /// A place that did not decode, in a column's value outside the record.
    private var flaws: [XMLTranscoder.BadSpot?]
    private var hasFlaws = false
    private var badSpots: [XMLTranscoder.BadSpot] = []
    private var lastOffset = 0
    private var record = XMLTextIndex.Tag(textOffset: 0, byteOffset: 0, line: 0)
    private var recordDepth = 0
    private var base = (byteOffset: 0, line: 0)

    private static let maximumBatchBytes = 4 << 20
    private static let nowhere = -1

    init(plan: XMLPlan, columnCount: Int, batchSize: Int) {
        self.plan = plan
        self.batchSize = batchSize
        values = XMLValues(columnCount: columnCount)
        isCapturing = Array(repeating: false, count: columnCount)
        ownerDepths = Array(repeating: 0, count: columnCount)
        flaws = Array(repeating: nil, count: columnCount)
    }

    /// Whether the root element was one of the plan's.
    private(set) var hasWrongRoot = false

    /// Whether a column has a value from a child of the root, which holds for what follows.
    private(set) var hasRootValues = false

    /// Takes the events of one piece, which is parsed up to an offset in the decoded text, and gives the batches that
    /// became full.
    mutating func take(_ events: XMLEvents, _ source: inout XMLTranscoder, parsedTo offset: Int) -> [RowBatch] {
        badSpots = source.badSpots
        for event in events.list {
            switch event.kind {
            case .start: start(event, &source.index)
            case .attribute: attribute(event, events.text)
            case .text: text(event, events.text)
            case .end: end(event, events.text)
            case .leaf: leaf(event, events.text, &source.index)
            }
        }
        values.keep(events.text)
        source.forget(spotsBefore: recordDepth == 0 ? lastOffset : record.textOffset, textBefore: offset)
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
        let parent = open[open.count - 1]
        let place = parent == Self.nowhere ? nil : plan.child(event.name, of: parent)
        if open.count == 1, place == nil { hasWrongRoot = true }
        open.append(place ?? Self.nowhere)
        guard let place else { return }
        let node = plan.nodes[place]
        for entry in node.ownColumns where ownerDepths[plan.columnLists[entry]] >= node.depth {
            values.clear(plan.columnLists[entry])
            flaws[plan.columnLists[entry]] = nil
        }
        for entry in node.textColumns {
            let column = plan.columnLists[entry]
            isCapturing[column] = values.isEmpty(column)
        }
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
        let place = open[open.count - 1]
        guard place != Self.nowhere else { return }
        for entry in plan.columns(ofAttribute: event.name, of: place) {
            let column = plan.columnLists[entry]
            guard values.isEmpty(column) else { continue }
            values.append(Int(event.start)..<Int(event.end), of: text, to: column)
            if plan.nodes[place].isBesideRecords { hasRootValues = true }
            finish(column, ownerDepth: plan.nodes[place].ownerDepth, text)
        }
    }

    private mutating func text(_ event: XMLEvent, _ text: [UInt8]) {
        let place = open[open.count - 1]
        guard place != Self.nowhere else { return }
        for entry in plan.nodes[place].textColumns where isCapturing[plan.columnLists[entry]] {
            values.append(Int(event.start)..<Int(event.end), of: text, to: plan.columnLists[entry])
        }
    }

    private mutating func end(_ event: XMLEvent, _ text: [UInt8]) {
        defer { lastOffset = event.offset }
        let place = open.removeLast()
        guard place != Self.nowhere else { return }
        let node = plan.nodes[place]
        for entry in node.textColumns where isCapturing[plan.columnLists[entry]] {
            let column = plan.columnLists[entry]
            isCapturing[column] = false
            if node.isBesideRecords { hasRootValues = true }
            finish(column, ownerDepth: node.ownerDepth, text)
        }
        if node.isRecord { endRecord(at: event.offset, text) }
    }

    /// An element with text alone; most are such.
    private mutating func leaf(_ event: XMLEvent, _ text: [UInt8], _ index: inout XMLTextIndex) {
        let parent = open[open.count - 1]
        guard parent != Self.nowhere, let place = plan.child(event.name, of: parent) else { return }
        let node = plan.nodes[place]
        guard node.ownColumns.isEmpty, badSpots.isEmpty else {
            start(event, &index)
            self.text(event, text)
            return end(event, text)
        }
        for entry in node.textColumns {
            let column = plan.columnLists[entry]
            guard values.isEmpty(column) else { continue }
            ownerDepths[column] = node.ownerDepth
            if node.isBesideRecords { hasRootValues = true }
            values.set(column, to: Int(event.start)..<Int(event.end), of: text)
        }
    }

    private mutating func endRecord(at textOffset: Int, _ text: [UInt8]) {
        recordDepth = 0
        values.appendRow(
            to: &batch, from: text, line: record.line - base.line, byteOffset: record.byteOffset - base.byteOffset,
            defect: badSpots.isEmpty && !hasFlaws ? nil : defect(endingAt: textOffset))
    }

    /// What did not decode in the record itself, else in what it has from its ancestors.
    private func defect(endingAt textOffset: Int) -> RowDefect? {
        let inside = badSpots.first { $0.textOffset >= record.textOffset && $0.textOffset < textOffset }
        guard let spot = inside ?? flaws.lazy.compactMap({ $0 }).first else { return nil }
        return .undecodable(bytes: spot.bytes, at: max(0, spot.byteOffset - record.byteOffset))
    }

    private mutating func finish(_ column: Int, ownerDepth: Int, _ text: [UInt8]) {
        ownerDepths[column] = ownerDepth
        values.trimEnd(of: column, in: text)
        guard recordDepth == 0, let spot = badSpots.first(where: { $0.textOffset >= lastOffset }) else { return }
        #if FUZZ_PLANT
            plantedRead(spot.bytes.count)
        #endif
        guard XMLTranscoder.hasReplacement(values.value(column, in: text)) else { return }
        (flaws[column], hasFlaws) = (spot, true)
    }

    private mutating func close(byteOffset: Int, line: Int) {
        batch.byteCount = byteOffset - base.byteOffset
        batch.lineCount = line - base.line
        base = (byteOffset, line)
        full.append(batch)
        batch = RowBatch(encoding: .utf8)
        batch.rows.reserveCapacity(min(batchSize, 1_000))
    }
}
