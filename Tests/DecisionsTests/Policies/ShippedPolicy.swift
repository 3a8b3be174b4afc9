import Decisions
import Roster

/// The decision table of the shipped pipeline, written out for tests.
enum ShippedPolicy {
    static var policy: DecisionPolicy {
        DecisionPolicy(
            statuses: statuses, rules: rules, weighing: weighing, told: told, contact: ContactPolicy(),
            conflicts: conflicts, lowIncome: LowIncomePolicy(), workList: workList, retirement: retirement,
            requiredSources: requiredSources)
    }

    static let requiredSources = ["unemployed", "insurance", "pension", "business", "death", "status"]
        .map { SourceName($0) }

    static let told = ToldPolicy(holds: [
        ToldHold(outcomes: [.stillUnemployed], months: 1),
        ToldHold(outcomes: [.employed, .flexible, .selfEmployed], months: 3, leavesSuspicion: true),
        ToldHold(outcomes: [.retired, .student, .military, .deceased, .withdrawn], months: nil),
    ])

    static let conflicts = ConflictPolicy(
        reasons: VerificationReason.allCases,
        signOfLife: ContributionPattern(
            payers: PayerKind.allCases,
            schemes: InsuranceScheme.allCases.filter { $0 != .residentPension && $0 != .residentMedical },
            payments: [.regular, .back], states: [.received]),
        unableKinds: [.destituteSupport])

    static let workList = WorkListPolicy(reasons: WorkListReason.allCases, sampleRate: 0, sampleSeed: "seed")

    static var retirement: [RetirementTrack] {
        [
            track("male_60", .male, 720, "1965-01", 4, 36), track("female_55", .female, 660, "1970-01", 4, 36),
            track("female_50", .female, 600, "1975-01", 2, 60),
        ]
    }

    private static func track(
        _ category: String, _ sex: Sex, _ base: Int, _ first: Month, _ step: Int, _ cap: Int
    ) -> RetirementTrack {
        RetirementTrack(
            category: category, sex: sex, baseMonths: base, firstBirthMonth: first, stepMonths: step, capMonths: cap)
    }
}

extension ShippedPolicy {
    static let statuses: [StatusDefinition] = [
        StatusDefinition(code: "deceased", label: "死亡", standing: .ended),
        StatusDefinition(code: "retired", label: "享受养老待遇", standing: .ended, arrival: .retired),
        StatusDefinition(code: "imprisoned", label: "收监执行", standing: .ended),
        StatusDefinition(code: "military", label: "服兵役", standing: .ended),
        StatusDefinition(code: "student", label: "入学", standing: .ended),
        StatusDefinition(code: "emigrated", label: "移居境外", standing: .ended),
        StatusDefinition(code: "incapacitated", label: "完全丧失劳动能力", standing: .ended),
        StatusDefinition(code: "public_post", label: "公益性岗位", standing: .working, arrival: .foundJob),
        StatusDefinition(code: "employed", label: "单位就业", standing: .working, arrival: .foundJob),
        StatusDefinition(code: "self_employed", label: "自主创业", standing: .working, arrival: .startedBusiness),
        StatusDefinition(code: "flexible", label: "灵活就业", standing: .working, arrival: .wentFlexible),
        StatusDefinition(code: "withdrawn", label: "终止就业要求", standing: .ended),
        StatusDefinition(code: "lost_contact", label: "连续6个月未联系", standing: .ended, isOpen: true),
        StatusDefinition(code: "expired", label: "登记有效期满", standing: .ended, isOpen: true),
        StatusDefinition(
            code: "suspected", label: "疑似就业待核实", standing: .suspected, isOpen: true, arrival: .suspected),
        StatusDefinition(code: "unemployed", label: "仍失业", standing: .unemployed, isOpen: true),
        StatusDefinition(
            code: "unverified", label: "未能比对", standing: .unverified, isOpen: true, arrival: .unverified),
    ]
}

