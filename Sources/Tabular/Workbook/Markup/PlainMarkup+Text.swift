/// Text and references.
extension PlainMarkup {
    /// Text up to the next tag.
    mutating func text(_ cursor: inout MarkupCursor, into list: inout [XMLEvent]) throws(MarkupStop) {
        guard try cursor.byte() != UInt8(ascii: "<") else { return }
        guard let element = open.last else { throw .notPlain }
        let isWanted = element.number != XMLEvent.otherName
        let start = cursor.place
        let hasReferences = try skipText(&cursor, isWanted: isWanted)
        guard isWanted else { return }
        let bytes = element.textBytes + cursor.place - start
        guard bytes <= limits.textBytes else { throw .notPlain }
        open[open.count - 1].textBytes = bytes
        if hasReferences { references.append(list.count) }
        list.append(
            XMLEvent(
                kind: .text, name: element.number, start: UInt32(start), end: UInt32(cursor.place), offset: 0))
    }

    /// Passes text up to the next tag; `true` if it holds references.
    private func skipText(_ cursor: inout MarkupCursor, isWanted: Bool) throws(MarkupStop) -> Bool {
        var hasReferences = false
        while true {
            cursor.skipPlain()
            switch try cursor.byte() {
            case UInt8(ascii: "<"): return hasReferences
            case UInt8(ascii: "&"):
                try reference(&cursor)
                hasReferences = true
            case UInt8(ascii: "\n"), UInt8(ascii: "\t"): try cursor.step()
            case UInt8(ascii: "\r") where !isWanted: try cursor.step()
            case UInt8(ascii: "]"): try bracket(&cursor)
            case 0xEF: try character(&cursor)
            default: throw .notPlain
            }
        }
    }

    /// A `]` that does not begin `]]>`.
    private func bracket(_ cursor: inout MarkupCursor) throws(MarkupStop) {
        try cursor.step()
        guard try cursor.byte() == UInt8(ascii: "]") else { return }
        var probe = cursor
        try probe.step()
        if try probe.byte() == UInt8(ascii: ">") { throw .notPlain }
    }

    /// A character that begins with 0xEF, other than U+FFFE and U+FFFF.
    func character(_ cursor: inout MarkupCursor) throws(MarkupStop) {
        try cursor.step()
        let second = try cursor.byte()
        try cursor.step()
        let third = try cursor.byte()
        guard second != 0xBF || third < 0xBE else { throw .notPlain }
        try cursor.step()
    }

    /// A predefined entity or a reference to a character, its `;` included.
    func reference(_ cursor: inout MarkupCursor) throws(MarkupStop) {
        let start = cursor.place
        while try cursor.byte() != UInt8(ascii: ";") {
            try cursor.step()
            guard cursor.place - start < 12 else { throw .notPlain }
        }
        guard MarkupReference.value(cursor, start + 1..<cursor.place) != nil else { throw .notPlain }
        try cursor.step()
    }

    /// Decodes the values that hold references, in place: what a reference stands for is shorter than itself.
    mutating func undoReferences(_ cursor: MarkupCursor, in list: inout [XMLEvent]) {
        for index in references {
            let end = MarkupReference.undo(cursor, Int(list[index].start)..<Int(list[index].end))
            list[index].end = UInt32(end)
        }
        references.removeAll(keepingCapacity: true)
    }
}

/// What references stand for.
enum MarkupReference {
    private static let predefined: [(name: [UInt8], scalar: Unicode.Scalar)] = [
        (Array("lt".utf8), "<"), (Array("gt".utf8), ">"), (Array("amp".utf8), "&"), (Array("quot".utf8), "\""),
        (Array("apos".utf8), "'"),
    ]

    /// The character that the name between `&` and `;` stands for; `nil` if there is none, or XML does not have it.
    static func value(_ cursor: MarkupCursor, _ name: Range<Int>) -> Unicode.Scalar? {
        if let known = predefined.first(where: { cursor.holds($0.name, in: name) }) { return known.scalar }
        guard let first = name.first, cursor[first] == UInt8(ascii: "#") else { return nil }
        let digits = name.dropFirst().map { cursor[$0] }
        let isHexadecimal = digits.first == UInt8(ascii: "x")
        let text = String(decoding: digits.dropFirst(isHexadecimal ? 1 : 0), as: UTF8.self)
        guard text.utf8.first.map({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }) == true else { return nil }
        return UInt32(text, radix: isHexadecimal ? 16 : 10).flatMap(Unicode.Scalar.init).flatMap(permitted)
    }

    /// Undoes the references in a range, whose end moves to what is returned.
    static func undo(_ cursor: MarkupCursor, _ range: Range<Int>) -> Int {
        var (read, write) = (range.lowerBound, range.lowerBound)
        while read < range.upperBound {
            guard cursor[read] == UInt8(ascii: "&") else {
                cursor[write] = cursor[read]
                (read, write) = (read + 1, write + 1)
                continue
            }
            var end = read + 1
            while end < range.upperBound, cursor[end] != UInt8(ascii: ";") { end += 1 }
            for byte in value(cursor, read + 1..<end).map({ Array(String($0).utf8) }) ?? [] {
                cursor[write] = byte
                write += 1
            }
            read = end + 1
        }
        return write
    }

    private static func permitted(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D, 0x20...0xFFFD, 0x10000...: scalar
        default: nil
        }
    }
}
