package import Roster

/// Whom to put on a work list, and by when.
package struct WorkListPolicy: Sendable, Equatable {
    /// The reasons that are given; none: no work lists. They are written in the order of `WorkListReason`.
    package var reasons: [WorkListReason]
    /// Days after the end of the month within which a validity counts as expiring.
    package var expiringDays: Int
    /// Share of those found unchanged by comparison alone that is checked again, 0 to 1.
    package var sampleRate: Double
    package var sampleSeed: String
    /// Day of the next month by which the list is done; moved to the next working day.
    package var dueDay: Int

    package init(
        reasons: [WorkListReason] = [], expiringDays: Int = 30, sampleRate: Double = 0, sampleSeed: String = "",
        dueDay: Int = 22
    ) {
        self.reasons = reasons
        self.expiringDays = expiringDays
        self.sampleRate = sampleRate
        self.sampleSeed = sampleSeed
        self.dueDay = dueDay
    }
}
