/// Tags and their attributes.
extension PlainMarkup {
    /// A start tag or an empty element, behind its `<`.
    mutating func startTag(_ cursor: inout MarkupCursor, into list: inout [XMLEvent]) throws(MarkupStop) {
        let name = try cursor.name()
        let number = names.number(of: name, at: cursor)
        guard open.count < limits.depth, name.range.count <= limits.nameBytes else { throw .notPlain }
        if number != XMLEvent.otherName { list.append(XMLEvent(.start, number)) }
        let isEmpty = try attributes(of: number, &cursor, into: &list)
        if isEmpty {
            if number != XMLEvent.otherName { list.append(XMLEvent(.end, number)) }
        } else {
            push(name, number, cursor)
        }
    }

    /// An end tag, behind its `</`.
    mutating func endTag(_ cursor: inout MarkupCursor, into list: inout [XMLEvent]) throws(MarkupStop) {
        let name = try cursor.name()
        if try cursor.byte() != UInt8(ascii: ">") { _ = cursor.skipSpace() }
        try cursor.expect(UInt8(ascii: ">"))
        guard let last = open.last, last.key == name.key, last.length == name.range.count else { throw .notPlain }
        if !name.isShort {
            guard cursor.holds(Array(openNames.suffix(last.length)), in: name.range) else { throw .notPlain }
            openNames.removeLast(last.length)
        }
        open.removeLast()
        if last.number != XMLEvent.otherName { list.append(XMLEvent(.end, last.number)) }
    }

    private mutating func push(_ name: MarkupName, _ number: Int32, _ cursor: MarkupCursor) {
        open.append(OpenElement(key: name.key, length: name.range.count, number: number))
        guard !name.isShort else { return }
        for place in name.range { openNames.append(cursor[place]) }
    }

    /// The attributes up to the tag's end, which is passed; `true` if the element is empty.
    private mutating func attributes(
        of element: Int32, _ cursor: inout MarkupCursor, into list: inout [XMLEvent]
    ) throws(MarkupStop) -> Bool {
        attributes.removeAll(keepingCapacity: true)
        while true {
            let hasSpace = cursor.skipSpace()
            switch try cursor.byte() {
            case UInt8(ascii: ">"):
                try cursor.step()
                return false
            case UInt8(ascii: "/"):
                try cursor.step()
                try cursor.expect(UInt8(ascii: ">"))
                return true
            default:
                guard hasSpace, attributes.count < 32 else { throw .notPlain }
                try attribute(of: element, &cursor, into: &list)
            }
        }
    }

    private mutating func attribute(
        of element: Int32, _ cursor: inout MarkupCursor, into list: inout [XMLEvent]
    ) throws(MarkupStop) {
        let name = try cursor.name()
        guard name.range.count <= limits.nameBytes, !repeats(name, cursor) else { throw .notPlain }
        attributes.append(name)
        try cursor.expect(UInt8(ascii: "="))
        let quote = try cursor.byte()
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { throw .notPlain }
        try cursor.step()
        let start = cursor.place
        let hasReferences = try value(&cursor, quote: quote)
        let end = cursor.place
        guard end - start <= limits.textBytes else { throw .notPlain }
        try cursor.step()
        guard element != XMLEvent.otherName, !isNamespace(name, cursor) else { return }
        let number = names.number(of: name, at: cursor)
        guard number != XMLEvent.otherName else { return }
        if hasReferences { references.append(list.count) }
        list.append(XMLEvent(.attribute, number, start..<end))
    }

    /// A name met before in the tag, or one that could be the same under another prefix.
    private func repeats(_ name: MarkupName, _ cursor: MarkupCursor) -> Bool {
        attributes.contains { other in
            guard other.localKey == name.localKey, cursor.areEqual(other.localRange, name.localRange) else {
                return false
            }
            return other.hasPrefix == name.hasPrefix && !isNamespace(other, cursor) && !isNamespace(name, cursor)
                || cursor.areEqual(other.range, name.range)
        }
    }

    /// `xmlns` or `xmlns:…`.
    private func isNamespace(_ name: MarkupName, _ cursor: MarkupCursor) -> Bool {
        let prefix = name.hasPrefix ? name.start..<name.localStart - 1 : name.range
        return prefix.count == 5 && cursor.holds(Array("xmlns".utf8), in: prefix)
    }

    /// A value up to its quote; `true` if it holds references.
    private func value(_ cursor: inout MarkupCursor, quote: UInt8) throws(MarkupStop) -> Bool {
        var hasReferences = false
        while true {
            cursor.skipPlain(upTo: quote)
            switch try cursor.byte() {
            case quote: return hasReferences
            case UInt8(ascii: "&"):
                try reference(&cursor)
                hasReferences = true
            case UInt8(ascii: "]"): try cursor.step()
            case 0xEF: try character(&cursor)
            default: throw .notPlain
            }
        }
    }
}

extension XMLEvent {
    fileprivate init(_ kind: Kind, _ name: Int32, _ range: Range<Int> = 0..<0) {
        self.init(
            kind: kind, name: name, start: UInt32(truncatingIfNeeded: range.lowerBound),
            end: UInt32(truncatingIfNeeded: range.upperBound), offset: 0)
    }
}
