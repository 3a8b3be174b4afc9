package import Roster

/// When an outcome holds: a small tree of predicates over one person's month.
package indirect enum Condition: Sendable, Equatable {
    case all([Condition])
    case any([Condition])
    case not(Condition)
    /// Evidence of grade A or B that shows one of the claims (none named: any claim) with one of the weights.
    case evidence(claims: [Claim], weights: [EvidenceWeight])
    /// What was told last is one of these, and it still holds in the month.
    case told([SurveyOutcome])
    /// What was told last is one of these, and it was told in the month itself.
    case toldThisMonth([SurveyOutcome])
    /// What was told last has stopped holding without having been contradicted (`ToldHold.leavesSuspicion`).
    case toldRanOut
    /// So many refusals on different days within so many months up to the last, and no later answer or registration.
    case refusals(count: Int, withinMonths: Int)
    /// No contact for `ContactPolicy.lostAfterMonths` at the end of the month.
    case noContact
    /// Validity ends before the end of the month.
    case validityOver
    /// Usable ID, and all required sources are there.
    case comparable
    /// Always.
    case otherwise
}
