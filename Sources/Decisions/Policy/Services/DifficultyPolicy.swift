package import Roster

/// Who counts as finding work hard to get, and who no longer does.
package struct DifficultyPolicy: Sendable, Equatable {
    /// Statuses in which a person can be a candidate.
    package var statuses: [StatusCode]
    /// First digits of the region of the household registration.
    package var regionPrefix: String
    /// First digits of regions whose people apply where their household is registered; others where they live.
    package var localPrefix: String
    /// Completed years at the end of the month; the upper end is the statutory retirement age (women: the later).
    package var leastAge: Int
    /// Disability grades whose people count as unable to work.
    package var unableGrades: [Int]
    /// A new registration begins the time out of work anew; else it counts from 失业日期.
    package var countsFromRegistration: Bool
    /// What every candidate brings.
    package var documents: [String]
    /// What candidates whose household is registered elsewhere bring besides.
    package var documentsElsewhere: [String]
    package var categories: [DifficultyCategory]
    /// In order: the first that holds is the ground.
    package var exits: [ExitGround]

    package init(
        statuses: [StatusCode], regionPrefix: String = "", localPrefix: String = "", leastAge: Int = 16,
        unableGrades: [Int] = [], countsFromRegistration: Bool = true, documents: [String] = [],
        documentsElsewhere: [String] = [],
        categories: [DifficultyCategory] = [], exits: [ExitGround] = []
    ) {
        self.statuses = statuses
        self.regionPrefix = regionPrefix
        self.localPrefix = localPrefix
        self.leastAge = leastAge
        self.unableGrades = unableGrades
        self.countsFromRegistration = countsFromRegistration
        self.documents = documents
        self.documentsElsewhere = documentsElsewhere
        self.categories = categories
        self.exits = exits
    }

    /// What candidates of each category bring: those of the city, and those whose household is registered elsewhere.
    var documentsByCategory: [String: (local: [String], elsewhere: [String])] {
        Dictionary(
            categories.map { category in
                (category.id, (documents + category.documents, documents + documentsElsewhere + category.documents))
            }
        ) { first, _ in first }
    }

    /// The category of a code, or `nil`.
    func category(_ id: String) -> DifficultyCategory? { categories.first { $0.id == id } }
}

/// One category of people who find work hard to get.
package struct DifficultyCategory: Sendable, Equatable {
    /// `01`–`12`.
    package var id: String
    package var title: String
    package var legalBasis: String
    /// First and last day on which it is in force; `nil`: no limit.
    package var from: Day?
    package var until: Day?
    package var condition: CategoryCondition
    /// When its people find work especially hard to get, level III; `nil`: never by data.
    package var especiallyHard: CategoryCondition?
    /// What its candidates bring besides.
    package var documents: [String]

    package init(
        id: String, title: String, legalBasis: String = "", from: Day? = nil, until: Day? = nil,
        condition: CategoryCondition, especiallyHard: CategoryCondition? = nil, documents: [String] = []
    ) {
        self.id = id
        self.title = title
        self.legalBasis = legalBasis
        self.from = from
        self.until = until
        self.condition = condition
        self.especiallyHard = especiallyHard
        self.documents = documents
    }

    /// Whether it is in force on a day.
    func isInForce(on day: Day) -> Bool {
        (from.map { $0 <= day } ?? true) && (until.map { $0 >= day } ?? true)
    }
}

/// When a person belongs to a category.
package indirect enum CategoryCondition: Sendable, Equatable {
    case all([CategoryCondition])
    case any([CategoryCondition])
    /// Completed years at the end of the month, by sex.
    case age(male: Int, female: Int)
    /// A disability certificate of one of the grades in force at the end of the month; no grades: of any.
    case certificate(grades: [Int])
    /// Member of a low-income family of one of the kinds in the month.
    case lowIncome([LowIncomeKind])
    /// Member of a household that is without work.
    case household(HouseholdTest)
    /// On one of the rosters of categories, recognised there by the end of the month.
    case roster([String])
    /// Registered so many months ago.
    case registeredFor(months: Int)
    /// Registered so many months ago, without work since.
    case unemployedFor(months: Int)
    /// The statutory age (women: the later) is reached within so many months.
    case retirementWithin(months: Int)

    /// The test of households in it, if there is one.
    var household: HouseholdTest? {
        switch self {
        case .household(let test): test
        case .all(let parts), .any(let parts): parts.lazy.compactMap(\.household).first
        default: nil
        }
    }

    /// The rosters it names.
    var rosters: [String] {
        switch self {
        case .roster(let names): names
        case .all(let parts), .any(let parts): parts.flatMap(\.rosters)
        default: []
        }
    }
}

/// When a household counts as without work: every member of working age who is able to work is without a job.
package struct HouseholdTest: Sendable, Equatable {
    /// 户类别 that count.
    package var kinds: [String]
    package var isUrban: Bool
    /// Members without a job that there have to be.
    package var leastMembers: Int
    /// Rosters of categories of which some member has to be on one; empty: none.
    package var rosters: [String]

    package init(kinds: [String], isUrban: Bool, leastMembers: Int, rosters: [String] = []) {
        self.kinds = kinds
        self.isUrban = isUrban
        self.leastMembers = leastMembers
        self.rosters = rosters
    }
}

/// A ground on which a recognised person no longer qualifies.
package struct ExitGround: Sendable, Equatable {
    /// `E01`–`E11`.
    package var id: String
    package var title: String
    package var condition: ExitCondition

    package init(id: String, title: String, condition: ExitCondition) {
        self.id = id
        self.title = title
        self.condition = condition
    }
}

/// When a recognised person no longer qualifies.
package indirect enum ExitCondition: Sendable, Equatable {
    case any([ExitCondition])
    /// The status was decided by one of the rules (none named: by any), and is one of these (none named: any).
    case decided(rules: [String], statuses: [StatusCode])
    /// The statutory age (women: the later) is reached.
    case pastWorkingAge
    /// Recognised under one of the categories, and another member of the household has work.
    case householdAtWork(categories: [String])
    /// Recognised under one of the categories, which the exports no longer show.
    case notShown(categories: [String])
    /// The household is registered in another province, or has been moved there.
    case householdElsewhere
}