extension ShippedPolicy {
    static let weighing = WeighingPolicy(
        contributions: employerRules + otherEmployerRules + selfPaidRules,
        paidMonth: ContributionPattern(
            payers: [.employee], schemes: jobSchemes, payments: [.regular], states: [.received]),
        takesOwnInsuranceAsBusiness: true,
        pensions: [
            PensionRule(
                kinds: [.employee, .civilService, .resident], states: [.inPay], claim: .pension, weight: .conclusive),
            PensionRule(kinds: [.disability], states: [.inPay], claim: .incapacity, weight: .conclusive),
        ],
        businesses: [
            BusinessRule(states: [.active], weight: .strong),
            BusinessRule(states: [.revoked, .movedOut], weight: .weak),
        ],
        spells: [
            SpellRule(kind: .imprisoned, claim: .imprisonment, weight: .conclusive),
            SpellRule(kind: .military, claim: .militaryService, weight: .conclusive),
            SpellRule(kind: .student, claim: .enrolment, weight: .conclusive),
            SpellRule(kind: .emigrated, claim: .emigration, weight: .conclusive),
            SpellRule(kind: .incapacitated, claim: .incapacity, weight: .conclusive),
        ])

    static let jobSchemes: [InsuranceScheme] = [.employeePension, .civilServicePension, .unemployment]
    private static let arrived: [PaymentState] = [.received, .owed]
    private static let counted: [ContributionProviso] = [.positiveNet, .afterRegistration]

    /// Normally due contributions of 110, 120 and 210.
    private static let employerRules = [
        employerRule([.received], provisos: counted + [.directEmployer], weight: .strong),
        employerRule(
            [.owed], provisos: counted + [.directEmployer, .paidMonthBefore(months: 3)], weight: .strong),
        employerRule(arrived, provisos: counted, weight: .weak),
        employerRule([.received], months: [1], provisos: counted + [.directEmployer], weight: .weak),
        employerRule(
            [.owed], months: [1], provisos: counted + [.directEmployer, .paidMonthBefore(months: 3)], weight: .weak),
    ]

    /// 310 and 410 alone, and whatever was paid back or ahead for the month.
    private static let otherEmployerRules = [
        rule([.employee], [.workInjury], [.regular], arrived, counted, .employer),
        rule([.employee], [.employeeMedical], [.regular], arrived, counted + [.notOnBenefit], .employer),
        rule([.employee], jobSchemes + [.workInjury], [.back, .ahead], arrived, counted, .employer),
        rule([.employee], [.employeeMedical], [.back, .ahead], arrived, counted + [.notOnBenefit], .employer),
    ]

    private static let selfPaidRules = [
        rule([.selfPaid], [.employeePension], [.regular, .back, .ahead], [.received], [.positiveNet], .selfPaid),
        rule(
            [.selfPaid], [.employeeMedical], [.regular, .back, .ahead], [.received], [.positiveNet, .notOnBenefit],
            .selfPaid),
    ]

    private static func employerRule(
        _ states: [PaymentState], months: [Int] = [0], provisos: [ContributionProviso], weight: EvidenceWeight
    ) -> ContributionRule {
        ContributionRule(
            pattern: ContributionPattern(
                payers: [.employee], schemes: jobSchemes, payments: [.regular], states: states),
            months: months, provisos: provisos, claim: .employer, weight: weight)
    }

    private static func rule(
        _ payers: [PayerKind], _ schemes: [InsuranceScheme], _ payments: [PaymentKind], _ states: [PaymentState],
        _ provisos: [ContributionProviso], _ claim: Claim
    ) -> ContributionRule {
        ContributionRule(
            pattern: ContributionPattern(payers: payers, schemes: schemes, payments: payments, states: states),
            provisos: provisos, claim: claim, weight: .weak)
    }
}

