import Roster

/// By when a month's work lists are done.
struct DueDate: Sendable, Equatable {
    let day: Day
    /// The calendar ends before the next working day: the day stands as it is.
    let isBeyondCalendar: Bool

    /// The `day`-th of the month after `month`, else the next working day. A day past the month's end is its last.
    init(after month: Month, day: Int, calendar: WorkingCalendar?) {
        let next = month.adding(1)
        let wanted = min(next.firstDay.adding(days: max(1, day) - 1), next.lastDay)
        let working = calendar?.workingDay(onOrAfter: wanted)
        self.day = working ?? wanted
        isBeyondCalendar = working == nil
    }
}
