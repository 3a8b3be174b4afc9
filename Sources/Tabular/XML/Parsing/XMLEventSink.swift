import CLibXML2

/// Receives the calls of one libxml2 context and keeps them as events; refuses what exceeds the limits.
///
/// The only place where addresses inside the library's buffers are looked at; none outlives the call that brought it.
/// A plain value at a fixed address and not an object: millions of calls arrive here, and each access to an object's
/// properties would be checked on its own.
@safe struct XMLEventSink: ~Copyable {
    var events = XMLEventBuffer()
    /// Why parsing has to end, once it has.
    private(set) var refusal: XMLFault?
    /// Local name of the first element.
    private(set) var rootName: String?
    /// Whether the root element has ended.
    var isAfterRoot: Bool { rootName != nil && depth == 0 }
    /// Whether all tags get their places.
    var keepsAllPlaces = false
    /// The text ends with the piece being parsed.
    var isLastPiece = false
    /// All text has been parsed.
    var isAtEnd: Bool {
        guard isLastPiece, let input = unsafe context?.pointee.input?.pointee else { return false }
        return unsafe input.cur >= input.end
    }
    private var names: XMLNameTable
    private let wantsText: [Bool]
    private let wantsPlace: [Bool]
    private let joinsLeaves: Bool
    private let limits: XMLLimits
    /// Room for as many open elements as are allowed.
    private let open: UnsafeMutablePointer<OpenElement>
    private var depth = 0
    /// The context whose calls arrive here; set once by its owner, before the first call.
    var context: xmlParserCtxtPtr?

    private struct OpenElement {
        var name: Int32
        var textBytes: Int
    }

    init(_ interest: XMLInterest, limits: XMLLimits) {
        names = XMLNameTable(names: interest.names, maximumBytes: limits.nameBytes)
        (wantsText, wantsPlace) = (interest.wantsText, interest.wantsPlace)
        joinsLeaves = interest.joinsLeaves
        self.limits = limits
        unsafe open = .allocate(capacity: limits.depth + 1)
    }

    deinit {
        unsafe open.deallocate()
    }

    /// A start tag with its attributes, five addresses each: name, prefix, namespace, begin and end of the value.
    mutating func start(
        _ name: UnsafePointer<UInt8>, attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?, count: Int
    ) {
        guard depth < limits.depth else { return refuse(.limit(.depth, limits.depth)) }
        guard count <= limits.attributes else { return refuse(.limit(.attributes, limits.attributes)) }
        guard let number = unsafe names.number(at: name) else { return refuse(.limit(.nameBytes, limits.nameBytes)) }
        if rootName == nil { rootName = unsafe String(cString: name) }
        unsafe open[depth] = OpenElement(name: number, textBytes: 0)
        depth &+= 1
        let isPlaced = keepsAllPlaces || number != XMLEvent.otherName && wantsPlace[Int(number)]
        events.append(.start, name: number, offset: isPlaced ? tagOffset() : 0)
        guard let attributes = unsafe attributes else { return }
        // A refusal frees the text that the addresses of further attributes point into.
        for index in 0..<count where refusal == nil {
            unsafe attribute(attributes + index * 5)
        }
    }

    /// The end of the innermost open element.
    mutating func end() {
        guard depth > 0 else { return }
        depth &-= 1
        let name = unsafe open[depth].name
        if joinsLeaves, !keepsAllPlaces, depth > 0, name != XMLEvent.otherName, !wantsPlace[Int(name)],
            events.joinLeaf()
        {
            return
        }
        events.append(.end, name: name, offset: keepsAllPlaces ? offset() : 0)
    }

    /// Text of the innermost open element: kept, and held to its limit, if somebody asked for text of elements of its name.
    /// Of others nothing is kept: the blanks between the records of a large document are all text of its root.
    mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard depth > 0 else { return }
        let name = unsafe open[depth - 1].name
        guard name != XMLEvent.otherName, wantsText[Int(name)] else { return }
        unsafe open[depth - 1].textBytes += bytes.count
        guard unsafe open[depth - 1].textBytes <= limits.textBytes else {
            return refuse(.limit(.textBytes, limits.textBytes))
        }
        unsafe events.append(.text, name: name, value: bytes)
    }

    /// Ends parsing at the present place, unless it has been ended before.
    mutating func refuse(_ kind: XMLFault.Kind) {
        guard let input = unsafe context?.pointee.input else { return }
        if refusal == nil { refusal = unsafe XMLFault(kind, line: Int(input.pointee.line), column: column()) }
        unsafe xmlStopParser(context)
    }

    private mutating func attribute(_ parts: UnsafeMutablePointer<UnsafePointer<UInt8>?>) {
        guard let name = unsafe parts[0], let begin = unsafe parts[3], let end = unsafe parts[4] else { return }
        guard let number = unsafe names.number(at: name) else { return refuse(.limit(.nameBytes, limits.nameBytes)) }
        let value = unsafe UnsafeBufferPointer(start: begin, count: end - begin)
        guard value.count <= limits.textBytes else { return refuse(.limit(.textBytes, limits.textBytes)) }
        guard number != XMLEvent.otherName else { return }
        if unsafe value.contains(UInt8(ascii: "&")) {
            unsafe XMLEventSink.restoringAmpersands(Array(value)).withUnsafeBufferPointer {
                unsafe events.append(.attribute, name: number, value: $0)
            }
        } else {
            unsafe events.append(.attribute, name: number, value: value)
        }
    }

    /// How much of the text is parsed.
    func offset() -> Int {
        guard let input = unsafe context?.pointee.input?.pointee else { return 0 }
        return unsafe Int(input.consumed) + (input.cur - input.base)
    }

    /// Characters since the last line end, from 1. The library counts bytes in some places and characters in others, so
    /// its own count serves only where the line began before what it still holds.
    private func column() -> Int {
        guard let input = unsafe context?.pointee.input?.pointee, var place = unsafe input.cur else { return 1 }
        var column = 1
        while unsafe place > input.base {
            unsafe place -= 1
            if unsafe place.pointee == 0x0A { return column }
            if unsafe place.pointee & 0xC0 != 0x80 { column += 1 }
        }
        return unsafe input.consumed == 0 ? column : Int(input.col)
    }

    /// Where the tag just parsed begins: no `<` can stand inside a tag, so the nearest one before is it.
    private func tagOffset() -> Int {
        guard let input = unsafe context?.pointee.input?.pointee, var place = unsafe input.cur else { return 0 }
        while unsafe place > input.base, unsafe place.pointee != UInt8(ascii: "<") {
            unsafe place -= 1
        }
        return unsafe Int(input.consumed) + (place - input.base)
    }

    /// The library leaves an ampersand in an attribute as `&#38;`, for a tree that we don't build.
    private static func restoringAmpersands(_ value: [UInt8]) -> [UInt8] {
        let mark = Array("&#38;".utf8)
        var result: [UInt8] = []
        var index = 0
        while index < value.count {
            result.append(value[index])
            index += value[index...].starts(with: mark) ? mark.count : 1
        }
        return result
    }
}
