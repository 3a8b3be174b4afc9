/// The characters of an identity number field, folded for reading: blanks and invisible characters out, full width and
/// look-alikes of X made ASCII, mask characters made `*`, a spreadsheet's apostrophe and `="…"` taken off.
struct IDText {
    /// Upper-case ASCII where the field held ASCII or its look-alikes; other characters as they were, in UTF-8.
    let bytes: [UInt8]

    /// Folds the text of a field.
    init(_ field: Span<UInt8>) {
        let folded = IDText.lookAlikes(CellText.folded(field, keepingSpaces: false))
        bytes = IDText.maskingRuns(CellText.unwrapped(folded))
    }

    /// The folded text.
    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Whether some characters are hidden, the others being digits and letters.
    var isMasked: Bool {
        bytes.contains(IDText.mask)
            && bytes.allSatisfy { $0 == IDText.mask || IDText.isDigit($0) || IDText.isLetter($0) }
    }

    /// Whether the text is a number in scientific notation, `4.40203E+17`.
    var isScientific: Bool {
        guard let exponent = bytes.firstIndex(of: 0x45), exponent > 0, exponent < bytes.count - 1 else { return false }
        let mantissa = bytes[..<exponent]
        let power = bytes[(exponent + 1)...].drop { $0 == 0x2B }
        guard mantissa.first.map(IDText.isDigit) == true, !power.isEmpty, power.allSatisfy(IDText.isDigit) else {
            return false
        }
        return mantissa.count == 1
            || (mantissa.dropFirst().first == 0x2E && mantissa.dropFirst(2).allSatisfy(IDText.isDigit))
    }

    /// What stands for a hidden character.
    static let mask: UInt8 = 0x2A

    /// Whether the byte is an ASCII digit.
    static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 <= 9 }

    /// Whether the byte is an ASCII capital letter.
    static func isLetter(_ byte: UInt8) -> Bool { byte &- 0x41 <= 25 }

    /// Upper case; × (U+00D7), Х and х (Cyrillic) made X; #, ● made `*`; curly quotes made straight.
    private static func lookAlikes(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            let rest = bytes[index...]
            if let (ascii, length) = lookAlike(rest) {
                result.append(ascii)
                index += length
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return result
    }

    private static func lookAlike(_ bytes: ArraySlice<UInt8>) -> (ascii: UInt8, length: Int)? {
        let first = bytes[bytes.startIndex]
        switch first {
        case 0x61...0x7A: return (first ^ 0x20, 1)
        case 0x23: return (mask, 1)
        case 0xC3 where bytes.starts(with: [0xC3, 0x97]): return (0x58, 2)
        case 0xD0 where bytes.starts(with: [0xD0, 0xA5]): return (0x58, 2)
        case 0xD1 where bytes.starts(with: [0xD1, 0x85]): return (0x58, 2)
        case 0xE2 where bytes.starts(with: [0xE2, 0x97, 0x8F]): return (mask, 3)
        case 0xE2 where bytes.starts(with: [0xE2, 0x80, 0x98]), 0xE2 where bytes.starts(with: [0xE2, 0x80, 0x99]):
            return (0x27, 3)
        case 0xE2 where bytes.starts(with: [0xE2, 0x80, 0x9C]), 0xE2 where bytes.starts(with: [0xE2, 0x80, 0x9D]):
            return (0x22, 3)
        default: return nil
        }
    }

    /// Runs of two or more `X` are a mask; so is a single one that is not last if there are masks anyway.
    private static func maskingRuns(_ bytes: [UInt8]) -> [UInt8] {
        let isX = bytes.map { $0 == 0x58 }
        guard isX.contains(true) else { return bytes }
        var result = bytes
        for index in bytes.indices where isX[index] {
            let before = index > 0 && isX[index - 1]
            let after = index + 1 < bytes.count && isX[index + 1]
            if before || after { result[index] = mask }
        }
        guard result.contains(mask) else { return result }
        for index in result.indices.dropLast() where result[index] == 0x58 { result[index] = mask }
        return result
    }
}
