/// A calendar day of the Gregorian calendar, without time or zone.
///
/// Stored as days since 1970-01-01, so that order, distance and hashing are integer operations. Conversions follow
/// the era-based algorithm for the proleptic Gregorian calendar and cost a few integer divisions.
package struct Day: Hashable, Comparable, Sendable {
    /// Days since 1970-01-01; negative before.
    package let number: Int32

    /// The day with this distance in days from 1970-01-01.
    package init(number: Int32) {
        self.number = number
    }

    /// The day of this date, or `nil` if the date does not exist or lies outside the years 1 to 9999.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1, day <= Day.count(year: year, month: month)
        else { return nil }
        self.init(civilYear: year, month: month, day: day)
    }

    init(civilYear year: Int, month: Int, day: Int) {
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        number = Int32(era * 146_097 + dayOfEra - 719_468)
    }

    /// Year, month (1–12) and day of the month (1–31).
    package var components: (year: Int, month: Int, day: Int) {
        let shifted = Int(number) + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    package static func < (left: Day, right: Day) -> Bool {
        left.number < right.number
    }

    /// The month this day lies in.
    package var month: Month {
        let parts = components
        return Month(index: Int32(parts.year * 12 + parts.month - 1))
    }

    /// The day that lies `count` days later (earlier if negative).
    package func adding(days count: Int) -> Day {
        Day(number: number + Int32(count))
    }

    /// The same day of the month `count` months later, clipped to that month's last day.
    package func adding(months count: Int) -> Day {
        let parts = components
        let target = month.adding(count)
        let day = min(parts.day, Day.count(year: target.year, month: target.month))
        return Day(civilYear: target.year, month: target.month, day: day)
    }

    /// The birthday on which somebody born on this day is so many years old; 29 February falls on 1 March.
    package func birthday(_ years: Int) -> Day {
        let parts = components
        if let day = Day(year: parts.year + years, month: parts.month, day: parts.day) { return day }
        return Day(civilYear: parts.year + years, month: 3, day: 1)
    }

    /// Completed years from this day to `later`, as an age is counted; a birthday on 29 February falls on 1 March.
    package func completedYears(at later: Day) -> Int {
        let (from, to) = (components, later.components)
        let reached = (to.month, to.day) >= (from.month, from.day)
        return to.year - from.year - (reached ? 0 : 1)
    }

    /// Number of days in a month.
    package static func count(year: Int, month: Int) -> Int {
        switch month {
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

extension Day: CustomStringConvertible {
    /// ISO 8601, `2026-10-31`.
    package var description: String {
        let parts = components
        return "\(padded(parts.year, 4))-\(padded(parts.month, 2))-\(padded(parts.day, 2))"
    }

    /// The day written as `2026-10-31`, or `nil`.
    package init?(iso text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D,
            let year = decimal(bytes[0..<4]), let month = decimal(bytes[5..<7]), let day = decimal(bytes[8..<10])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }
}

extension Day: Codable {
    package init(from decoder: any Decoder) throws {
        number = try decoder.singleValueContainer().decode(Int32.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(number)
    }
}

/// The number in decimal, padded with zeros on the left to `width`.
func padded(_ value: Int, _ width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}

/// The value of a run of ASCII digits, or `nil` if it is empty or holds anything else.
func decimal(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard !bytes.isEmpty, bytes.count <= 18 else { return nil }
    var value = 0
    for byte in bytes {
        guard byte >= 0x30, byte <= 0x39 else { return nil }
        value = value * 10 + Int(byte - 0x30)
    }
    return value
}
