package import Roster

/// What records prove, and how much.
package struct WeighingPolicy: Sendable, Equatable {
    /// Tried in order; a contribution that fits none of them proves nothing.
    package var contributions: [ContributionRule]
    /// Which contributions count as a paid month of an employer, as arrears need one.
    package var paidMonth: ContributionPattern
    /// Contributions by a business of one's own show that business, whatever its state.
    package var takesOwnInsuranceAsBusiness: Bool
    /// Tried in order; only pensions that started by the end of the month.
    package var pensions: [PensionRule]
    /// Tried in order; only businesses founded by the end of the month.
    package var businesses: [BusinessRule]
    package var businessState: BusinessStateTiming
    /// Only spells in force at the end of the month.
    package var spells: [SpellRule]
    /// Weight of a death by the end of the month.
    package var death: EvidenceWeight
    /// Weight of a numbered public-welfare post open on any day of the month.
    package var publicPost: EvidenceWeight
    /// Weight of a flexible-work subsidy for the month.
    package var flexibleSubsidy: EvidenceWeight

    package init(
        contributions: [ContributionRule], paidMonth: ContributionPattern = ContributionPattern(),
        takesOwnInsuranceAsBusiness: Bool = false, pensions: [PensionRule] = [], businesses: [BusinessRule] = [],
        businessState: BusinessStateTiming = .monthEnd, spells: [SpellRule] = [], death: EvidenceWeight = .conclusive,
        publicPost: EvidenceWeight = .strong, flexibleSubsidy: EvidenceWeight = .strong
    ) {
        self.contributions = contributions
        self.paidMonth = paidMonth
        self.takesOwnInsuranceAsBusiness = takesOwnInsuranceAsBusiness
        self.pensions = pensions
        self.businesses = businesses
        self.businessState = businessState
        self.spells = spells
        self.death = death
        self.publicPost = publicPost
        self.flexibleSubsidy = flexibleSubsidy
    }
}

/// Pensions of these kinds and states show a claim.
package struct PensionRule: Sendable, Equatable {
    package var kinds: [PensionKind]
    package var states: [PensionState]
    package var claim: Claim
    package var weight: EvidenceWeight

    package init(kinds: [PensionKind], states: [PensionState], claim: Claim, weight: EvidenceWeight) {
        self.kinds = kinds
        self.states = states
        self.claim = claim
        self.weight = weight
    }
}

/// Businesses in these states weigh so much as a business of one's own.
package struct BusinessRule: Sendable, Equatable {
    package var states: [BusinessState]
    package var weight: EvidenceWeight

    package init(states: [BusinessState], weight: EvidenceWeight) {
        self.states = states
        self.weight = weight
    }
}

/// Which state of a business counts.
package enum BusinessStateTiming: String, CaseIterable, Hashable, Sendable, Codable {
    /// That of the end of the month: a business closed after it still counts as active.
    case monthEnd = "month_end"
    /// That of the export, whenever it began.
    case delivered
}

/// A kind of spell shows a claim.
package struct SpellRule: Sendable, Equatable {
    package var kind: SpellKind
    package var claim: Claim
    package var weight: EvidenceWeight

    package init(kind: SpellKind, claim: Claim, weight: EvidenceWeight) {
        self.kind = kind
        self.claim = claim
        self.weight = weight
    }
}
