extension CellText {
    /// Most characters that a cell takes, in units of UTF-16.
    static let maximumLength = 32_767

    /// Text that a workbook can hold: what it has no place for is U+FFFD, what would be read as an escape is escaped,
    /// and text that is too long ends in `…`.
    static func writable(_ text: String) -> String {
        guard needsCare(text) else { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let isForbidden = scalar.value == 0 || scalar.value == 0xFFFE || scalar.value == 0xFFFF
            result.append(isForbidden ? "\u{FFFD}" : scalar)
        }
        return escaping(cut(String(result)))
    }

    /// The text holds NUL, U+FFFE or U+FFFF, or `_x`, or may be too long.
    private static func needsCare(_ text: String) -> Bool {
        let bytes = text.utf8Span.span
        var (beforeLast, last): (UInt8, UInt8) = (0, 0)
        for index in bytes.indices {
            let byte = bytes[index]
            if byte == 0 || byte == UInt8(ascii: "x") && last == UInt8(ascii: "_") { return true }
            if byte >= 0xBE, last == 0xBF, beforeLast == 0xEF { return true }
            (beforeLast, last) = (last, byte)
        }
        return bytes.count > maximumLength
    }

    private static func cut(_ text: String) -> String {
        guard text.utf16.count > maximumLength else { return text }
        var cut = text.unicodeScalars
        var length = text.utf16.count
        while length >= maximumLength {
            length -= cut.removeLast().utf16.count
        }
        return String(cut) + "…"
    }

    private static func escaping(_ text: String) -> String {
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        for place in bytes.indices {
            if undoingEscapes(bytes[place...].prefix(7)) != nil { result += "_x005F".utf8 }
            result.append(bytes[place])
        }
        return String(decoding: result, as: UTF8.self)
    }
}
