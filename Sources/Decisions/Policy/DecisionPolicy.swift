package import Roster

/// Everything about decisions that may differ between cities and months, as data.
///
/// The engine supplies the evidence, the predicates and the weighing; order, lists, weights and numbers stand here.
package struct DecisionPolicy: Sendable, Equatable {
    /// The statuses a person can have, each once.
    package var statuses: [StatusDefinition]
    /// The rules in order: the first that holds decides. The last has to hold for everyone.
    package var rules: [DecisionRule]
    package var weighing: WeighingPolicy
    package var told: ToldPolicy
    package var contact: ContactPolicy
    package var conflicts: ConflictPolicy
    package var lowIncome: LowIncomePolicy
    package var workList: WorkListPolicy
    /// Statutory retirement ages, a track each.
    package var retirement: [RetirementTrack]
    /// Sources that a person has to be comparable against for a check by comparison.
    package var requiredSources: [SourceName]
    /// What the plan asks for beyond statuses.
    package var services: ServicePolicy

    package init(
        statuses: [StatusDefinition], rules: [DecisionRule], weighing: WeighingPolicy, told: ToldPolicy = ToldPolicy(),
        contact: ContactPolicy = ContactPolicy(), conflicts: ConflictPolicy = ConflictPolicy(),
        lowIncome: LowIncomePolicy = LowIncomePolicy(), workList: WorkListPolicy = WorkListPolicy(),
        retirement: [RetirementTrack] = [], requiredSources: [SourceName] = [],
        services: ServicePolicy = ServicePolicy()
    ) {
        self.statuses = statuses
        self.rules = rules
        self.weighing = weighing
        self.told = told
        self.contact = contact
        self.conflicts = conflicts
        self.lowIncome = lowIncome
        self.workList = workList
        self.retirement = retirement
        self.requiredSources = requiredSources
        self.services = services
    }
}
