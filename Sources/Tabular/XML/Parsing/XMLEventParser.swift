import CLibXML2

/// The safe face of libxml2's push parser: UTF-8 in, events out.
///
/// No document type declaration, no entity but the predefined ones, no file or network access, and none of the options
/// that lift the library's own guards.
@safe struct XMLEventParser: ~Copyable {
    private let sink: UnsafeMutablePointer<XMLEventSink>
    private let context: xmlParserCtxtPtr

    /// - Parameter interest: names of elements and attributes whose events and values are wanted.
    init(_ interest: XMLInterest, limits: XMLLimits) {
        _ = XMLEventParser.library
        unsafe sink = .allocate(capacity: 1)
        unsafe sink.initialize(to: XMLEventSink(interest, limits: limits))
        var calls = unsafe XMLEventParser.calls
        guard let made = unsafe xmlCreatePushParserCtxt(&calls, sink, nil, 0, nil) else {
            preconditionFailure("no memory for an XML parser")
        }
        unsafe context = made
        unsafe sink.pointee.context = made
        unsafe xmlCtxtUseOptions(context, Int32(XML_PARSE_NONET.rawValue))
        // Else the library guesses: text that begins with three NULs and a `<` would be taken for UCS-4.
        unsafe xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8)
    }

    /// A parser of one text that is there as a whole, which `parseAll` parses.
    ///
    /// Same rules and events; without the library's search for the end of each tag, which pieces of any size need.
    init(of text: Span<UInt8>, _ interest: XMLInterest, limits: XMLLimits) {
        _ = XMLEventParser.library
        unsafe sink = .allocate(capacity: 1)
        unsafe sink.initialize(to: XMLEventSink(interest, limits: limits))
        let made = unsafe text.withUnsafeBytes { buffer in
            unsafe xmlCreateMemoryParserCtxt(
                buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count))
        }
        guard let made = unsafe made else { preconditionFailure("no memory for an XML parser, or no text") }
        unsafe context = made
        unsafe made.pointee.sax.pointee = XMLEventParser.calls
        unsafe made.pointee.userData = UnsafeMutableRawPointer(sink)
        unsafe sink.pointee.context = made
        unsafe xmlCtxtUseOptions(context, Int32(XML_PARSE_NONET.rawValue))
    }

    deinit {
        unsafe xmlFreeParserCtxt(context)
        unsafe sink.deinitialize(count: 1)
        unsafe sink.deallocate()
    }

    /// Local name of the root element, once it was seen.
    var rootName: String? { unsafe sink.pointee.rootName }

    /// Whether all tags get their places, and not only those asked for.
    var keepsAllPlaces: Bool {
        get { unsafe sink.pointee.keepsAllPlaces }
        set { unsafe sink.pointee.keepsAllPlaces = newValue }
    }

    /// How much of the text is parsed.
    var offset: Int { unsafe sink.pointee.offset() }

    /// Parses a piece of UTF-8 text and puts its events in place of those in `events`. The last piece may be empty.
    mutating func parse(_ bytes: Span<UInt8>, isLast: Bool, into events: inout XMLEvents) throws(XMLFault) {
        unsafe sink.pointee.isLastPiece = isLast
        unsafe bytes.withUnsafeBytes { buffer in
            let start = unsafe buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
            _ = unsafe xmlParseChunk(context, start, Int32(buffer.count), isLast ? 1 : 0)
        }
        unsafe sink.pointee.events.move(to: &events)
        if let refusal = unsafe sink.pointee.refusal { throw refusal }
        if isLast, unsafe !sink.pointee.isAfterRoot { throw endedTooEarly }
    }

    /// Parses the text given at first.
    mutating func parseAll(into events: inout XMLEvents) throws(XMLFault) {
        unsafe sink.pointee.isLastPiece = true
        _ = unsafe xmlParseDocument(context)
        unsafe sink.pointee.events.move(to: &events)
        if let refusal = unsafe sink.pointee.refusal { throw refusal }
        if unsafe !sink.pointee.isAfterRoot { throw endedTooEarly }
    }

    /// The library can stop without a word to us; then the root is not closed.
    private var endedTooEarly: XMLFault {
        let input = unsafe context.pointee.input
        return unsafe XMLFault(.truncated, line: Int(input?.pointee.line ?? 1), column: Int(input?.pointee.col ?? 1))
    }

    /// Prepares the library once, and takes from it the means to open anything by itself.
    private static let library: Void = {
        xmlInitParser()
        unsafe xmlSetExternalEntityLoader { _, _, _ in nil }
    }()

    private static func sink(_ receiver: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<XMLEventSink>? {
        unsafe receiver?.assumingMemoryBound(to: XMLEventSink.self)
    }

    private static var calls: xmlSAXHandler {
        var calls = unsafe xmlSAXHandler()
        unsafe calls.initialized = UInt32(XML_SAX2_MAGIC)
        unsafe calls.startElementNs = { receiver, name, _, _, _, _, count, _, attributes in
            guard let name = unsafe name else { return }
            unsafe XMLEventParser.sink(receiver)?.pointee.start(name, attributes: attributes, count: Int(count))
        }
        unsafe calls.endElementNs = { receiver, _, _, _ in unsafe XMLEventParser.sink(receiver)?.pointee.end() }
        unsafe calls.characters = { receiver, bytes, count in
            unsafe XMLEventParser.sink(receiver)?.pointee.text(UnsafeBufferPointer(start: bytes, count: Int(count)))
        }
        unsafe calls.cdataBlock = calls.characters
        unsafe calls.ignorableWhitespace = calls.characters
        unsafe calls.internalSubset = { receiver, _, _, _ in
            unsafe XMLEventParser.sink(receiver)?.pointee.refuse(.documentType)
        }
        unsafe calls.reference = { receiver, _ in unsafe XMLEventParser.sink(receiver)?.pointee.refuse(.entity) }
        unsafe calls.serror = { receiver, fault in
            guard let fault = unsafe fault?.pointee, unsafe fault.level == XML_ERR_FATAL else { return }
            guard let sink = unsafe XMLEventParser.sink(receiver) else { return }
            let (isAfterRoot, isAtEnd) = unsafe (sink.pointee.isAfterRoot, sink.pointee.isAtEnd)
            unsafe sink.pointee.refuse(XMLFault.Kind(fault, isAfterRoot: isAfterRoot, isAtEnd: isAtEnd))
        }
        return unsafe calls
    }
}

extension XMLFault.Kind {
    /// The parser's own report, without its wording, which may quote the document. Whatever is reported at the end of
    /// all text while the root is open, the text ends too early.
    fileprivate init(_ fault: xmlError, isAfterRoot: Bool, isAtEnd: Bool) {
        let code = unsafe xmlParserErrors(UInt32(fault.code))
        switch code {
        case XML_ERR_UNDECLARED_ENTITY, XML_WAR_UNDECLARED_ENTITY: self = .entity
        case _ where !isAfterRoot && (isAtEnd || code == XML_ERR_DOCUMENT_END): self = .truncated
        default: self = .malformed(code: Int(code.rawValue))
        }
    }
}
