/// Reads the records of an XML document from pieces of any size.
///
/// Values stand in the order of the layout's columns, trimmed of XML white space; a missing one is empty. A batch begins
/// at the start tag of its first record (the first one at the beginning of the document), so its lines and bytes reach
/// up to the next batch's first record. A record with bytes that do not decode has a defect; all other faults end the
/// document.
struct XMLRecordParser: ~Copyable {
    private var transcoder: XMLTranscoder
    private var parser: XMLEventParser
    private var events = XMLEvents()
    private var records: XMLRecordBuilder

    private static let pieceBytes = 1 << 16

    /// - Parameter encoding: what to take where the document neither has a byte order mark nor declares anything.
    init(
        layout: XMLLayout, encoding: TextEncoding = .utf8, limits: XMLLimits = .standard, batchSize: Int = 1_000
    ) {
        let plan = XMLPlan(layout)
        transcoder = XMLTranscoder(fallback: encoding)
        parser = XMLEventParser(plan.interest, limits: limits)
        records = XMLRecordBuilder(plan: plan, columnCount: layout.columns.count, batchSize: batchSize)
    }

    /// The encoding found: by byte order mark, else as declared, else the one given. `nil` until the declaration is read.
    var encoding: TextEncoding? { transcoder.encoding }

    /// Takes the next piece of the document and gives the batches that became full.
    mutating func feed(_ bytes: [UInt8]) throws(XMLFault) -> [RowBatch] {
        let text = try transcoder.decode(bytes, isLast: false)
        return try parse(text)
    }

    /// Ends the document and gives the last batch; refuses a document that is not whole.
    mutating func finish() throws(XMLFault) -> [RowBatch] {
        var batches = try parse(transcoder.decode([], isLast: true))
        try parser.parse([UInt8]().span, isLast: true, into: &events)
        batches += try takeEvents()
        transcoder.index.forget(before: .max)
        batches.append(records.finish(byteCount: transcoder.byteOffset, lineCount: transcoder.index.lineEnds))
        return batches
    }

    private mutating func parse(_ text: [UInt8]) throws(XMLFault) -> [RowBatch] {
        var batches: [RowBatch] = []
        var start = 0
        parser.keepsAllPlaces = !transcoder.badSpots.isEmpty
        while start < text.count {
            let end = min(text.count, start + Self.pieceBytes)
            try parser.parse(text.span.extracting(start..<end), isLast: false, into: &events)
            batches += try takeEvents()
            start = end
        }
        return batches
    }

    private mutating func takeEvents() throws(XMLFault) -> [RowBatch] {
        let batches = records.take(events, &transcoder, parsedTo: parser.offset)
        if records.hasWrongRoot { throw XMLFault(.wrongRoot(parser.rootName ?? ""), line: 1, column: 1) }
        return batches
    }

    /// The batches of a document that is there as a whole.
    ///
    /// - Returns: `nil` if one of its records depends on what stands beside them, in children of the root.
    static func separateBatches(
        of document: [UInt8], layout: XMLLayout, encoding: TextEncoding, limits: XMLLimits
    ) throws(XMLFault) -> [RowBatch]? {
        let plan = XMLPlan(layout)
        var transcoder = XMLTranscoder(fallback: encoding)
        let text = try transcoder.decode(document, isLast: true)
        var events = XMLEvents()
        guard !text.isEmpty else { throw XMLFault(.truncated, line: 1, column: 1) }
        var parser = XMLEventParser(of: text.span, plan.interest, limits: limits)
        parser.keepsAllPlaces = !transcoder.badSpots.isEmpty
        try parser.parseAll(into: &events)
        var records = XMLRecordBuilder(plan: plan, columnCount: layout.columns.count, batchSize: .max)
        var batches = records.take(events, &transcoder, parsedTo: 0)
        guard !records.hasRootValues, !records.hasWrongRoot else { return nil }
        transcoder.index.forget(before: .max)
        batches.append(records.finish(byteCount: transcoder.byteOffset, lineCount: transcoder.index.lineEnds))
        return batches
    }
}
