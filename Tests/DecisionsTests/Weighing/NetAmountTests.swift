import Decisions
import Roster
import Testing

@Suite("Amounts of one scheme, period and employer are added before they count")
struct NetAmountTests {
    private static let refund = Observation.insured(.employeePension, .employee, .back, base: -400_000)

    static let sums: [Weighed] = [
        Weighed("taken back whole", Person(refund, .insured()), "R13", .none, .netNotPositive),
        Weighed("taken back in part", Person(.insured(base: -399_999), .insured()), "R05", .strong, .decides),
        Weighed("zero", Person(.insured(base: 0)), "R13", .none, .netNotPositive),
        Weighed("unreadable", Person(.insured(base: nil)), "R05", .strong, .decides),
        Weighed(
            "unreadable beside a refund: what can be read decides", Person(refund, .insured(base: nil)), "R13", .none,
            .netNotPositive),
        Weighed(
            "another scheme", Person(.insured(.unemployment, base: -400_000), .insured()), "R05", .strong, .decides),
        Weighed(
            "another period", Person(.insured(for: "2026-09", base: -400_000), .insured()), "R05", .strong, .decides),
        Weighed(
            "another employer", Person(.insured(by: workshop, base: -400_000), .insured()), "R05", .strong, .decides),
        Weighed(
            "a refund that did not arrive", Person(.insured(base: -400_000, .notReceived), .insured()), "R05", .strong,
            .decides),
        Weighed("a refund owed", Person(.insured(base: -400_000, .owed), .insured()), "R13", .none, .netNotPositive),
        Weighed(
            "whoever paid", Person(.insured(.employeePension, .selfPaid, base: -400_000), .insured()), "R13", .none,
            .netNotPositive),
        Weighed("self-paid", Person(.insured(.employeePension, .selfPaid, base: -1)), "R13", .none, .netNotPositive),
        Weighed("410", Person(.insured(.workInjury, base: 0)), "R13", .none, .netNotPositive),
        Weighed(
            "a weak link's refund", Person().adding(refund, grade: .c).adding(.insured()), "R05", .strong, .decides),
        Weighed(
            "a weak link whose sum is nothing", Person(refund).adding(.insured(), grade: .c), "R13", .none,
            .netNotPositive),
    ]

    @Test("Sums", arguments: sums)
    func adds(_ weighed: Weighed) throws {
        try weighed.check()
    }

    @Test("One employer by credit code, else unit number, else name")
    func employers() throws {
        let spellings = [
            (
                Employer(creditCode: "C", unitNumber: "1", name: "甲"),
                Employer(creditCode: "C", unitNumber: "2", name: "乙")
            ),
            (
                Employer(creditCode: "", unitNumber: "1", name: "甲"),
                Employer(creditCode: "", unitNumber: "1", name: "乙")
            ),
            (Employer(creditCode: "", unitNumber: "", name: "甲"), Employer(creditCode: "", unitNumber: "", name: "甲")),
        ]
        for (first, second) in spellings {
            let person = Person(.insured(by: first), .insured(by: second, base: -400_000))
            #expect(try person.row().status == "unemployed", "\(first.key)")
        }
    }
}
