import Roster

/// All that is true of a person and that some office knows.
struct Facts: Sendable {
    var diedOn: Day?
    var pensions: [Pension] = []
    var spells: [Spell] = []
    var posts: [Post] = []
    var jobs: [Job] = []
    var businesses: [Business] = []
    var answers: [Answer] = []
    var services: [Service] = []
    /// Months of subsidised flexible work.
    var subsidised: ClosedRange<Month>?
    /// Months of unemployment benefit.
    var benefit: ClosedRange<Month>?
    var lowIncome: LowIncome?
}

/// A line of the pension roster.
struct Pension: Sendable {
    /// 1 employee, 2 civil service, 3 residents, 4 disability allowance.
    var kind: Int
    var start: Month
    /// 1 in pay, 2 paused, 3 ended.
    var state: Int
}

/// A line of the roster of other states.
struct Spell: Sendable {
    var kind: Kind
    var start: Day
    var end: Day?

    /// In the order in which they count.
    enum Kind: String, CaseIterable, Sendable {
        case imprisoned = "收监执行"
        case military = "服兵役"
        case student = "入学"
        case emigrated = "移居境外"
        case incapacitated = "完全丧失劳动能力"
        case movedOut = "户籍迁出"
    }

    /// Whether the spell lasts on a day.
    func isInForce(on day: Day) -> Bool {
        start <= day && end.map { day <= $0 } ?? true
    }
}

/// A public-welfare post; without a number it was only applied for.
struct Post: Sendable {
    var start: Day
    var end: Day?
    var number: Int?
}

/// A business whose representative or operator the person is.
struct Business: Sendable {
    var ordinal: Int
    var isCompany: Bool
    var foundedOn: Day
    /// How and when it ended, if it did.
    var closure: Closure?
    var closedOn: Day?

    /// How a business ended, as the register writes it.
    enum Closure: String, Sendable {
        case deregistered = "注销"
        case revoked = "吊销"
        case movedOut = "迁出"
    }

    /// Whether it is alive on a day.
    func isActive(on day: Day) -> Bool {
        foundedOn <= day && closedOn.map { day < $0 } ?? true
    }

    /// Whether it is neither alive on a day nor properly closed.
    func isDormant(on day: Day) -> Bool {
        foundedOn <= day && !isActive(on: day) && closure != .deregistered
    }

    var firm: Firm { Firms.business(ordinal, isCompany: isCompany) }
}

/// An answer to a survey.
struct Answer: Sendable {
    var day: Day
    /// The month whose export holds it.
    var export: Month
    var outcome: Outcome
    var method: Method

    /// What was answered, as the survey writes it.
    enum Outcome: String, CaseIterable, Sendable {
        case jobless = "仍失业"
        case employed = "单位就业"
        case flexible = "灵活就业"
        case selfEmployed = "自主创业"
        case retired = "退休"
        case student = "入学"
        case military = "参军"
        case unreached = "失联"
        case withdrawn = "终止就业要求"
        case refused = "拒绝服务"
        case dead = "死亡"
        case other = "其他"
    }

    /// How was asked, as the survey writes it.
    enum Method: String, CaseIterable, Sendable {
        case phone = "电话"
        case visit = "走访"
        case online = "线上"
    }
}

/// A service that was completed or, without a day of completion, asked for.
struct Service: Sendable {
    var kind: Kind
    var appliedOn: Day
    var completedOn: Day?

    /// Services, as the records write them.
    enum Kind: String, CaseIterable, Sendable {
        case guidance = "职业指导"
        case policyList = "政策清单"
        case recommendation = "岗位推荐"
        case training = "培训"
        case businessTraining = "创业培训"
        case jobSeeker = "求职登记"
    }
}

/// Membership of a family on the civil-affairs roster.
struct LowIncome: Sendable {
    var kind: Kind
    var since: Month

    /// Kinds of family, as the roster writes them.
    enum Kind: String, CaseIterable, Sendable {
        case urbanMinimum = "城市低保"
        case ruralMinimum = "农村低保"
        case destitute = "特困供养"
        case borderline = "低保边缘"
        case expenditure = "支出型困难"

        /// The word `truth.csv` and the ledger use.
        var code: String {
            switch self {
            case .urbanMinimum: "urban_minimum"
            case .ruralMinimum: "rural_minimum"
            case .destitute: "destitute_support"
            case .borderline: "borderline"
            case .expenditure: "expenditure_poverty"
            }
        }
    }
}
