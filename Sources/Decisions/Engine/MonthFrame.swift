import Roster

/// A policy laid out for one month: what every person's decision looks up.
final class MonthFrame: Sendable {
    let policy: DecisionPolicy
    let month: Month
    let firstDay: Day
    let lastDay: Day
    let intermediaries: EmployerList
    /// Every required source came.
    let hasAllRequired: Bool
    /// By when work lists of the month are done.
    let due: DueDate
    private let statuses: [StatusCode: StatusDefinition]

    init(policy: DecisionPolicy, setting: MonthSetting) {
        self.policy = policy
        month = setting.month
        firstDay = setting.month.firstDay
        lastDay = setting.month.lastDay
        intermediaries = setting.intermediaries
        hasAllRequired = !policy.requiredSources.contains { setting.missingSources.contains($0) }
        due = DueDate(after: setting.month, day: policy.workList.dueDay, calendar: setting.calendar)
        statuses = Dictionary(policy.statuses.map { ($0.code, $0) }) { first, _ in first }
    }

    /// The definition of a status, or `nil` for one that the policy does not know.
    func definition(of status: StatusCode) -> StatusDefinition? {
        statuses[status]
    }
}
