/// The official working days, make-up days included, over a range of dates.
///
/// Built from a table of days; a date outside the table has no answer, because holidays are decreed year by year.
package struct WorkingCalendar: Sendable, Equatable {
    private let first: Day
    private let isWorking: [Bool]

    /// A calendar from consecutive days; `nil` if the days are not consecutive or the table is empty.
    package init?(days: [(day: Day, isWorking: Bool)]) {
        guard let start = days.first?.day else { return nil }
        for (offset, entry) in days.enumerated() where entry.day != start.adding(days: offset) { return nil }
        first = start
        isWorking = days.map(\.isWorking)
    }

    /// The last day the table covers.
    package var lastDay: Day { first.adding(days: isWorking.count - 1) }

    /// The first day the table covers.
    package var firstDay: Day { first }

    /// Whether `day` is a working day, or `nil` outside the table.
    package func isWorkingDay(_ day: Day) -> Bool? {
        let offset = Int(day.number - first.number)
        return isWorking.indices.contains(offset) ? isWorking[offset] : nil
    }

    /// `day` if it is a working day, else the next one; `nil` if the table ends before.
    package func workingDay(onOrAfter day: Day) -> Day? {
        var current = day
        while let working = isWorkingDay(current) {
            if working { return current }
            current = current.adding(days: 1)
        }
        return nil
    }

    /// The `count`-th working day after `day` (the start day is not counted); `nil` if the table ends before.
    package func adding(workingDays count: Int, to day: Day) -> Day? {
        var (current, left) = (day, count)
        while left > 0 {
            current = current.adding(days: 1)
            guard let working = isWorkingDay(current) else { return nil }
            if working { left -= 1 }
        }
        return isWorkingDay(current) == nil ? nil : current
    }

    /// Working days after `start`, up to and with `end`; 0 if that does not lie behind, `nil` outside the table.
    package func workingDays(after start: Day, through end: Day) -> Int? {
        guard end > start else { return isWorkingDay(end) == nil ? nil : 0 }
        guard isWorkingDay(start) != nil, isWorkingDay(end) != nil else { return nil }
        let range = Int(start.number - first.number) + 1...Int(end.number - first.number)
        return isWorking[range].count { $0 }
    }
}
