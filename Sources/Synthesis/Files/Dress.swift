import Roster
import Tabular

/// How an office dresses its table: encoding, delimiter, line ends, headings, dates, and what stands around the rows.
struct Dress: Sendable {
    var encoding: TextEncoding = .utf8
    var hasMark = false
    var delimiter: UInt8 = UInt8(ascii: ",")
    var lineEnd: [UInt8] = [0x0D, 0x0A]
    /// A line above the header, as spreadsheets have it.
    var title: String?
    /// A line of totals below the last row.
    var hasTotal = false
    /// Which of the headings in use a field gets.
    var headingChoice = 0
    var dateStyle: DateStyle = .dashed
    /// What stands for nothing.
    var nullMark = ""
    var fileExtension = "csv"

    /// Ways to write a date or a month.
    enum DateStyle: CaseIterable, Sendable {
        case dashed, compact, slashed, chinese, dotted
    }

    /// The date as the table writes it.
    func text(_ day: Day) -> String {
        let (year, month, date) = day.components
        switch dateStyle {
        case .dashed: return day.description
        case .compact: return day.month.compact + twoDigits(date)
        case .slashed: return "\(year)/\(twoDigits(month))/\(twoDigits(date))"
        case .chinese: return "\(year)年\(month)月\(date)日"
        case .dotted: return "\(year).\(twoDigits(month)).\(twoDigits(date))"
        }
    }

    /// The month as the table writes it.
    func text(_ month: Month) -> String {
        switch dateStyle {
        case .dashed: month.description
        case .chinese: "\(month.year)年\(month.month)月"
        default: month.compact
        }
    }

    /// The date, or what stands for none.
    func text(_ day: Day?) -> String { day.map { text($0) } ?? nullMark }
}

/// A number of one or two digits with a leading zero.
func twoDigits(_ value: Int) -> String { value < 10 ? "0\(value)" : String(value) }
