import Roster

/// A policy laid out for one month: what every person's decision looks up.
final class MonthFrame: Sendable {
    let policy: DecisionPolicy
    let month: Month
    let firstDay: Day
    let lastDay: Day
    let intermediaries: EmployerList
    /// Kinds of source of which nothing came.
    let absentKinds: Set<SourceKind>
    let calendar: WorkingCalendar?
    /// Every required source came.
    let hasAllRequired: Bool
    /// By when work lists of the month are done.
    let due: DueDate
    /// All outcomes of all rules, in the order in which they are tried.
    let outcomes: [LaidOutcome]
    /// Those of them that can hold for a person of whom no record and no answer says anything: most people.
    let silentOutcomes: [LaidOutcome]
    let contributionTable: ContributionTable
    /// The reasons for verification that are raised, in their order.
    let verificationReasons: [VerificationReason]
    /// The reasons for work lists that are given, in their order.
    let workListReasons: [WorkListReason]
    /// What candidates of each category bring, made once: those of the city and those from elsewhere.
    let documents: [String: (local: [String], elsewhere: [String])]
    private let statuses: [StatusCode: StatusDefinition]

    init(policy: DecisionPolicy, setting: MonthSetting) {
        let statuses = Dictionary(policy.statuses.map { ($0.code, $0) }) { first, _ in first }
        self.policy = policy
        month = setting.month
        firstDay = setting.month.firstDay
        lastDay = setting.month.lastDay
        intermediaries = setting.intermediaries
        absentKinds = setting.absentKinds
        calendar = setting.calendar
        hasAllRequired = !policy.requiredSources.contains { setting.missingSources.contains($0) }
        due = DueDate(after: setting.month, day: policy.workList.dueDay, calendar: setting.calendar)
        let outcomes = policy.rules.flatMap { rule in
            rule.outcomes.map { LaidOutcome(rule: rule.id, $0, definition: statuses[$0.status]) }
        }
        self.outcomes = outcomes
        silentOutcomes = outcomes.filter(\.outcome.condition.holdsInSilence)
        contributionTable = ContributionTable(policy.weighing)
        verificationReasons = VerificationReason.allCases.filter { policy.conflicts.reasons.contains($0) }
        workListReasons = WorkListReason.allCases.filter { policy.workList.reasons.contains($0) }
        self.statuses = statuses
        documents = policy.services.difficulty?.documentsByCategory ?? [:]
    }

    /// The definition of a status, or `nil` for one that the policy does not know.
    func definition(of status: StatusCode) -> StatusDefinition? {
        statuses[status]
    }
}

/// An outcome with its rule and status. An object, so that trying one costs no copies.
final class LaidOutcome: Sendable {
    let rule: String
    let outcome: RuleOutcome
    let standing: StatusStanding
    let isOpen: Bool
    let arrival: ChangeKind

    init(rule: String, _ outcome: RuleOutcome, definition: StatusDefinition?) {
        self.rule = rule
        self.outcome = outcome
        standing = definition?.standing ?? .ended
        isOpen = definition?.isOpen ?? false
        arrival = definition?.arrival ?? .left
    }
}
