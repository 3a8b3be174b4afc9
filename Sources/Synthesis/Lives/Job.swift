import Roster

/// A time during which contributions are paid for a person.
struct Job: Sendable {
    var employer: EmployerRef
    var from: Month
    /// The last month; `nil` while it goes on.
    var to: Month?
    var pattern: Pattern
    /// The export of the month before `from` already shows it.
    var isAnnounced = false

    /// Which rows are written for a month, and so what they prove.
    enum Pattern: Sendable, Equatable {
        // a job
        case full, pensionOnly, unemploymentOnly, civilService
        /// A part of the base was paid back, but the sum stays above zero.
        case reduced
        /// Declared and not paid from this month on, paid before.
        case arrears(since: Month)
        // a hint of one
        case medicalOnly, injuryOnly, backPaid, paidAhead, selfPaid
    }

    /// Who pays.
    enum EmployerRef: Sendable, Equatable {
        case firm(Int)
        /// A firm that falls behind; it has paid for nobody before.
        case debtor(Int)
        case dispatch(Int)
        case ownBusiness(Int)
        case none
    }

    /// Whether the month lies in it.
    func covers(_ month: Month) -> Bool {
        from <= month && to.map { month <= $0 } ?? true
    }

    /// Whether the rows of a month prove a job with somebody else or in the person's own business.
    func isProof(for month: Month) -> Bool {
        guard covers(month), !isThroughDispatch else { return false }
        switch pattern {
        case .full, .pensionOnly, .unemploymentOnly, .civilService, .reduced: return true
        case .arrears(let since):
            return month < since || (from < since && since.adding(-1) >= month.adding(-3))
        case .medicalOnly, .injuryOnly, .backPaid, .paidAhead, .selfPaid: return false
        }
    }

    /// Whether the export of a month holds a mere hint of work.
    func isHint(in month: Month, drawsBenefit: Bool) -> Bool {
        if isAnnounced, month == from.adding(-1) { return true }
        guard covers(month), !isProof(for: month) else { return false }
        return !(pattern == .medicalOnly && drawsBenefit)
    }

    private var isThroughDispatch: Bool {
        if case .dispatch = employer { true } else { false }
    }
}
