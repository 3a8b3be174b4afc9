/// Free text, without blanks at its ends.
struct FreeTextFormat: TextFormat {
    let expectation = "代码表中的值"
    let acceptsUnlisted = false

    func isClean(_ text: Span<UInt8>) -> Bool { true }

    func value(of text: Span<UInt8>) -> String? { CellText.string(text) }
}

/// A number that names something: blanks, a spreadsheet's apostrophe and `="…"` taken off, full width made ASCII.
struct IdentifierFormat: TextFormat {
    let expectation = "编号"

    func isClean(_ text: Span<UInt8>) -> Bool { IdentifierText.isClean(text, uppercased: false) }

    func value(of text: Span<UInt8>) -> String? {
        let cleaned = IdentifierText.cleaned(text, uppercased: false)
        return cleaned.isEmpty ? nil : String(decoding: cleaned, as: UTF8.self)
    }
}

/// A region code of 6, 9 or 12 digits, cut to the first 6 or 9.
struct RegionFormat: TextFormat {
    /// Digits wanted: 6 for a county, 9 for a town.
    let digits: Int

    var expectation: String { "\(digits) 位区划代码" }

    func isClean(_ text: Span<UInt8>) -> Bool {
        guard text.count == 6 || text.count == digits else { return false }
        for index in 0..<text.count where text[index] &- 0x30 > 9 { return false }
        return true
    }

    func value(of text: Span<UInt8>) -> String? {
        let cleaned = IdentifierText.cleaned(text, uppercased: false)
        guard [6, 9, 12].contains(cleaned.count), cleaned.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return String(decoding: cleaned.prefix(digits), as: UTF8.self)
    }
}

/// A unified social credit code or an older number of an organisation, upper case.
struct CreditCodeFormat: TextFormat {
    let expectation = "统一社会信用代码"

    func isClean(_ text: Span<UInt8>) -> Bool { IdentifierText.isClean(text, uppercased: true) }

    func value(of text: Span<UInt8>) -> String? {
        let cleaned = IdentifierText.cleaned(text, uppercased: true)
        return cleaned.isEmpty ? nil : String(decoding: cleaned, as: UTF8.self)
    }
}

/// Cleaning of numbers that name something.
enum IdentifierText {
    /// The number without blanks, leading `'` and the wrapper `="…"`, in half width.
    static func cleaned(_ text: Span<UInt8>, uppercased: Bool) -> [UInt8] {
        var bytes = CellText.unwrapped(CellText.folded(text, keepingSpaces: false))
        if uppercased {
            for index in bytes.indices where (0x61...0x7A).contains(bytes[index]) { bytes[index] ^= 0x20 }
        }
        return bytes
    }

    /// Whether cleaning would change nothing, so that the cell's own string can be kept.
    static func isClean(_ text: Span<UInt8>, uppercased: Bool) -> Bool {
        for index in 0..<text.count {
            let byte = text[index]
            if byte <= 0x20 || byte >= 0x7F || (uppercased && (0x61...0x7A).contains(byte)) { return false }
        }
        return !text.isEmpty && !isMark(text[0]) && !isMark(text[text.count - 1])
    }

    private static func isMark(_ byte: UInt8) -> Bool { byte == 0x27 || byte == 0x22 || byte == 0x3D }
}
