// Cells arrive with what spreadsheets and web pages leave around a value: blanks of many kinds, byte order marks,
// direction marks, full-width characters. Everything here works on UTF-8 bytes; a `String` is made only if a character
// has to change.

/// Cleaning of the text of a cell.
enum CellText {
    /// The bytes without blanks and invisible characters at either end.
    static func bounds(_ bytes: Span<UInt8>) -> Range<Int> {
        var (start, end) = (0, bytes.count)
        while start < end {
            let length = blankLength(bytes, at: start)
            if length == 0 { break }
            start += length
        }
        while end > start {
            let length = blankLength(bytes, before: end)
            if length == 0 { break }
            end -= length
        }
        return start..<end
    }

    /// The text without blanks and invisible characters at either end; the same string if there are none.
    static func trimmed(_ text: String) -> String {
        let bytes = text.utf8Span.span
        let bounds = bounds(bytes)
        return bounds.count == bytes.count ? text : string(bytes.extracting(bounds))
    }

    /// The text of bytes that were cut from a string between characters.
    static func string(_ bytes: Span<UInt8>) -> String {
        // Bytes that are no UTF-8 are repaired.
        guard let text = try? UTF8Span(validating: bytes) else { return String(decoding: array(bytes), as: UTF8.self) }
        return String(copying: text)
    }

    /// A copy of the bytes.
    static func array(_ bytes: Span<UInt8>) -> [UInt8] {
        var copy: [UInt8] = []
        copy.reserveCapacity(bytes.count)
        for index in 0..<bytes.count { copy.append(bytes[index]) }
        return copy
    }

    /// Whether all bytes are ASCII.
    static func isASCII(_ bytes: Span<UInt8>) -> Bool {
        var all: UInt8 = 0
        for index in 0..<bytes.count { all |= bytes[index] }
        return all < 0x80
    }

    /// Full-width characters made ASCII, invisible characters taken out, blanks made plain spaces or taken out.
    static func folded(_ bytes: Span<UInt8>, keepingSpaces: Bool) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            let blank = blankLength(bytes, at: index)
            if blank > 0 {
                if keepingSpaces, !isInvisible(bytes, at: index) { result.append(0x20) }
                index += blank
            } else if let ascii = halfWidth(bytes, at: index) {
                result.append(ascii)
                index += 3
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return result
    }

    /// The bytes without a spreadsheet's leading apostrophe or wrapper `="…"`.
    static func unwrapped(_ bytes: [UInt8]) -> [UInt8] {
        func isQuote(_ byte: UInt8) -> Bool { byte == 0x27 || byte == 0x22 }
        let inner = bytes.drop { $0 == 0x3D || isQuote($0) }
        let end = inner.lastIndex { !isQuote($0) } ?? inner.startIndex - 1
        return Array(inner[inner.startIndex..<(end + 1)])
    }

    /// Length in bytes of the blank or invisible character that starts at `index`; 0 if there is none.
    static func blankLength(_ bytes: Span<UInt8>, at index: Int) -> Int {
        let first = bytes[index]
        if first < 0x80 { return first <= 0x20 || first == 0x7F ? 1 : 0 }
        if first == 0xC2 { return index + 1 < bytes.count && bytes[index + 1] == 0xA0 ? 2 : 0 }
        guard first >= 0xE2, index + 2 < bytes.count else { return 0 }
        return isWideBlank(first, bytes[index + 1], bytes[index + 2]) ? 3 : 0
    }

    private static func blankLength(_ bytes: Span<UInt8>, before end: Int) -> Int {
        let last = bytes[end - 1]
        if last < 0x80 { return last <= 0x20 || last == 0x7F ? 1 : 0 }
        if end >= 2, bytes[end - 2] == 0xC2, last == 0xA0 { return 2 }
        guard end >= 3 else { return 0 }
        return isWideBlank(bytes[end - 3], bytes[end - 2], last) ? 3 : 0
    }

    /// U+2000–200F, U+2028–202F, U+205F–206F, U+3000 and U+FEFF.
    private static func isWideBlank(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
        switch (first, second) {
        case (0xE2, 0x80): third <= 0x8F || (0xA8...0xAF).contains(third)
        case (0xE2, 0x81): (0x9F...0xAF).contains(third)
        case (0xE3, 0x80): third == 0x80
        case (0xEF, 0xBB): third == 0xBF
        default: false
        }
    }

    /// Blanks that take no room: U+200B–200F, U+202A–202E, U+2060–206F, U+FEFF.
    private static func isInvisible(_ bytes: Span<UInt8>, at index: Int) -> Bool {
        guard bytes[index] >= 0xE2 else { return false }
        let third = bytes[index + 2]
        switch (bytes[index], bytes[index + 1]) {
        case (0xE2, 0x80): return (0x8B...0x8F).contains(third) || (0xAA...0xAE).contains(third)
        case (0xE2, 0x81): return third >= 0xA0
        case (0xEF, 0xBB): return true
        default: return false
        }
    }

    /// The ASCII character of the full-width one (U+FF01–FF5E) that starts at `index`.
    private static func halfWidth(_ bytes: Span<UInt8>, at index: Int) -> UInt8? {
        guard bytes[index] == 0xEF, index + 2 < bytes.count else { return nil }
        let third = bytes[index + 2]
        switch bytes[index + 1] {
        case 0xBC where third >= 0x81: return third - 0x60
        case 0xBD where third <= 0x9E: return third - 0x20
        default: return nil
        }
    }
}
