/// A calendar month, the period of every run of the ledger.
package struct Month: Hashable, Comparable, Sendable {
    /// `year * 12 + (month - 1)`: consecutive months have consecutive indices.
    package let index: Int32

    /// The month with this index.
    package init(index: Int32) {
        self.index = index
    }

    /// The month of a year, or `nil` if `month` is not 1–12 or `year` not 1–9999.
    package init?(year: Int, month: Int) {
        guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
        index = Int32(year * 12 + month - 1)
    }

    /// The year.
    package var year: Int { Int(index) / 12 }

    /// The month of the year, 1–12.
    package var month: Int { Int(index) % 12 + 1 }

    /// The first day.
    package var firstDay: Day { Day(civilYear: year, month: month, day: 1) }

    /// The last day.
    package var lastDay: Day { Day(civilYear: year, month: month, day: Day.count(year: year, month: month)) }

    /// The month `count` months later (earlier if negative).
    package func adding(_ count: Int) -> Month {
        Month(index: index + Int32(count))
    }

    /// Months from this month to `later`; negative if that lies before.
    package func months(to later: Month) -> Int {
        Int(later.index - index)
    }

    package static func < (left: Month, right: Month) -> Bool {
        left.index < right.index
    }
}

extension Month: CustomStringConvertible {
    /// ISO 8601, `2026-10`.
    package var description: String { "\(padded(year, 4))-\(padded(month, 2))" }

    /// As exports write it, `202610`.
    package var compact: String { padded(year, 4) + padded(month, 2) }

    /// The month written as `2026-10` or `202610`, or `nil`.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        switch bytes.count {
        case 6:
            guard let year = decimal(bytes[0..<4]), let month = decimal(bytes[4..<6]) else { return nil }
            self.init(year: year, month: month)
        case 7 where bytes[4] == 0x2D:
            guard let year = decimal(bytes[0..<4]), let month = decimal(bytes[5..<7]) else { return nil }
            self.init(year: year, month: month)
        default:
            return nil
        }
    }
}

extension Month: Codable {
    package init(from decoder: any Decoder) throws {
        index = try decoder.singleValueContainer().decode(Int32.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(index)
    }
}
