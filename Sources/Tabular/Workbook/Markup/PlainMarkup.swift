import CScan

/// A scanner of the plain XML that programs write into workbooks, several times as fast as libxml2 and much less able.
///
/// It takes UTF-8 with ASCII names, tags, attributes and text, the five predefined entities and character references;
/// whatever else stands in a part, right or wrong, is not plain: comments, CDATA, processing instructions, document
/// types, carriage returns in values, anything that is not well-formed or beyond a limit. Then the caller begins anew
/// with libxml2, which decides. So this accepts nothing that the parser would refuse, and never words an error.
///
/// Events hold ranges of the piece itself. Elements nobody asked for give none.
struct PlainMarkup {
    var names: MarkupNames
    let limits: XMLLimits
    private(set) var stage = Stage.declaration
    /// The open elements.
    var open: [OpenElement] = []
    /// Bytes of the open elements' names, for those too long for a key.
    var openNames: [UInt8] = []
    /// Events whose values hold references, to be undone when their tag is complete.
    var references: [Int] = []
    /// Names of the attributes of the present tag.
    var attributes: [MarkupName] = []

    /// Where in the document the next byte stands.
    enum Stage {
        case declaration, content, end
    }

    struct OpenElement {
        let key: UInt64
        let length: Int
        let number: Int32
        var textBytes = 0
    }

    init(names: [String], limits: XMLLimits = .standard) {
        self.names = MarkupNames(names)
        self.limits = limits
    }

    /// Scans a piece as far as its last complete tag, adding its events to the list.
    ///
    /// - Parameter text: the piece, which begins with what the scan of the one before left over; values with references
    ///   are decoded in place.
    /// - Returns: bytes used up; `nil` if the piece is not plain.
    mutating func scan(_ text: inout [UInt8], isLast: Bool, into list: inout [XMLEvent]) -> Int? {
        let used = unsafe text.withUnsafeMutableBufferPointer { bytes in
            let valid = unsafe Int(scan_utf8_prefix(bytes.baseAddress, bytes.count))
            guard bytes.count - valid < (isLast ? 1 : 4) else { return nil as Int? }
            guard var cursor = unsafe MarkupCursor(bytes, from: 0, count: valid) else { return 0 }
            return scan(&cursor, into: &list)
        }
        guard let used, !isLast || (stage == .end && used == text.count) else { return nil }
        return used
    }

    private mutating func scan(_ cursor: inout MarkupCursor, into list: inout [XMLEvent]) -> Int? {
        while !cursor.isAtEnd {
            let (start, events) = (cursor.place, list.count)
            do throws(MarkupStop) {
                switch stage {
                case .declaration: try declaration(&cursor)
                case .content: try item(&cursor, into: &list)
                case .end: try epilogue(&cursor)
                }
            } catch {
                guard error == .incomplete, cursor.place - start < limits.textBytes else { return nil }
                list.removeSubrange(events...)
                references.removeAll(keepingCapacity: true)
                return start
            }
        }
        return cursor.place
    }

    /// A byte order mark and a declaration, if there, and white space up to the root element.
    private mutating func declaration(_ cursor: inout MarkupCursor) throws(MarkupStop) {
        if try cursor.byte() == 0xEF {
            for byte: UInt8 in [0xEF, 0xBB, 0xBF] { try cursor.expect(byte) }
        }
        var probe = cursor
        try probe.expect(UInt8(ascii: "<"))
        if try probe.byte() == UInt8(ascii: "?") {
            for byte in "<?xml".utf8 { try cursor.expect(byte) }
            try declared(&cursor)
        }
        _ = cursor.skipSpace()
        guard try cursor.byte() == UInt8(ascii: "<") else { throw .notPlain }
        stage = .content
    }

    /// `version`, `encoding` and `standalone`, as nearly all programs write them.
    private func declared(_ cursor: inout MarkupCursor) throws(MarkupStop) {
        let known = [
            ("version", ["1.0"]), ("encoding", ["UTF-8", "utf-8"]), ("standalone", ["yes", "no"]),
        ]
        var rest = known[...]
        while cursor.skipSpace(), try cursor.byte() != UInt8(ascii: "?") {
            let (name, value) = try plainAttribute(&cursor)
            guard let place = rest.firstIndex(where: { cursor.holds(Array($0.0.utf8), in: name) }) else {
                throw .notPlain
            }
            guard place == 0 || rest.startIndex > 0 else { throw .notPlain }
            guard known[place].1.contains(where: { cursor.holds(Array($0.utf8), in: value) }) else { throw .notPlain }
            rest = known[(place + 1)...]
        }
        try cursor.expect(UInt8(ascii: "?"))
        try cursor.expect(UInt8(ascii: ">"))
        guard rest.startIndex > 0 else { throw .notPlain }
    }

    private func plainAttribute(_ cursor: inout MarkupCursor) throws(MarkupStop) -> (Range<Int>, Range<Int>) {
        let name = try cursor.name()
        try cursor.expect(UInt8(ascii: "="))
        let quote = try cursor.byte()
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { throw .notPlain }
        try cursor.step()
        let start = cursor.place
        cursor.skipPlain(upTo: quote)
        try cursor.expect(quote)
        return (name.range, start..<cursor.place - 1)
    }

    private func epilogue(_ cursor: inout MarkupCursor) throws(MarkupStop) {
        guard cursor.skipSpace() else { throw .notPlain }
    }

    /// Text, possibly empty, and the tag behind it.
    private mutating func item(_ cursor: inout MarkupCursor, into list: inout [XMLEvent]) throws(MarkupStop) {
        try text(&cursor, into: &list)
        try cursor.expect(UInt8(ascii: "<"))
        if try cursor.byte() == UInt8(ascii: "/") {
            try cursor.step()
            try endTag(&cursor, into: &list)
        } else {
            try startTag(&cursor, into: &list)
        }
        if !references.isEmpty { undoReferences(cursor, in: &list) }
        if open.isEmpty { stage = .end }
    }
}
