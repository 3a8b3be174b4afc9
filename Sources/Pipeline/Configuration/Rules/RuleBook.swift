package import Decisions
import Roster

/// The rules in force, for people to read.
package struct RuleBook: Sendable {
    /// One rule.
    package struct Entry: Sendable, Equatable {
        package var rule: DecisionRule
        /// Where it stands, `pipelines/shaoguan-monthly.yaml:512`.
        package var place: String
    }

    /// In the order in which they are tried.
    package let entries: [Entry]
    private let labels: [StatusCode: String]
    private let grounds: [String: String]

    /// The rules of a pipeline.
    package init(_ definition: PipelineDefinition) {
        entries = definition.policy.rules.map { rule in
            Entry(rule: rule, place: "\(definition.texts.file):\(definition.ruleLines[rule.id] ?? 1)")
        }
        labels = Dictionary(definition.policy.statuses.map { ($0.code, $0.label) }) { first, _ in first }
        grounds = Dictionary(definition.grounds.map { ($0.id, $0.title) }) { first, _ in first }
    }

    /// The rules' names in order.
    package var ids: [String] { entries.map(\.rule.id) }

    /// The entry of a rule, or `nil`; letter case does not matter.
    package func entry(_ id: String) -> Entry? {
        entries.first { $0.rule.id.lowercased() == id.lowercased() }
    }

    /// All rules, a blank line between them.
    package func text(in language: Language) -> String {
        entries.map { text(of: $0, in: language) }.joined(separator: "\n\n")
    }

    /// One rule: title, when it holds, basis, outcomes with their conditions, place.
    package func text(of entry: Entry, in language: Language) -> String {
        let rule = entry.rule
        let words = ConditionWords(language: language)
        var lines = ["\(rule.id) \(rule.title)"]
        lines.append(line(language, "成立", "holds", rule.holdsWhen))
        for outcome in rule.outcomes {
            lines.append("  → " + result(outcome, language))
            lines.append("    " + language.text("条件：", "when: ") + words.text(outcome.condition))
        }
        lines.append(line(language, "依据", "basis", rule.legalBasis))
        lines.append(line(language, "位置", "place", entry.place))
        return lines.joined(separator: "\n")
    }

    private func line(_ language: Language, _ chinese: String, _ english: String, _ text: String) -> String {
        "  " + language.text(chinese + "：", english + ": ") + text
    }

    private func result(_ outcome: RuleOutcome, _ language: Language) -> String {
        var text = "\(outcome.status) \(labels[outcome.status] ?? "")"
        text += language.text("；处理：\(outcome.action.chinese)", "; action: \(outcome.action.rawValue)")
        if !outcome.ground.isEmpty { text += " \(outcome.ground) \(grounds[outcome.ground] ?? "")" }
        if outcome.notifies { text += language.text("；须告知本人", "; the person is told") }
        return text
    }
}

extension Action {
    fileprivate var chinese: String {
        switch self {
        case .keep: "保留"
        case .cancel: "建议注销"
        case .verify: "核实"
        case .renew: "续登"
        case .contact: "联系"
        }
    }
}