extension ShippedPolicy {
    static let rules: [DecisionRule] = certainRules + workRules + toldRules + remainingRules

    private static let certainRules = [
        rule("R01", [conclusive(.death, "deceased", "X11")]),
        rule("R02", [conclusive(.pension, "retired", "X04", notifies: true)]),
        rule(
            "R03",
            [
                conclusive(.imprisonment, "imprisoned", "X07"),
                conclusive(.militaryService, "military", "X06", notifies: true),
                conclusive(.enrolment, "student", "X06", notifies: true), conclusive(.emigration, "emigrated", "X06"),
                conclusive(.incapacity, "incapacitated", "X05", notifies: true),
            ]),
    ]

    private static let workRules = [
        rule("R04", [strong(.publicPost, "public_post", .cancel, "X01", notifies: true, .monthStart)]),
        rule("R05", [strong(.employer, "employed", .cancel, "X01", notifies: true, .monthStart)]),
        rule("R06", [strong(.ownBusiness, "self_employed", .cancel, "X02", notifies: true, .evidence)]),
        rule("R07", [strong(.flexibleSubsidy, "flexible", .verify, "X03", .monthStart)]),
    ]

    private static let toldRules = [
        rule(
            "R08",
            [
                told(.employed, "employed"), told(.flexible, "flexible"), told(.selfEmployed, "self_employed"),
                told(.retired, "retired"), told(.student, "student"), told(.military, "military"),
                told(.deceased, "deceased"),
            ]),
        rule(
            "R09",
            [
                RuleOutcome(
                    when: .any([.told([.withdrawn]), .refusals(count: 3, withinMonths: 6)]), status: "withdrawn",
                    action: .cancel, ground: "X08", notifies: true, effective: .evidence)
            ]),
    ]

    private static let remainingRules = [
        rule(
            "R10",
            [
                RuleOutcome(
                    when: .noContact, status: "lost_contact", action: .cancel, ground: "X09", effective: .contactLost)
            ]),
        rule(
            "R11",
            [
                RuleOutcome(
                    when: .validityOver, status: "expired", action: .renew, ground: "X12", notifies: true,
                    effective: .afterValidity)
            ]),
        rule(
            "R12",
            [
                RuleOutcome(
                    when: .all([
                        .any([.evidence(claims: [], weights: [.weak]), .toldRanOut]),
                        .not(.toldThisMonth([.stillUnemployed])),
                    ]), status: "suspected", action: .verify)
            ]),
        rule(
            "R13",
            [
                RuleOutcome(
                    when: .any([.comparable, .toldThisMonth([.stillUnemployed])]), status: "unemployed", action: .keep)
            ]),
        rule("R14", [RuleOutcome(when: .otherwise, status: "unverified", action: .contact)]),
    ]

    private static func rule(_ id: String, _ outcomes: [RuleOutcome]) -> DecisionRule {
        DecisionRule(id: id, title: "", holdsWhen: "", legalBasis: "", outcomes: outcomes)
    }

    private static func conclusive(
        _ claim: Claim, _ status: StatusCode, _ ground: String, notifies: Bool = false
    ) -> RuleOutcome {
        RuleOutcome(
            when: .evidence(claims: [claim], weights: [.conclusive]), status: status, action: .cancel, ground: ground,
            notifies: notifies, effective: .evidence)
    }

    private static func strong(
        _ claim: Claim, _ status: StatusCode, _ action: Action, _ ground: String, notifies: Bool = false,
        _ effective: EffectiveDate
    ) -> RuleOutcome {
        RuleOutcome(
            when: .evidence(claims: [claim], weights: [.strong]), status: status, action: action, ground: ground,
            notifies: notifies, effective: effective)
    }

    private static func told(_ outcome: SurveyOutcome, _ status: StatusCode) -> RuleOutcome {
        RuleOutcome(when: .told([outcome]), status: status, action: .verify, effective: .evidence)
    }
}
