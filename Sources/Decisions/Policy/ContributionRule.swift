package import Roster

/// Contributions of a pattern show a claim with a weight.
package struct ContributionRule: Sendable, Equatable {
    package var pattern: ContributionPattern
    /// Periods that count, in months from the month decided: 0 is that month, 1 the next.
    package var months: [Int]
    /// All of them have to be met.
    package var provisos: [ContributionProviso]
    package var claim: Claim
    package var weight: EvidenceWeight

    package init(
        pattern: ContributionPattern, months: [Int] = [0], provisos: [ContributionProviso] = [], claim: Claim,
        weight: EvidenceWeight
    ) {
        self.pattern = pattern
        self.months = months
        self.provisos = provisos
        self.claim = claim
        self.weight = weight
    }
}

/// Which contributions are meant: one of each list. An empty list fits nothing.
package struct ContributionPattern: Sendable, Equatable {
    package var payers: [PayerKind]
    package var schemes: [InsuranceScheme]
    package var payments: [PaymentKind]
    package var states: [PaymentState]

    package init(
        payers: [PayerKind] = [], schemes: [InsuranceScheme] = [], payments: [PaymentKind] = [],
        states: [PaymentState] = []
    ) {
        self.payers = payers
        self.schemes = schemes
        self.payments = payments
        self.states = states
    }
}

/// What else has to be true of a contribution.
package enum ContributionProviso: Hashable, Sendable {
    /// The amounts of the person, scheme, period and employer add up to more than nothing.
    case positiveNet
    /// Its period lies after the month of registration.
    case afterRegistration
    /// The employer is not on the list of agencies and flexible-account units.
    case directEmployer
    /// No unemployment benefit was paid for its period.
    case notOnBenefit
    /// The employer has a paid month at most so many months before its period.
    case paidMonthBefore(months: Int)
}
