import Roster

/// A date or month as exports write it: `2026-10-31`, `20261031`, `2026/10/31`, `2026.10.31`, `2026年10月31日`, each
/// without the day for a month, and a date with a time of day, which is ignored.
struct DateText {
    let year: Int
    let month: Int
    /// `nil` if the text names a month.
    let day: Int?

    /// The parts of a text, or `nil` if it has none of the forms. The calendar is not asked.
    init?(_ text: Span<UInt8>) {
        var cursor = DateCursor()
        guard let first = cursor.digits(text, atMost: 14) else { return nil }
        switch first.count {
        case 4:
            guard let rest = DateText.monthAndDay(text, &cursor) else { return nil }
            self.init(year: first.value, month: rest.month, day: rest.day)
        case 6 where cursor.index == text.count:
            self.init(year: first.value / 100, month: first.value % 100, day: nil)
        case 8 where DateText.isTime(text, from: cursor.index):
            self.init(compact: first.value)
        case 14 where cursor.index == text.count:
            self.init(compact: first.value / 1_000_000)
        default: return nil
        }
    }

    private init(year: Int, month: Int, day: Int?) {
        (self.year, self.month, self.day) = (year, month, day)
    }

    private init(compact digits: Int) {
        self.init(year: digits / 10_000, month: digits / 100 % 100, day: digits % 100)
    }

    /// What stands behind the year: the same separator twice, or 月 and 日 after 年.
    private static func monthAndDay(_ text: Span<UInt8>, _ cursor: inout DateCursor) -> (month: Int, day: Int?)? {
        guard let separator = cursor.separator(text), let month = cursor.digits(text, atMost: 2) else { return nil }
        let isChinese = separator == .year
        if separator == .month || separator == .day { return nil }
        if isChinese, cursor.separator(text) != .month { return nil }
        if cursor.index == text.count { return (month.value, nil) }
        if !isChinese, cursor.separator(text) != separator { return nil }
        guard let day = cursor.digits(text, atMost: 2) else { return nil }
        if isChinese, cursor.separator(text) != .day { return nil }
        return isTime(text, from: cursor.index) ? (month.value, day.value) : nil
    }

    /// Whether the text from `start` on is empty or a time of day.
    private static func isTime(_ text: Span<UInt8>, from start: Int) -> Bool {
        guard start < text.count else { return true }
        var digits = 0
        for index in start..<text.count {
            switch text[index] {
            case 0x30...0x39: digits += 1
            case 0x20, 0x2B, 0x2D, 0x2E, 0x3A, 0x41, 0x4D, 0x50, 0x54, 0x5A, 0x80...: break
            default: return false
            }
        }
        let first = text[start]
        return digits > 0 && (first == 0x20 || first == 0x54 || first >= 0x80)
    }
}

/// Reads the digits and separators of a date from left to right.
struct DateCursor {
    /// What may stand between the numbers of a date.
    enum Separator {
        case dash, slash, dot, year, month, day
    }

    /// Index of the next byte.
    private(set) var index = 0

    /// The number at the cursor, of one digit to `limit` digits, none of them left over.
    mutating func digits(_ text: Span<UInt8>, atMost limit: Int) -> (value: Int, count: Int)? {
        let start = index
        var value = 0
        while index < text.count, text[index] &- 0x30 <= 9 {
            guard index - start < limit else { return nil }
            value = value * 10 + Int(text[index] &- 0x30)
            index += 1
        }
        return index > start ? (value, index - start) : nil
    }

    /// The separator at the cursor.
    mutating func separator(_ text: Span<UInt8>) -> Separator? {
        guard index < text.count else { return nil }
        let single: Separator? =
            switch text[index] {
            case 0x2D: .dash
            case 0x2F: .slash
            case 0x2E: .dot
            default: nil
            }
        if let single {
            index += 1
            return single
        }
        return chineseSeparator(text)
    }

    /// 年, 月, 日 or 号 in UTF-8.
    private mutating func chineseSeparator(_ text: Span<UInt8>) -> Separator? {
        guard index + 2 < text.count else { return nil }
        let separator: Separator? =
            switch (text[index], text[index + 1], text[index + 2]) {
            case (0xE5, 0xB9, 0xB4): .year
            case (0xE6, 0x9C, 0x88): .month
            case (0xE6, 0x97, 0xA5), (0xE5, 0x8F, 0xB7): .day
            default: nil
            }
        if separator != nil { index += 3 }
        return separator
    }
}
