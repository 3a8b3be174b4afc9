import Decisions
import Roster

/// Reads what records prove, and how much.
struct WeighingParser {
    /// The section `weighing`.
    func weighing(_ cursor: ConfigCursor?) -> WeighingPolicy {
        var weighing = WeighingPolicy(contributions: [])
        _ = cursor?.section("weighing") { section in
            section.read("contributions", into: &weighing.contributions) { list($0, contribution) }
            section.read("paidMonth", into: &weighing.paidMonth) { $0.contributionPattern("pattern") }
            section.read("ownInsuranceIsBusiness", into: &weighing.takesOwnInsuranceAsBusiness) { $0.flag() }
            section.read("pensions", into: &weighing.pensions) { list($0, pension) }
            section.read("businesses", into: &weighing.businesses) { list($0, business) }
            section.read("businessState", into: &weighing.businessState) { $0.word(.timing) }
            section.read("spells", into: &weighing.spells) { list($0, spell) }
            section.read("death", into: &weighing.death) { $0.word(.weight) }
            section.read("publicPost", into: &weighing.publicPost) { $0.word(.weight) }
            section.read("flexibleSubsidy", into: &weighing.flexibleSubsidy) { $0.word(.weight) }
        }
        return weighing
    }

    private func list<Rule>(_ cursor: ConfigCursor, _ read: (ConfigCursor) -> Rule?) -> [Rule] {
        cursor.items().compactMap(read)
    }

    private func contribution(_ cursor: ConfigCursor) -> ContributionRule? {
        cursor.section("contribution") { section in
            ContributionRule(
                pattern: section.contributionPattern(),
                months: section.optional("months")?.itemsOrOne().compactMap { $0.integer(in: -12...12) } ?? [0],
                provisos: section.optional("provisos")?.items().compactMap { proviso($0) } ?? [],
                claim: section.require("claim")?.word(.claim) ?? .employer,
                weight: section.require("weight")?.word(.weight) ?? .none)
        }
    }

    private func proviso(_ cursor: ConfigCursor) -> ContributionProviso? {
        if case .mapping = cursor.node.content {
            return cursor.section("proviso") { section in
                let months = section.require("paidMonthBefore")?.integer(in: 1...60)
                return months.map { .paidMonthBefore(months: $0) }
            } ?? nil
        }
        let words: KeyValuePairs<String, ContributionProviso> = [
            "positiveNet": .positiveNet, "afterRegistration": .afterRegistration, "directEmployer": .directEmployer,
            "notOnBenefit": .notOnBenefit,
        ]
        guard let text = cursor.text() else { return nil }
        if let word = words.first(where: { $0.key == text }) { return word.value }
        cursor.report(.unknownWord(.condition), candidates: words.map(\.key) + ["paidMonthBefore"])
        return nil
    }

    private func pension(_ cursor: ConfigCursor) -> PensionRule? {
        cursor.section("pension") { section in
            PensionRule(
                kinds: section.require("kinds")?.words(.code) ?? [],
                states: section.require("states")?.words(.code) ?? [],
                claim: section.require("claim")?.word(.claim) ?? .pension,
                weight: section.require("weight")?.word(.weight) ?? .none)
        }
    }

    private func business(_ cursor: ConfigCursor) -> BusinessRule? {
        cursor.section("business") { section in
            BusinessRule(
                states: section.require("states")?.words(.code) ?? [],
                weight: section.require("weight")?.word(.weight) ?? .none)
        }
    }

    private func spell(_ cursor: ConfigCursor) -> SpellRule? {
        cursor.section("spell") { section in
            SpellRule(
                kind: section.require("kind")?.word(.code) ?? .other,
                claim: section.require("claim")?.word(.claim) ?? .enrolment,
                weight: section.require("weight")?.word(.weight) ?? .none)
        }
    }
}

extension ConfigSection {
    /// The four lists of a pattern of contributions.
    func contributionPattern() -> ContributionPattern {
        ContributionPattern(
            payers: require("payers")?.words(.code) ?? [], schemes: require("schemes")?.words(.code) ?? [],
            payments: require("payments")?.words(.code) ?? [], states: require("states")?.words(.code) ?? [])
    }
}

extension ConfigCursor {
    /// A pattern of contributions with nothing beside it.
    func contributionPattern(_ section: String) -> ContributionPattern? {
        self.section(section) { $0.contributionPattern() }
    }
}
