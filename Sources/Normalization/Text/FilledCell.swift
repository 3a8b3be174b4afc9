package import Roster

/// Cells that people filled in by hand.
package enum FilledCell {
    /// The text without blanks and invisible characters around it, full-width characters made ASCII.
    package static func plain(_ text: String) -> String {
        let trimmed = CellText.trimmed(text)
        if CellText.isASCII(trimmed.utf8Span.span) { return trimmed }
        return String(decoding: CellText.folded(trimmed.utf8Span.span, keepingSpaces: true), as: UTF8.self)
    }

    /// The number that names something: no blanks, no apostrophe in front, no `="…"` around it.
    package static func identifier(_ text: String) -> String {
        IdentifierFormat().value(ofCell: text) ?? ""
    }

    /// The day that a cell writes; in a workbook it may be a serial number.
    package static func day(_ text: String, inWorkbook: Bool) -> Day? {
        DayFormat(acceptsSerials: inWorkbook).value(ofCell: text)
    }
}
