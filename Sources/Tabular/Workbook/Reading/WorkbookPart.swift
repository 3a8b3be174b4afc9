/// One XML part of a workbook as a stream of events.
final class WorkbookPart {
    private let stream: any ByteStream
    private var transcoder = XMLTranscoder(fallback: .utf8, keepsPlaces: false)
    private var parser: XMLEventParser
    private var isAtEnd = false

    private static let pieceBytes = 1 << 16

    /// - Parameter names: local names of the elements and attributes that are wanted; their places are their numbers.
    init(_ stream: any ByteStream, names: [String]) {
        self.stream = stream
        parser = XMLEventParser(names: names, limits: .standard)
    }

    /// Name for messages.
    var name: String { stream.name }

    /// Bytes of the part's compressed form used up so far.
    var consumedFileBytes: Int { stream.consumedFileBytes }

    /// Replaces `events` by the next ones; `false` after the last.
    func next(_ events: inout XMLEvents) throws(TabularError) -> Bool {
        guard !isAtEnd else { return false }
        var piece: [UInt8] = []
        isAtEnd = try stream.read(upTo: Self.pieceBytes, appendingTo: &piece) == 0
        do throws(XMLFault) {
            let text = try transcoder.decode(piece, isLast: isAtEnd)
            guard transcoder.badSpots.isEmpty else { throw XMLFault(.malformed(code: 81), line: 1, column: 1) }
            transcoder.forget(before: transcoder.textOffset)
            try parser.parse(text.span, isLast: isAtEnd, into: &events)
        } catch {
            throw TabularError(error, file: stream.name)
        }
        return true
    }

    /// A fault of this part, at a cell if it has one.
    func fault(_ kind: TabularError.Kind, _ cause: TabularError.Cause? = nil) -> TabularError {
        TabularError(kind, file: stream.name, cause: cause)
    }
}

/// An element of a small part with its attributes.
struct PartElement {
    /// Its place in the list of names asked for.
    let name: Int
    /// Values of the attributes asked for, by their places in the list of names.
    var attributes: [Int: String]
}

extension WorkbookPart {
    /// All elements asked for, in document order; for small parts only.
    func elements(limit: Int = 100_000) throws(TabularError) -> [PartElement] {
        var events = XMLEvents()
        var found: [PartElement] = []
        var isWanted = false
        while try next(&events) {
            for event in events.list {
                switch event.kind {
                case .start:
                    isWanted = event.name != XMLEvent.otherName
                    if isWanted { found.append(PartElement(name: Int(event.name), attributes: [:])) }
                case .attribute where isWanted && event.name != XMLEvent.otherName:
                    let value = String(decoding: events.text[Int(event.start)..<Int(event.end)], as: UTF8.self)
                    found[found.count - 1].attributes[Int(event.name)] = value
                case .attribute, .text, .end: break
                }
            }
            guard found.count <= limit else { throw fault(.workbookLimit, .exceeded("elements", limit)) }
        }
        return found
    }
}
