import Roster
import Tabular

extension WorkbookCell {
    /// A text cell that any spreadsheet can show: invisible control characters become visible signs, and what exceeds
    /// a cell is cut with a mark.
    static func clean(_ text: String) -> WorkbookCell {
        text.isEmpty ? .empty : .text(fitted(withSigns(text)))
    }

    /// Words joined by a Chinese semicolon.
    static func joined(_ words: some Sequence<String>) -> WorkbookCell {
        clean(words.joined(separator: "；"))
    }

    /// A date cell, or an empty one.
    static func day(_ day: Day?) -> WorkbookCell {
        guard let parts = day?.components else { return .empty }
        return .date(year: parts.year, month: parts.month, day: parts.day)
    }

    /// `是` or `否`.
    static func flag(_ value: Bool) -> WorkbookCell { .text(value ? "是" : "否") }

    /// U+2400 and following stand for the control characters, which XML can't hold.
    private static func withSigns(_ text: String) -> String {
        guard text.utf8.contains(where: isControl) else { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let sign = scalar.isASCII && isControl(UInt8(scalar.value)) ? controlSign(scalar.value) : scalar
            result.append(sign)
        }
        return String(result)
    }

    private static func isControl(_ byte: UInt8) -> Bool {
        byte == 0x7F || (byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D)
    }

    private static func controlSign(_ value: UInt32) -> Unicode.Scalar {
        Unicode.Scalar(value == 0x7F ? 0x2421 : 0x2400 + value) ?? "\u{FFFD}"
    }

    private static func fitted(_ text: String) -> String {
        guard text.utf8.count > cellCapacity, text.utf16.count > cellCapacity else { return text }
        let mark = "…（已截断）"
        var room = cellCapacity - mark.utf16.count
        let kept = text.prefix { character in
            room -= character.utf16.count
            return room >= 0
        }
        return kept + mark
    }

    /// UTF-16 units that a cell of a workbook holds.
    private static let cellCapacity = 32_767
}
