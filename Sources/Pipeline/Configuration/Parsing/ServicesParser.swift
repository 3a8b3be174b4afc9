import Decisions
import Roster

/// Reads what the plan asks for beyond statuses: registration, help, limits, allowance.
struct ServicesParser {
    let tables: PipelineTables
    let city: City
    /// Codes of the statuses, for difficulty.
    let statuses: [String]
    /// Ids of the rules, for exits.
    let rules: [String]

    /// The sections of the root that make the services.
    func services(_ root: ConfigSection) -> ServicePolicy {
        var services = ServicePolicy()
        services.eligibility = root.optional("eligibility").flatMap { eligibility($0) }
        services.difficulty = root.optional("difficulty").flatMap {
            DifficultyParser(statuses: statuses, rules: rules).difficulty($0)
        }
        services.help = root.optional("help").map { help($0) }
        services.deadlines = root.optional("deadlines").flatMap { deadlines($0) }
        services.allowance = root.optional("allowance").flatMap { allowance($0) }
        services.loans = root.optional("loans").flatMap {
            LoansParser(regionPrefix: city.regionPrefix, rates: tables.lendingRates).loans($0)
        }
        if services.deadlines != nil, tables.calendar == nil, !root.cursor.log.hasErrors {
            root.reportKey(.contradiction(.calendarMissing), found: "deadlines")
        }
        return services
    }

    private func eligibility(_ cursor: ConfigCursor) -> EligibilityPolicy? {
        cursor.section("eligibility") { section in
            EligibilityPolicy(
                conditions: section.require("conditions")?.words(.condition) ?? [],
                leastAge: section.require("leastAge")?.integer(in: 0...120) ?? 16)
        }
    }

    private func help(_ cursor: ConfigCursor) -> HelpPolicy {
        let items = cursor.items().compactMap { item in
            item.section("helpOffer") { section -> HelpOffer? in
                let level: HelpLevel? = section.require("level")?.word(.helpLevel)
                let kind: HelpItem? = section.require("item")?.word(.helpItem)
                let count = section.require("count")?.integer(in: 1...1000)
                let wish: HelpOffer.Wish? = section.optional("wish")?.word(.wish)
                guard let level, let kind, let count else { return nil }
                return HelpOffer(level: level, item: kind, count: count, wish: wish)
            } ?? nil
        }
        return HelpPolicy(items: items)
    }

    private func deadlines(_ cursor: ConfigCursor) -> DeadlinePolicy? {
        cursor.section("deadlines") { section in
            let days = 1...1000
            var policy = DeadlinePolicy()
            policy.registrationDays = section.optional("registrationDays")?.integer(in: days)
            policy.sameDayChannels = section.optional("sameDayChannels")?.texts() ?? []
            policy.jobSeekerDays = section.optional("jobSeekerDays")?.integer(in: days)
            policy.applicationMonths = section.optional("applicationMonths")?.integer(in: 1...120)
            section.read("lapsingDays", into: &policy.lapsingDays) { $0.integer(in: 0...366) }
            policy.reviewDays = section.optional("reviewDays")?.integer(in: days)
            policy.noticeDays = section.optional("noticeDays")?.integer(in: days)
            policy.paymentDays = section.optional("paymentDays")?.integer(in: days)
            return policy
        }
    }

    private func allowance(_ cursor: ConfigCursor) -> AllowancePolicy? {
        cursor.section("allowance") { section in
            AllowancePolicy(
                applicationMonths: section.require("applicationMonths")?.integer(in: 1...120) ?? 12,
                rosters: section.optional("rosters")?.texts() ?? [],
                includesDisabled: section.optional("disabled")?.flag() ?? false,
                includesRecognised: section.optional("recognised")?.flag() ?? false,
                householdCategories: section.optional("householdCategories")?.texts() ?? [])
        }
    }
}

extension ConfigCursor {
    /// A list of texts, or a lone one.
    func texts() -> [String] { itemsOrOne().compactMap { $0.text() } }

    /// A day written `2026-10-31`.
    func day() -> Day? {
        guard let text = text() else { return nil }
        if let day = Day(iso: text) { return day }
        report(.wrongType(expected: .day))
        return nil
    }

    /// An amount in whole yuan.
    func yuan() -> Money? {
        integer(in: 0...1_000_000_000_000).map { Money(fen: Int64($0) * 100) }
    }
}
