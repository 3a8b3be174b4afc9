/// Why a piece of evidence was used or not: the words of `evidence.csv`.
package enum EvidenceReason: String, CaseIterable, Hashable, Sendable {
    /// The decision rests on it.
    case decides
    /// It counts, but an earlier rule or stronger evidence decided.
    case outweighed
    /// Grade C or D: a person has to look at the link first.
    case weakLink = "weak_link"
    /// Grade E: only reviewed.
    case forReview = "for_review"
    /// It speaks of another month.
    case otherMonth = "other_month"
    /// The old employer pays the month of registration and those before.
    case registrationMonth = "registration_month"
    case netNotPositive = "net_not_positive"
    /// The unemployment fund pays this insurance.
    case onBenefit = "on_benefit"
    case notReceived = "not_received"
    /// Its kind proves nothing.
    case provesNothing = "proves_nothing"
    /// It begins after the end of the month.
    case notYet = "not_yet"
    /// It ended before the month did.
    case over
    case notInPay = "not_in_pay"
    case noPostNumber = "no_post_number"
    /// An answer that says no status.
    case saysNoStatus = "says_no_status"
    case reachedNobody = "reached_nobody"
    /// The same answer came twice.
    case repeated
    /// A later answer or registration took its place.
    case superseded
    /// Shows contact with the person.
    case contact
    /// Benefit is paid to the unemployed.
    case supportsUnemployed = "supports_unemployed"
    /// Serves another column than the status.
    case otherPurpose = "other_purpose"
    // of the household that a person belongs to, and of its other members
    case householdWithoutWork = "household_without_work"
    case householdAtWork = "household_at_work"
    /// A member's ID number is not usable, so that nothing can be said of the household.
    case householdUnknown = "household_unknown"
    /// Fewer members without a job than are asked for.
    case householdTooSmall = "household_too_small"
    /// No member is on the roster of poor people.
    case householdOnNoRoster = "household_on_no_roster"
    case memberWorking = "member_working"
    /// Studies, serves, draws a pension, is dead …
    case memberUnable = "member_unable"
    case memberDisabled = "member_disabled"
    case memberJobless = "member_jobless"
    /// Too young or past the statutory age.
    case memberOutsideAge = "member_outside_age"
    case memberUnknown = "member_unknown"
}
