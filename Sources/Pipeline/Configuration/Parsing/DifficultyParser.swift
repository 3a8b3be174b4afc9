import Decisions
import Roster

/// Reads who counts as finding work hard to get: categories with their conditions, and grounds of exit.
struct DifficultyParser {
    /// Codes of the statuses, and ids of the rules.
    let statuses: [String]
    let rules: [String]

    /// The section `difficulty`.
    func difficulty(_ cursor: ConfigCursor) -> DifficultyPolicy? {
        cursor.section("difficulty") { section in
            var policy = DifficultyPolicy(statuses: section.require("statuses").map { codes($0) } ?? [])
            section.need("regionPrefix", into: &policy.regionPrefix) { $0.digits(in: 2...6) }
            section.need("localPrefix", into: &policy.localPrefix) { $0.digits(in: 2...6) }
            section.need("leastAge", into: &policy.leastAge) { $0.integer(in: 0...120) }
            section.read("unableGrades", into: &policy.unableGrades) { grades($0) }
            section.read("countsFromRegistration", into: &policy.countsFromRegistration) { $0.flag() }
            section.read("documents", into: &policy.documents) { $0.texts() }
            section.read("documentsElsewhere", into: &policy.documentsElsewhere) { $0.texts() }
            policy.categories = section.require("categories").map { categories($0) } ?? []
            let ids = policy.categories.map(\.id)
            policy.exits = section.optional("exits").map { exits($0, categories: ids) } ?? []
            return policy
        }
    }

    private func categories(_ cursor: ConfigCursor) -> [DifficultyCategory] {
        var places: [String: ConfigPlace] = [:]
        return cursor.items().compactMap { item in
            item.section("category") { section -> DifficultyCategory? in
                let id = section.require("id")
                let condition = section.require("when").flatMap { self.condition($0) }
                let category = DifficultyCategory(
                    id: id?.text() ?? "", title: section.require("title")?.text() ?? "",
                    legalBasis: section.optional("legalBasis")?.text() ?? "",
                    from: section.optional("from")?.day(), until: section.optional("until")?.day(),
                    condition: condition ?? .any([]),
                    especiallyHard: section.optional("especiallyHard").flatMap { self.condition($0) },
                    documents: section.optional("documents")?.texts() ?? [])
                if let id, let first = places.updateValue(id.node.place, forKey: category.id) {
                    id.report(.duplicateName(.category, first: first))
                }
                return category
            } ?? nil
        }
    }

    private func exits(_ cursor: ConfigCursor, categories: [String]) -> [ExitGround] {
        cursor.items().compactMap { item in
            item.section("exit") { section -> ExitGround? in
                let id = section.require("id")?.text()
                let title = section.require("title")?.text()
                let condition = section.require("when").flatMap { exit($0, categories) }
                guard let id, let title, let condition else { return nil }
                return ExitGround(id: id, title: title, condition: condition)
            } ?? nil
        }
    }
}

// MARK: - Conditions of categories

extension DifficultyParser {
    private func condition(_ cursor: ConfigCursor) -> CategoryCondition? {
        cursor.section("categoryCondition") { section in
            let found = [
                section.optional("all").map { CategoryCondition.all(list($0)) },
                section.optional("any").map { CategoryCondition.any(list($0)) },
                section.optional("age").flatMap { age($0) },
                section.optional("certificate").map { cursor in
                    CategoryCondition.certificate(grades: cursor.scalar == "any" ? [] : grades(cursor))
                },
                section.optional("lowIncome").map { CategoryCondition.lowIncome($0.words(.code)) },
                section.optional("household").flatMap { household($0) },
                section.optional("roster").map { CategoryCondition.roster($0.texts()) },
                months(section, "registeredMonths").map { CategoryCondition.registeredFor(months: $0) },
                months(section, "unemployedMonths").map { CategoryCondition.unemployedFor(months: $0) },
                months(section, "retirementWithinMonths").map { CategoryCondition.retirementWithin(months: $0) },
            ].compactMap { $0 }
            if found.count != 1 { cursor.report(.wrongType(expected: .oneCondition)) }
            return found.first
        } ?? nil
    }

    private func list(_ cursor: ConfigCursor) -> [CategoryCondition] {
        cursor.items().compactMap { condition($0) }
    }

    private func months(_ section: ConfigSection, _ key: String) -> Int? {
        section.optional(key)?.integer(in: 1...1200)
    }

    private func grades(_ cursor: ConfigCursor) -> [Int] {
        cursor.itemsOrOne().compactMap { $0.integer(in: 1...4) }
    }

    private func age(_ cursor: ConfigCursor) -> CategoryCondition? {
        cursor.section("ageBySex") { section in
            .age(
                male: section.require("男")?.integer(in: 0...120) ?? 0,
                female: section.require("女")?.integer(in: 0...120) ?? 0)
        }
    }

    private func household(_ cursor: ConfigCursor) -> CategoryCondition? {
        cursor.section("householdTest") { section in
            let setting: HouseholdKind? = section.require("setting")?.word(.code)
            return .household(
                HouseholdTest(
                    kinds: section.require("kinds")?.texts() ?? [], isUrban: setting == .urban,
                    leastMembers: section.require("leastMembers")?.integer(in: 1...100) ?? 2,
                    rosters: section.optional("rosters")?.texts() ?? []))
        }
    }
}

// MARK: - Grounds of exit

extension DifficultyParser {
    private func exit(_ cursor: ConfigCursor, _ categories: [String]) -> ExitCondition? {
        if case .scalar = cursor.node.content { return word(cursor) }
        return cursor.section("exitCondition") { section in
            let any = section.optional("any").map { cursor in
                ExitCondition.any(cursor.items().compactMap { exit($0, categories) })
            }
            let found =
                [any, decided(section)] + [
                    section.optional("householdAtWork").map { .householdAtWork(categories: names($0, categories)) },
                    section.optional("notShown").map { .notShown(categories: names($0, categories)) },
                ]
            let conditions = found.compactMap { $0 }
            if conditions.count != 1 { cursor.report(.wrongType(expected: .oneCondition)) }
            return conditions.first
        } ?? nil
    }

    private func word(_ cursor: ConfigCursor) -> ExitCondition? {
        let words: KeyValuePairs<String, ExitCondition> = [
            "pastWorkingAge": .pastWorkingAge, "householdElsewhere": .householdElsewhere,
        ]
        guard let text = cursor.text() else { return nil }
        if let word = words.first(where: { $0.key == text }) { return word.value }
        cursor.report(.unknownWord(.condition), candidates: words.map(\.key))
        return nil
    }

    private func decided(_ section: ConfigSection) -> ExitCondition? {
        let ids = section.optional("rules")?.itemsOrOne().compactMap { $0.name(.rule, among: rules) }
        let statuses = section.optional("statuses").map { codes($0) }
        guard ids != nil || statuses != nil else { return nil }
        return .decided(rules: ids ?? [], statuses: statuses ?? [])
    }

    private func names(_ cursor: ConfigCursor, _ categories: [String]) -> [String] {
        cursor.itemsOrOne().compactMap { $0.name(.category, among: categories) }
    }

    private func codes(_ cursor: ConfigCursor) -> [StatusCode] {
        cursor.itemsOrOne().compactMap { $0.name(.status, among: statuses) }.map(StatusCode.init)
    }
}
