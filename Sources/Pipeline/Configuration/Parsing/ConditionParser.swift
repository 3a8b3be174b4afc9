import Decisions
import Roster

/// Reads conditions: a word, or a mapping with one of the predicates.
struct ConditionParser {
    private static let words: KeyValuePairs<String, Condition> = [
        "otherwise": .otherwise, "comparable": .comparable, "noContact": .noContact, "validityOver": .validityOver,
        "toldRanOut": .toldRanOut,
    ]

    /// The condition, or `nil` after a report.
    func condition(_ cursor: ConfigCursor) -> Condition? {
        if case .mapping(let entries) = cursor.node.content { return predicate(cursor, entries) }
        guard let text = cursor.text() else { return nil }
        if let word = Self.words.first(where: { $0.key == text }) { return word.value }
        cursor.report(.unknownWord(.condition), candidates: Self.words.map(\.key))
        return nil
    }

    private func predicate(_ cursor: ConfigCursor, _ entries: [ConfigEntry]) -> Condition? {
        cursor.section("condition") { section in
            let found = [
                section.optional("all").flatMap { list($0).map(Condition.all) },
                section.optional("any").flatMap { list($0).map(Condition.any) },
                section.optional("not").flatMap { condition($0).map(Condition.not) },
                evidence(section),
                section.optional("told").map { .told($0.words(.answer)) },
                section.optional("toldThisMonth").map { .toldThisMonth($0.words(.answer)) },
                section.optional("refusals").flatMap { refusals($0) },
            ]
            let conditions = found.compactMap { $0 }
            if conditions.count > 1 { cursor.report(.wrongType(expected: .oneCondition)) }
            if entries.isEmpty { cursor.report(.wrongType(expected: .oneCondition)) }
            return conditions.first
        } ?? nil
    }

    private func list(_ cursor: ConfigCursor) -> [Condition]? {
        let items = cursor.items()
        let conditions = items.compactMap { condition($0) }
        return conditions.count == items.count ? conditions : nil
    }

    private func evidence(_ section: ConfigSection) -> Condition? {
        let weights = section.optional("weights")
        guard let claims = section.optional("evidence") else {
            weights?.reportKey(.missingKey("evidence"), found: "")
            return nil
        }
        guard let weights = weights ?? section.require("weights") else { return nil }
        let named: [Claim] = claims.scalar == "any" ? [] : claims.words(.claim)
        return .evidence(claims: named, weights: weights.words(.weight))
    }

    private func refusals(_ cursor: ConfigCursor) -> Condition? {
        cursor.section("refusals") { section in
            .refusals(
                count: section.require("count")?.integer(in: 1...100) ?? 1,
                withinMonths: section.require("withinMonths")?.integer(in: 1...120) ?? 1)
        }
    }
}
