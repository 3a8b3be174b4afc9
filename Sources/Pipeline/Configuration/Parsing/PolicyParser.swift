import Decisions
import Roster

/// Reads what concerns decisions: statuses, grounds, rules, weights, work lists.
struct PolicyParser {
    let tables: PipelineTables
    let city: City
    let sources: [SourceDefinition]
    let log: ProblemLog

    /// A policy with what else belongs to its rules.
    struct Result {
        var policy: DecisionPolicy
        var grounds: [Ground]
        /// Line of each rule, by id.
        var ruleLines: [String: Int]
    }

    /// Reads the sections of the root that make the policy.
    func policy(_ root: ConfigSection) -> Result {
        let statuses = StatusesParser().statuses(root.require("statuses"))
        let grounds = StatusesParser().grounds(root.optional("grounds"))
        let rules = RulesParser(
            statuses: statuses.map(\.code.text), grounds: grounds.map(\.id), log: log)
        let (table, lines) = root.require("rules").map { rules.rules($0) } ?? ([], [:])
        let conduct = ConductParser()
        let workList = conduct.workList(root.optional("workList"))
        let services = ServicesParser(
            tables: tables, city: city, statuses: statuses.map(\.code.text), rules: table.map(\.id)
        ).services(root)
        let policy = DecisionPolicy(
            statuses: statuses, rules: table, weighing: WeighingParser().weighing(root.require("weighing")),
            told: conduct.told(root.optional("told")), contact: conduct.contact(root.require("contact")),
            conflicts: conduct.conflicts(root.optional("conflicts")),
            lowIncome: conduct.lowIncome(root.require("lowIncome")), workList: workList,
            retirement: tables.retirement,
            requiredSources: sources.filter(\.isRequired).map(\.name), services: services)
        if !workList.reasons.isEmpty, tables.calendar == nil, !log.hasErrors {
            root.reportKey(.contradiction(.calendarMissing), found: "workList")
        }
        warnOfUnusedStatuses(policy, root)
        return Result(policy: policy, grounds: grounds, ruleLines: lines)
    }

    private func warnOfUnusedStatuses(_ policy: DecisionPolicy, _ root: ConfigSection) {
        guard !log.hasErrors, let section = root.optional("statuses") else { return }
        let given = Set(policy.rules.flatMap { $0.outcomes.map(\.status.text) })
        for cursor in section.entries() where !given.contains(cursor.name) {
            log.report(
                .contradiction(.statusUnused), .warning, at: cursor.keyPlace, path: cursor.path, found: cursor.name)
        }
    }
}
