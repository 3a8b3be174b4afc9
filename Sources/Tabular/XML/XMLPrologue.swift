/// The beginning of a document: byte order mark and declaration.
struct XMLPrologue {
    /// Bytes of the byte order mark.
    let markCount: Int
    private let markedEncoding: TextEncoding?
    private let declaredName: String?

    private static let maximumBytes = 2_048

    /// - Returns: `nil` if more of the document is needed to tell.
    init?(_ bytes: [UInt8], isLast: Bool) {
        guard bytes.count >= 8 || isLast else { return nil }
        (markedEncoding, markCount) = Self.mark(bytes)
        let declaration = bytes.dropFirst(markCount).prefix(Self.maximumBytes)
        let isWide = markedEncoding != nil && markedEncoding != .utf8
        let end: [UInt8] = markedEncoding == .utf16BigEndian ? [0, 0x3E] : isWide ? [0x3E, 0] : [0x3E]
        let units = stride(from: declaration.startIndex, through: declaration.endIndex - end.count, by: end.count)
        let hasEnd = units.contains { declaration[$0...].starts(with: end) }
        let isWhole = hasEnd || declaration.count == Self.maximumBytes || isLast
        guard isWide || declaration.starts(with: Array("<?xml".utf8)) else {
            declaredName = nil
            return
        }
        guard isWhole else { return nil }
        declaredName = Self.encodingBounds(declaration).map { String(decoding: bytes[$0.value], as: UTF8.self) }
    }

    /// The encoding by mark or declaration; `nil` if neither is there.
    func encoding() throws(XMLFault) -> TextEncoding? {
        if let markedEncoding { return markedEncoding }
        guard let declaredName else { return nil }
        guard let encoding = TextEncoding(label: declaredName), encoding == .utf8 || encoding == .gb18030 else {
            throw XMLFault(.unknownEncoding(declaredName), line: 1, column: 1)
        }
        return encoding
    }

    /// Overwrites `encoding="…"` in a declaration by spaces, so that the parser does not decode again.
    static func removeEncoding(from text: inout [UInt8]) {
        let declaration = text.prefix(maximumBytes)
        guard declaration.starts(with: Array("<?xml".utf8)) else { return }
        guard let bounds = encodingBounds(declaration)?.whole else { return }
        for place in bounds { text[place] = UInt8(ascii: " ") }
    }

    private static func mark(_ bytes: [UInt8]) -> (TextEncoding?, Int) {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
        if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
        if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
        return (nil, 0)
    }

    /// Bounds of `encoding="value"` and of the value, before the declaration's end.
    private static func encodingBounds(_ text: ArraySlice<UInt8>) -> (whole: Range<Int>, value: Range<Int>)? {
        guard let close = text.firstIndex(of: UInt8(ascii: ">")) else { return nil }
        let word = Array("encoding".utf8)
        let declaration = text[..<close]
        guard let start = declaration.indices.first(where: { declaration[$0...].starts(with: word) }) else {
            return nil
        }
        let isQuote: (UInt8) -> Bool = { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
        guard let open = declaration[start...].firstIndex(where: isQuote) else { return nil }
        guard let end = declaration[(open + 1)...].firstIndex(of: declaration[open]) else { return nil }
        return (start..<end + 1, open + 1..<end)
    }
}
