/// A stretch of an XML document, about a mebibyte, that can be parsed without knowing the others: it begins at the start
/// tag of an element directly below the root, the first one at the beginning of the document.
package struct XMLPiece: Hashable, Sendable {
    /// As delivered.
    package var bytes: [UInt8]
    /// Place among the pieces of the document, from 0.
    package var ordinal: Int
    /// It reaches to the end of the document.
    package var isLast: Bool
    /// No place to be cut was found: the document has to be read as a whole.
    package var isUncut: Bool

    package init(bytes: [UInt8], ordinal: Int, isLast: Bool, isUncut: Bool = false) {
        self.bytes = bytes
        self.ordinal = ordinal
        self.isLast = isLast
        self.isUncut = isUncut
    }
}

/// The start tag of a document's root, by which each piece is made a document of its own.
struct XMLRootTag: Hashable, Sendable {
    /// From `<` to `>`, as delivered.
    let bytes: [UInt8]
    /// Where the tag begins in the document.
    let offset: Int
    /// The name with its prefix, as delivered.
    private let name: ArraySlice<UInt8>

    /// Finds the tag at the beginning of a document; `nil` if something other than a declaration stands before it, or
    /// it does not end.
    init?(_ document: [UInt8], markCount: Int) {
        var place = markCount
        if document[place...].starts(with: "<?xml".utf8) {
            guard let end = document[place...].firstIndex(of: UInt8(ascii: ">")) else { return nil }
            place = end + 1
        }
        while place < document.count, Self.isSpace(document[place]) { place += 1 }
        guard place + 1 < document.count, document[place] == UInt8(ascii: "<") else { return nil }
        guard ![UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "/")].contains(document[place + 1]) else {
            return nil
        }
        guard let end = Self.end(of: document[place...]), document[end - 1] != UInt8(ascii: "/") else { return nil }
        offset = place
        bytes = Array(document[place...end])
        name = bytes.dropFirst().prefix { !Self.isSpace($0) && $0 != UInt8(ascii: ">") }
    }

    /// The end tag that fits.
    var closing: [UInt8] { Array("</".utf8) + name + [UInt8(ascii: ">")] }

    /// The name without its prefix.
    var localName: ArraySlice<UInt8> {
        name.firstIndex(of: UInt8(ascii: ":")).map { name[($0 + 1)...] } ?? name
    }

    static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }

    /// The `>` that is in no value.
    private static func end(of tag: ArraySlice<UInt8>) -> Int? {
        var quote: UInt8?
        for place in tag.indices {
            let byte = tag[place]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: ">") {
                return place
            }
        }
        return nil
    }
}
