import Roster

/// A calendar month; of a whole date, its month.
struct MonthFormat: ValueFormat {
    /// The file is a workbook: five digits are a serial number of days.
    var acceptsSerials = false

    let expectation = "年月（如 202610）"

    func value(of text: Span<UInt8>) -> Month? {
        if let date = DateText(text), date.day == nil {
            return Month(year: date.year, month: date.month)
        }
        return DayFormat(acceptsSerials: acceptsSerials).value(of: text)?.month
    }
}
