package import Roster

/// What the plan asks for beyond statuses, a part a section; a part that is missing is not looked at.
package struct ServicePolicy: Sendable, Equatable {
    package var eligibility: EligibilityPolicy?
    package var difficulty: DifficultyPolicy?
    package var help: HelpPolicy?
    package var deadlines: DeadlinePolicy?
    package var allowance: AllowancePolicy?
    package var loans: LoanPolicy?

    /// Nothing is asked for.
    package init() {}

    /// Something is asked for of every person.
    package var concernsPeople: Bool {
        eligibility != nil || difficulty != nil || help != nil || deadlines != nil || allowance != nil
    }

    /// Somebody's household is asked about, so that its members are looked for in the exports.
    package var concernsHouseholds: Bool { !householdKinds.isEmpty }

    /// 户类别 of the households that are asked about.
    package var householdKinds: Set<String> {
        Set(difficulty?.categories.compactMap(\.condition.household).flatMap(\.kinds) ?? [])
    }
}

/// What a registration of the month has to meet.
package struct EligibilityPolicy: Sendable, Equatable {
    /// In the order in which they are listed.
    package var conditions: [EligibilityCondition]
    /// Completed years on the day of registration.
    package var leastAge: Int

    package init(conditions: [EligibilityCondition], leastAge: Int) {
        self.conditions = conditions
        self.leastAge = leastAge
    }
}

/// What is owed at each level of help.
package struct HelpPolicy: Sendable, Equatable {
    /// In the order in which they are listed.
    package var items: [HelpOffer]

    package init(items: [HelpOffer]) {
        self.items = items
    }

    /// What is owed at a level.
    func offers(at level: HelpLevel) -> [HelpOffer] { items.filter { $0.level == level } }
}

/// So much of an item of help, owed at a level.
package struct HelpOffer: Sendable, Equatable {
    package var level: HelpLevel
    package var item: HelpItem
    package var count: Int
    /// Owed only to those who wish for it.
    package var wish: Wish?

    /// What registered people say they wish for.
    package enum Wish: String, CaseIterable, Hashable, Sendable {
        /// 培训意愿.
        case training
        /// 创业意愿.
        case business
    }

    package init(level: HelpLevel, item: HelpItem, count: Int, wish: Wish? = nil) {
        self.level = level
        self.item = item
        self.count = count
        self.wish = wish
    }
}

/// Limits of acts; one that is missing is not watched.
package struct DeadlinePolicy: Sendable, Equatable {
    /// Working days from application to registration.
    package var registrationDays: Int?
    /// Channels of registration that are to be done on the same day.
    package var sameDayChannels: [String]
    package var jobSeekerDays: Int?
    /// Months from a certificate in which its subsidy can be applied for.
    package var applicationMonths: Int?
    /// Days before the end of these months in which they count as running out.
    package var lapsingDays: Int
    package var reviewDays: Int?
    package var noticeDays: Int?
    package var paymentDays: Int?

    package init(sameDayChannels: [String] = [], lapsingDays: Int = 30) {
        self.sameDayChannels = sameDayChannels
        self.lapsingDays = lapsingDays
    }
}

/// The living allowance beside a training subsidy: once a year and person, to groups.
package struct AllowancePolicy: Sendable, Equatable {
    /// Months from the certificate in which the subsidy has to be applied for.
    package var applicationMonths: Int
    /// Rosters of categories whose people are owed it.
    package var rosters: [String]
    /// People with a disability certificate in force are owed it.
    package var includesDisabled: Bool
    /// Recognised people are owed it.
    package var includesRecognised: Bool
    /// So is everybody in the household of somebody recognised under one of these categories.
    package var householdCategories: [String]

    package init(
        applicationMonths: Int, rosters: [String] = [], includesDisabled: Bool = false,
        includesRecognised: Bool = false, householdCategories: [String] = []
    ) {
        self.applicationMonths = applicationMonths
        self.rosters = rosters
        self.includesDisabled = includesDisabled
        self.includesRecognised = includesRecognised
        self.householdCategories = householdCategories
    }
}
