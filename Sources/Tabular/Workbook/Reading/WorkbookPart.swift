/// One XML part of a workbook as a stream of events.
///
/// Parts are read by the scanner of plain markup. At the first thing that is not plain a part is opened anew and read by
/// libxml2, and the events handed on before are passed over.
final class WorkbookPart {
    private let open: () -> any ByteStream
    private let names: [String]
    private var stream: any ByteStream
    private var scanner: PlainMarkup?
    private var parsed: ParsedPart?
    /// Bytes read and not yet scanned.
    private var rest: [UInt8] = []
    private var isAtEnd = false
    /// Starts, attributes and ends handed on.
    private var delivered = 0

    private static let pieceBytes = 1 << 16

    /// - Parameters:
    ///   - names: local names of the elements and attributes that are wanted; their places are their numbers.
    ///   - scansPlainMarkup: `false` reads the part by libxml2 alone.
    ///   - open: a stream of the part from its start.
    init(names: [String], scansPlainMarkup: Bool = true, open: @escaping () -> any ByteStream) {
        self.names = names
        self.open = open
        stream = open()
        if scansPlainMarkup { scanner = PlainMarkup(names: names) } else { parsed = ParsedPart(stream, names: names) }
    }

    /// Name for messages.
    var name: String { stream.name }

    /// Bytes of the part's compressed form used up so far.
    var consumedFileBytes: Int { stream.consumedFileBytes }

    /// Replaces `events` by the next ones; `false` after the last. Elements that nobody asked for are left out.
    func next(_ events: inout XMLEvents) throws(TabularError) -> Bool {
        if parsed == nil {
            guard !isAtEnd else { return false }
            if try scan(into: &events) { return true }
            stream = open()
            parsed = ParsedPart(stream, names: names, skipping: delivered)
            scanner = nil
        }
        return try parsed?.next(&events) ?? false
    }

    /// `false` if what comes is not plain.
    private func scan(into events: inout XMLEvents) throws(TabularError) -> Bool {
        events.removeAll()
        swap(&events.text, &rest)
        isAtEnd = try stream.read(upTo: Self.pieceBytes, appendingTo: &events.text) == 0
        guard let used = scanner?.scan(&events.text, isLast: isAtEnd, into: &events.list) else { return false }
        rest.removeAll(keepingCapacity: true)
        rest.append(contentsOf: events.text[used...])
        delivered += events.list.count { $0.kind != .text }
        return true
    }

    /// A fault of this part, at a cell if it has one.
    func fault(_ kind: TabularError.Kind, _ cause: TabularError.Cause? = nil) -> TabularError {
        TabularError(kind, file: stream.name, cause: cause)
    }
}

/// A part read by libxml2.
private final class ParsedPart {
    private let stream: any ByteStream
    private var transcoder = XMLTranscoder(fallback: .utf8, keepsPlaces: false)
    private var parser: XMLEventParser
    private var isAtEnd = false
    /// Starts, attributes and ends still to be passed over.
    private var skipped: Int

    private static let pieceBytes = 1 << 16

    init(_ stream: any ByteStream, names: [String], skipping skipped: Int = 0) {
        self.stream = stream
        self.skipped = skipped
        parser = XMLEventParser(XMLInterest(names: names), limits: .standard)
    }

    func next(_ events: inout XMLEvents) throws(TabularError) -> Bool {
        guard !isAtEnd else { return false }
        repeat {
            try parse(into: &events)
            removeOthers(from: &events.list)
            skip(in: &events.list)
        } while skipped > 0 && !isAtEnd
        return true
    }

    private func parse(into events: inout XMLEvents) throws(TabularError) {
        var piece: [UInt8] = []
        isAtEnd = try stream.read(upTo: Self.pieceBytes, appendingTo: &piece) == 0
        do throws(XMLFault) {
            let text = try transcoder.decode(piece, isLast: isAtEnd)
            guard transcoder.badSpots.isEmpty else { throw XMLFault(.malformed(code: 81), line: 1, column: 1) }
            try parser.parse(text.span, isLast: isAtEnd, into: &events)
        } catch {
            throw TabularError(error, file: stream.name)
        }
    }

    /// Takes out the elements that nobody asked for, with their attributes.
    private func removeOthers(from list: inout [XMLEvent]) {
        var isOther = false
        list.removeAll { event in
            if event.kind == .start { isOther = event.name == XMLEvent.otherName }
            return event.name == XMLEvent.otherName || event.kind == .attribute && isOther
        }
    }

    private func skip(in list: inout [XMLEvent]) {
        guard skipped > 0 else { return }
        var place = 0
        while skipped > 0, place < list.count {
            if list[place].kind != .text { skipped -= 1 }
            place += 1
        }
        list.removeFirst(place)
    }
}
