package import Roster

/// One line of the decision table.
package struct DecisionRule: Sendable, Equatable {
    /// `R05`.
    package var id: String
    package var title: String
    /// When it holds, in words for people.
    package var holdsWhen: String
    /// The section of the policy or regulation it rests on.
    package var legalBasis: String
    /// Tried in order; the rule holds with the first whose condition does.
    package var outcomes: [RuleOutcome]

    package init(id: String, title: String, holdsWhen: String, legalBasis: String, outcomes: [RuleOutcome]) {
        self.id = id
        self.title = title
        self.holdsWhen = holdsWhen
        self.legalBasis = legalBasis
        self.outcomes = outcomes
    }
}

/// What a rule says of a person for whom a condition holds.
package struct RuleOutcome: Sendable, Equatable {
    package var condition: Condition
    package var status: StatusCode
    package var action: Action
    /// `X01`–`X12`, or empty.
    package var ground: String
    /// The person has to be told when the registration is ended or renewed on this ground.
    package var notifies: Bool
    package var effective: EffectiveDate

    package init(
        when condition: Condition, status: StatusCode, action: Action, ground: String = "", notifies: Bool = false,
        effective: EffectiveDate = .none
    ) {
        self.condition = condition
        self.status = status
        self.action = action
        self.ground = ground
        self.notifies = notifies
        self.effective = effective
    }
}

/// Since when a decided status holds.
package enum EffectiveDate: String, CaseIterable, Hashable, Sendable, Codable {
    /// The earliest date among the evidence used: of death, first pension month, start of a spell, founding, survey.
    case evidence
    /// The first day of the month decided.
    case monthStart = "month_start"
    /// The day on which contact counts as lost.
    case contactLost = "contact_lost"
    /// The day after the registration's validity.
    case afterValidity = "after_validity"
    case none
}
