/// A type of value that a cell can hold, and how it is read.
protocol ValueFormat: Sendable {
    associatedtype Value: Sendable

    /// The value of a trimmed, non-empty text whose full-width characters are ASCII; `nil` if it is none.
    func value(of text: Span<UInt8>) -> Value?

    /// In Chinese: what the cell should hold, with an example.
    var expectation: String { get }

    /// Whether a value that a layout's code list does not name is read nevertheless.
    var acceptsUnlisted: Bool { get }
}

/// A format whose values are texts, most of which can be kept as the cell holds them.
protocol TextFormat: ValueFormat where Value == String {
    /// Whether a trimmed text is its own value.
    func isClean(_ text: Span<UInt8>) -> Bool
}

extension ValueFormat {
    var acceptsUnlisted: Bool { true }

    /// The value of a text as a cell holds it.
    func value(ofCell cell: String) -> Value? {
        let bytes = cell.utf8Span.span
        return value(ofTrimmed: bytes.extracting(CellText.bounds(bytes)))
    }

    /// The value of a text without blanks at its ends.
    func value(ofTrimmed text: Span<UInt8>) -> Value? {
        if CellText.isASCII(text) { return value(of: text) }
        let folded = CellText.folded(text, keepingSpaces: true)
        return value(of: folded.span)
    }
}
