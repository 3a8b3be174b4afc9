import Decisions
import Roster

/// Reads the table of rules.
struct RulesParser {
    let statuses: [String]
    let grounds: [String]
    let log: ProblemLog

    /// The rules in order, and the line of each by its id.
    func rules(_ cursor: ConfigCursor) -> (rules: [DecisionRule], lines: [String: Int]) {
        var rules: [DecisionRule] = []
        var places: [String: ConfigPlace] = [:]
        let items = cursor.items()
        for item in items {
            guard let rule = rule(item, &places) else { continue }
            rules.append(rule)
        }
        if rules.count == items.count, rules.last?.outcomes.last?.condition != .otherwise, !log.hasErrors {
            (items.last ?? cursor).reportKey(.contradiction(.ruleForEveryoneMissing), found: "")
        }
        return (rules, places.mapValues(\.line))
    }

    private func rule(_ cursor: ConfigCursor, _ places: inout [String: ConfigPlace]) -> DecisionRule? {
        cursor.section("rule") { section in
            let id = section.require("id")
            if let id, let first = places[id.scalar] {
                id.report(.duplicateName(.rule, first: first))
            } else if let id {
                places[id.scalar] = id.node.place
            }
            return DecisionRule(
                id: id?.text() ?? "", title: section.require("title")?.text() ?? "",
                holdsWhen: section.require("holdsWhen")?.text() ?? "",
                legalBasis: section.require("legalBasis")?.text() ?? "",
                outcomes: section.require("outcomes")?.items().compactMap { outcome($0) } ?? [])
        }
    }

    private func outcome(_ cursor: ConfigCursor) -> RuleOutcome? {
        cursor.section("outcome") { section in
            RuleOutcome(
                when: section.require("when").flatMap { ConditionParser().condition($0) } ?? .otherwise,
                status: StatusCode(section.require("status")?.name(.status, among: statuses) ?? ""),
                action: section.require("action")?.word(.action) ?? .keep,
                ground: section.optional("ground")?.name(.ground, among: grounds) ?? "",
                notifies: section.optional("notify")?.flag() ?? false,
                effective: section.optional("effective")?.word(.effective) ?? .none)
        }
    }
}
