/// What splitting needs to know of a format, prepared once: marks and header in the bytes of the text.
struct SplitPlan: Sendable {
    let encoding: TextEncoding
    let delimiter: UInt8
    let limits: DelimitedLimits
    /// Fields a row must have; `nil` while the header is still being looked for.
    let expectedFields: Int?
    /// The delimiter may be the second byte of a character.
    let delimiterMayBeTrail: Bool
    /// Cells of the header line.
    let header: [[UInt8]]
    /// First cells of total lines, without blanks, character by character.
    let totalMarks: [[[UInt8]]]
    /// The ideographic space.
    let wideBlank: [UInt8]
    /// The full-width colon.
    let wideColon: [UInt8]
    /// By first byte of a line: it may be blank, a total or the header again.
    let mayBeNoRow: [Bool]

    init(_ format: DelimitedFormat, expectsHeader: Bool = true) {
        let encoding = format.textEncoding
        self.encoding = encoding
        delimiter = format.delimiter
        limits = format.limits
        expectedFields = expectsHeader ? format.header.count : nil
        delimiterMayBeTrail = encoding == .gb18030 && format.delimiter >= 0x40
        header = expectsHeader ? format.header.map { encoding.encode($0) ?? [] } : []
        totalMarks = format.totalMarks.compactMap { mark in
            let characters = mark.unicodeScalars.filter { !$0.properties.isWhitespace }
            let codes = characters.compactMap { encoding.encode(String($0)) }
            return codes.count == characters.count ? codes : nil
        }
        wideBlank = encoding.encode("\u{3000}") ?? []
        wideColon = encoding.encode("：") ?? []
        var starts = [Bool](repeating: false, count: 256)
        for byte in [0x20, 0x09, 0x22, format.delimiter] { starts[Int(byte)] = true }
        for bytes in totalMarks.compactMap(\.first) + header.prefix(1) + [wideBlank, encoding.byteOrderMark] {
            if let first = bytes.first { starts[Int(first)] = true }
        }
        mayBeNoRow = starts
    }
}
