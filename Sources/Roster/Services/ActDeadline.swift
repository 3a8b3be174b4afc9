/// One act with a time limit: a line of `deadlines.csv`.
package struct ActDeadline: Sendable, Codable, Hashable {
    package var act: Act
    /// What it is about: registration number, certificate number, or the record of the service.
    package var reference: String
    package var startedOn: Day
    /// `nil`: past the end of the calendar.
    package var dueOn: Day?
    package var doneOn: Day?
    /// Working days from the start to the act, or to the end of the month while it is not done; the day of the start is
    /// not counted. `nil` outside the calendar.
    package var workingDaysUsed: Int?
    /// `nil`: the calendar does not tell.
    package var state: State?

    /// The acts of the plan that have a limit.
    package enum Act: String, CaseIterable, Hashable, Sendable, Codable {
        case registration
        case jobSeeker = "job_seeker"
        case subsidyApplication = "subsidy_application"
        case subsidyReview = "subsidy_review"
        case subsidyNotice = "subsidy_notice"
        case subsidyPayment = "subsidy_payment"
    }

    /// How an act stands at the end of the month.
    package enum State: String, CaseIterable, Hashable, Sendable, Codable {
        case onTime = "on_time"
        case late
        /// A public notice that ended before its days were over.
        case tooShort = "too_short"
        /// Not done, not due.
        case running
        /// Not done, and due before.
        case overdue
        /// Few days are left to apply.
        case lapsing
        /// The time to apply is over.
        case lapsed
    }

    package init(act: Act, reference: String, startedOn: Day) {
        self.act = act
        self.reference = reference
        self.startedOn = startedOn
    }
}
