package import Roster

/// Counts of what a month finds beside statuses.
package struct ServiceSummary: Sendable, Equatable {
    package private(set) var eligibility: [EligibilityCondition: Tally<TestResult>] = [:]
    /// Lines by category and kind.
    package private(set) var difficulty: [String: Tally<DifficultyFinding.Kind>] = [:]
    /// Recognised people who no longer qualify, by ground.
    package private(set) var exits = Tally<String>()
    package private(set) var help: [HelpLevel: [HelpItem: HelpTotal]] = [:]
    package private(set) var deadlines: [ActDeadline.Act: Tally<ActDeadline.State>] = [:]
    /// Acts whose due date lies past the end of the calendar of working days.
    package private(set) var actsBeyondCalendar = 0
    package private(set) var allowance = Tally<AllowanceYear.State>()
    package private(set) var loans = Tally<TestResult>()
    package private(set) var loanConditions: [LoanCondition: Tally<TestResult>] = [:]
    package private(set) var interestSubsidy = Money(fen: 0)

    /// What is owed and given of an item of help.
    package struct HelpTotal: Sendable, Equatable {
        package private(set) var people = 0
        package private(set) var owed = 0
        /// `nil`: no source tells.
        package private(set) var given: Int?
        package private(set) var gap: Int?

        package init(people: Int = 0, owed: Int = 0, given: Int? = nil, gap: Int? = nil) {
            (self.people, self.owed, self.given, self.gap) = (people, owed, given, gap)
        }

        mutating func add(_ count: HelpCount) {
            merge(HelpTotal(people: 1, owed: count.owed, given: count.given, gap: count.gap))
        }

        mutating func merge(_ other: HelpTotal) {
            people += other.people
            owed += other.owed
            given = HelpTotal.sum(given, other.given)
            gap = HelpTotal.sum(gap, other.gap)
        }

        private static func sum(_ left: Int?, _ right: Int?) -> Int? {
            left == nil && right == nil ? nil : (left ?? 0) + (right ?? 0)
        }
    }

    package init() {}

    /// The figures that a month counted before.
    package struct Figures: Sendable {
        package var eligibility: [EligibilityCondition: Tally<TestResult>] = [:]
        package var difficulty: [String: Tally<DifficultyFinding.Kind>] = [:]
        package var exits = Tally<String>()
        package var help: [HelpLevel: [HelpItem: HelpTotal]] = [:]
        package var deadlines: [ActDeadline.Act: Tally<ActDeadline.State>] = [:]
        package var actsBeyondCalendar = 0
        package var allowance = Tally<AllowanceYear.State>()
        package var loans = Tally<TestResult>()
        package var loanConditions: [LoanCondition: Tally<TestResult>] = [:]
        package var interestSubsidy = Money(fen: 0)

        package init() {}
    }

    /// The summary of figures that were counted before.
    package init(_ figures: Figures) {
        (eligibility, difficulty, exits) = (figures.eligibility, figures.difficulty, figures.exits)
        (help, deadlines, actsBeyondCalendar) = (figures.help, figures.deadlines, figures.actsBeyondCalendar)
        (allowance, loans, loanConditions) = (figures.allowance, figures.loans, figures.loanConditions)
        interestSubsidy = figures.interestSubsidy
    }

    /// Nothing was looked at.
    package var isEmpty: Bool { self == ServiceSummary() }

    /// Counts what was found of a person.
    mutating func add(_ services: PersonServices) {
        for test in services.eligibility { eligibility[test.condition, default: Tally()].add(test.result) }
        for finding in services.difficulty {
            difficulty[finding.category, default: Tally()].add(finding.kind)
            if finding.kind == .exit { exits.add(finding.exitGround) }
        }
        for count in services.help { help[count.level, default: [:]][count.item, default: HelpTotal()].add(count) }
        for act in services.deadlines {
            if let state = act.state { deadlines[act.act, default: Tally()].add(state) }
            actsBeyondCalendar += act.dueOn == nil ? 1 : 0
        }
        for year in services.allowance { allowance.add(year.state) }
    }

    /// Counts a judged application.
    package mutating func add(_ judgement: LoanJudgement) {
        loans.add(judgement.result)
        for (condition, result) in judgement.conditions { loanConditions[condition, default: Tally()].add(result) }
        if let subsidy = judgement.interestSubsidy { interestSubsidy = interestSubsidy + subsidy }
    }

    /// Takes in the counts of others.
    mutating func merge(_ other: ServiceSummary) {
        eligibility.merge(other.eligibility) { $0.merging($1) }
        difficulty.merge(other.difficulty) { $0.merging($1) }
        exits.merge(other.exits)
        for (level, items) in other.help {
            for (item, total) in items { help[level, default: [:]][item, default: HelpTotal()].merge(total) }
        }
        deadlines.merge(other.deadlines) { $0.merging($1) }
        actsBeyondCalendar += other.actsBeyondCalendar
        allowance.merge(other.allowance)
        loans.merge(other.loans)
        loanConditions.merge(other.loanConditions) { $0.merging($1) }
        interestSubsidy = interestSubsidy + other.interestSubsidy
    }
}
