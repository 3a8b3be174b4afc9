package import Decisions
import Ledger
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
    let labels: [StatusCode: String]
    let difficulty: DifficultyPolicy?
    /// How many people each rule decided in the ledger's latest month; `nil`: no ledger was asked.
    let figures: MonthFigures?
    private let grounds: [String: String]

    /// The rules of a pipeline. Whatever it throws is a `RunError`.
    ///
    /// - Parameter ledger: the file whose latest month tells how many people each rule decided; `nil`: nothing tells.
    package init(_ definition: PipelineDefinition, ledger: String? = nil) throws {
        do {
            figures = try ledger.flatMap { try RuleBook.figures(of: $0) }
        } catch {
            throw RunError(describing: error)
        }
        difficulty = definition.policy.services.difficulty
        entries = definition.policy.rules.map { rule in
            Entry(rule: rule, place: "\(definition.texts.file):\(definition.ruleLines[rule.id] ?? 1)")
        }
        labels = Dictionary(definition.policy.statuses.map { ($0.code, $0.label) }) { first, _ in first }
        grounds = Dictionary(definition.grounds.map { ($0.id, $0.title) }) { first, _ in first }
    }

    private static func figures(of ledger: String) throws -> MonthFigures? {
        let ledger = try Ledger.open(ledger, access: .readOnly)
        // It was opened for reading: closing can lose nothing.
        defer { try? ledger.close() }
        return try ledger.latestFigures()
    }

    /// The names of rules, categories and grounds of exit, in order.
    package var ids: [String] {
        entries.map(\.rule.id) + (difficulty?.categories.map(\.id) ?? []) + (difficulty?.exits.map(\.id) ?? [])
    }

    /// A rule, a category or a ground of exit in words, or `nil` if there is none of the name; letter case does not
    /// matter.
    package func text(of id: String, in language: Language) -> String? {
        let wanted = id.lowercased()
        if let entry = entries.first(where: { $0.rule.id.lowercased() == wanted }) {
            return text(of: entry, in: language)
        }
        if let category = difficulty?.categories.first(where: { $0.id.lowercased() == wanted }) {
            return text(of: category, in: language)
        }
        let exit = difficulty?.exits.first { $0.id.lowercased() == wanted }
        return exit.map { text(of: $0, in: language) }
    }

    /// All of them, a blank line between them.
    package func text(in language: Language) -> String {
        ids.compactMap { text(of: $0, in: language) }.joined(separator: "\n\n")
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
        if let figures {
            let count = figures.rules[rule.id] ?? 0
            lines.append(
                line(
                    language, "上次", "last month",
                    language.text("\(figures.month) 判定 \(count) 人", "decided \(count) people in \(figures.month)")))
        }
        lines.append(line(language, "位置", "place", entry.place))
        return lines.joined(separator: "\n")
    }

    func line(_ language: Language, _ chinese: String, _ english: String, _ text: String) -> String {
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
