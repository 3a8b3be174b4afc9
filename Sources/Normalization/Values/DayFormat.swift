import Roster

/// A calendar day, with or without a time of day.
struct DayFormat: ValueFormat {
    /// The file is a workbook: five digits are a serial number of days.
    var acceptsSerials = false

    let expectation = "日期（如 2026-10-31）"

    func value(of text: Span<UInt8>) -> Day? {
        if let date = DateText(text) {
            guard let day = date.day else { return nil }
            return Day(year: date.year, month: date.month, day: day)
        }
        return acceptsSerials ? DayFormat.serial(text) : nil
    }

    /// The day of a serial number of the 1900 date system: 1 is 1900-01-01, and 25569 is 1970-01-01. Serials of five
    /// digits cover May 1927 to October 2173; a fraction is the time of day.
    private static func serial(_ text: Span<UInt8>) -> Day? {
        var cursor = DateCursor()
        guard let serial = cursor.digits(text, atMost: 5), serial.count == 5 else { return nil }
        if cursor.index < text.count {
            guard cursor.separator(text) == .dot, cursor.digits(text, atMost: 18) != nil, cursor.index == text.count
            else { return nil }
        }
        return Day(number: Int32(serial.value - 25_569))
    }
}
