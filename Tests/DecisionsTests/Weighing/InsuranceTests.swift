import Decisions
import Roster
import Testing

/// A person, and the rule and reason expected for the person's last record.
struct Weighed: Sendable, CustomTestStringConvertible {
    let name: String
    let person: Person
    let rule: String
    let weight: EvidenceWeight
    let reason: EvidenceReason

    init(
        _ name: String, _ person: Person, _ rule: String, _ weight: EvidenceWeight = .none, _ reason: EvidenceReason
    ) {
        self.name = name
        self.person = person
        self.rule = rule
        self.weight = weight
        self.reason = reason
    }

    var testDescription: String { name }

    /// Holds the decision against what is expected.
    func check() throws {
        let decision = try person.decided()
        #expect(decision.row.rule == rule)
        let last = try #require(person.evidence.last)
        let assessed = try #require(decision.evidence.first { $0.evidence == last })
        #expect(assessed.weight == weight)
        #expect(assessed.reason == reason.rawValue)
        #expect(assessed.isUsed == (reason == .decides))
    }
}

@Suite("Insurance is weighed by payer, scheme, payment, state and period")
struct InsuranceTests {
    static let schemes: [Weighed] = [
        Weighed("110", Person(.insured(.employeePension)), "R05", .strong, .decides),
        Weighed("120", Person(.insured(.civilServicePension)), "R05", .strong, .decides),
        Weighed("210", Person(.insured(.unemployment)), "R05", .strong, .decides),
        Weighed("310", Person(.insured(.employeeMedical)), "R12", .weak, .decides),
        Weighed("410", Person(.insured(.workInjury)), "R12", .weak, .decides),
        Weighed("510", Person(.insured(.maternity)), "R13", .none, .provesNothing),
        Weighed("170", Person(.insured(.residentPension, .resident)), "R13", .none, .provesNothing),
        Weighed("390", Person(.insured(.residentMedical, .resident)), "R13", .none, .provesNothing),
        Weighed("unknown scheme", Person(.insured(.other)), "R13", .none, .provesNothing),
    ]

    static let periods: [Weighed] = [
        Weighed("the month before", Person(.insured(for: "2026-09")), "R13", .none, .otherMonth),
        Weighed("the month", Person(.insured(for: "2026-10")), "R05", .strong, .decides),
        Weighed("the month after", Person(.insured(for: "2026-11")), "R12", .weak, .decides),
        Weighed("two months after", Person(.insured(for: "2026-12")), "R13", .none, .otherMonth),
        Weighed(
            "310 of the month after", Person(.insured(.employeeMedical, for: "2026-11")), "R13", .none, .otherMonth),
        Weighed("received long after its period", Person(.insured(on: "2027-03-01")), "R05", .strong, .decides),
    ]

    static let payments: [Weighed] = [
        Weighed("not received", Person(.insured(base: 1, .notReceived)), "R13", .none, .notReceived),
        Weighed("back for the month", Person(.insured(.employeePension, .employee, .back)), "R12", .weak, .decides),
        Weighed("back for another", Person(.insured(for: "2026-09", .back)), "R13", .none, .otherMonth),
        Weighed("back 410", Person(.insured(.workInjury, .employee, .back)), "R12", .weak, .decides),
        Weighed("ahead for the month", Person(.insured(.employeePension, .employee, .ahead)), "R12", .weak, .decides),
        Weighed("ahead for the next", Person(.insured(for: "2026-11", .ahead)), "R13", .none, .otherMonth),
        Weighed("back 510", Person(.insured(.maternity, .employee, .back)), "R13", .none, .provesNothing),
    ]

    static let selfPaid: [Weighed] = [
        Weighed("self-paid 110", Person(.insured(.employeePension, .selfPaid)), "R12", .weak, .decides),
        Weighed("self-paid 310", Person(.insured(.employeeMedical, .selfPaid)), "R12", .weak, .decides),
        Weighed("self-paid 210", Person(.insured(.unemployment, .selfPaid)), "R13", .none, .provesNothing),
        Weighed("self-paid owed", Person(.insured(.employeePension, .selfPaid, .owed)), "R13", .none, .provesNothing),
        Weighed("self-paid back", Person(.insured(.employeePension, .selfPaid, .back)), "R12", .weak, .decides),
        Weighed(
            "self-paid back, owed", Person(.insured(.employeePension, .selfPaid, .back, .owed)), "R13", .none,
            .provesNothing),
        Weighed(
            "self-paid next month", Person(.insured(.employeePension, .selfPaid, for: "2026-11")), "R13", .none,
            .otherMonth),
    ]

    static let registrationMonth: [Weighed] = [
        Weighed(
            "registered in the month", Person(.insured()).registered("2026-10-02"), "R13", .none, .registrationMonth),
        Weighed(
            "registered in the month: 310", Person(.insured(.employeeMedical)).registered("2026-10-02"), "R13", .none,
            .registrationMonth),
        Weighed(
            "registered in the month: back",
            Person(.insured(.employeePension, .employee, .back)).registered("2026-10-02"), "R13", .none,
            .registrationMonth),
        Weighed(
            "registered on the last day before", Person(.insured()).registered("2026-09-30"), "R05", .strong, .decides),
        Weighed(
            "registered in the month: the next month", Person(.insured(for: "2026-11")).registered("2026-10-02"), "R12",
            .weak, .decides),
        Weighed(
            "registered in the month: self-paid",
            Person(.insured(.employeePension, .selfPaid)).registered("2026-10-02"), "R12", .weak, .decides),
    ]

    static let benefit: [Weighed] = [
        Weighed("310 on benefit", Person(.benefit(), .insured(.employeeMedical)), "R13", .none, .onBenefit),
        Weighed(
            "310 on benefit of another month", Person(.benefit(for: "2026-09"), .insured(.employeeMedical)), "R12",
            .weak, .decides),
        Weighed("410 on benefit", Person(.benefit(), .insured(.workInjury)), "R12", .weak, .decides),
        Weighed(
            "self-paid 310 on benefit", Person(.benefit(), .insured(.employeeMedical, .selfPaid)), "R13", .none,
            .onBenefit),
        Weighed("110 on benefit", Person(.benefit(), .insured()), "R05", .strong, .decides),
        Weighed(
            "310, benefit by a weak link", Person().adding(.benefit(), grade: .c).adding(.insured(.employeeMedical)),
            "R12", .weak, .decides),
        Weighed("benefit itself", Person(.benefit()), "R13", .none, .supportsUnemployed),
    ]

    @Test(
        "Weight and reason",
        arguments: schemes + periods + payments + selfPaid + registrationMonth + benefit)
    func weighs(_ weighed: Weighed) throws {
        try weighed.check()
    }
}
