import Roster
package import Tabular

extension WorkbookCell {
    /// A text cell, or an empty one.
    package static func filled(_ text: String) -> WorkbookCell {
        text.isEmpty ? .empty : .text(text)
    }

    /// Words joined by a Chinese semicolon.
    static func joined(_ words: some Sequence<String>) -> WorkbookCell {
        filled(words.joined(separator: "；"))
    }

    /// A date cell, or an empty one.
    static func day(_ day: Day?) -> WorkbookCell {
        guard let parts = day?.components else { return .empty }
        return .date(year: parts.year, month: parts.month, day: parts.day)
    }

    /// `是` or `否`.
    static func flag(_ value: Bool) -> WorkbookCell { .text(value ? "是" : "否") }
}
