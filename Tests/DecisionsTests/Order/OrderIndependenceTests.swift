import Decisions
import Roster
import Testing

/// A small generator with a seed, so that a failure can be made again.
private struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

@Suite("The decision does not depend on the order of the evidence or on file and row")
struct OrderIndependenceTests {
    /// Records of all kinds, with ties in every respect but their values.
    static let pool: [Observation] = [
        .insured(), .insured(by: workshop), .insured(.unemployment), .insured(.unemployment, by: workshop),
        .insured(base: -400_000), .insured(base: nil), .insured(.employeeMedical), .insured(.workInjury, by: workshop),
        .insured(for: "2026-09"), .insured(for: "2026-09", .owed), .insured(for: "2026-11"),
        .insured(.unemployment, .owed),
        .pensioned(since: "2026-11"), .pensioned(.disability), .pensioned(.disability, since: "2026-05"),
        .owns(), .owns(code: factory.creditCode, founded: "2026-07-01", .deregistered), .owns(code: "Z", name: "戊店"),
        .died(on: "2026-08-01"), .died(on: "2026-09-01"), .inSpell(.student, from: "2026-09-01"),
        .inSpell(.student, from: "2026-08-01"), .placed(), .placed(post: "P2"), .served(on: "2026-10-09"),
        .subsidised(), .benefit(), .supported(.borderline), .supported(.destituteSupport),
        .answered(.employed, employer: "甲厂"), .answered(.employed, employer: "乙坊"), .answered(.stillUnemployed),
        .answered(.refused), .answered(.refused, on: "2026-10-13"), .answered(.refused, on: "2026-10-14"),
        .answered(.lostContact), .answered(.other, .visit),
    ]

    @Test("Shuffled evidence gives the same decision", arguments: 0..<300 as Range<UInt64>)
    func shuffled(_ seed: UInt64) throws {
        var generator = SeededGenerator(state: seed)
        var person = Person()
        for _ in 0..<Int.random(in: 1...9, using: &generator) {
            guard let record = Self.pool.randomElement(using: &generator) else { continue }
            person.add(record, grade: [.a, .a, .a, .b, .c, .d].randomElement(using: &generator) ?? .a)
        }
        let decision = try person.decided()
        for _ in 0..<4 {
            person.evidence.shuffle(using: &generator)
            #expect(try person.decided() == decision, "seed \(seed)")
        }
    }

    @Test("Other files and rows give the same decision but for the references", arguments: 0..<100 as Range<UInt64>)
    func renumbered(_ seed: UInt64) throws {
        var generator = SeededGenerator(state: seed)
        var person = Person()
        for _ in 0..<8 {
            if let record = Self.pool.randomElement(using: &generator) { person.add(record) }
        }
        let before = try person.decided()
        person.evidence.shuffle(using: &generator)
        for index in person.evidence.indices {
            let source = person.evidence[index].reference.source
            person.evidence[index].reference = RecordReference(
                source: source, file: "part\(index % 3)", row: 100 - index)
        }
        let after = try person.decided()
        #expect(withoutReferences(before) == withoutReferences(after), "seed \(seed)")
        #expect(before.evidence.map(\.evidence.observation) == after.evidence.map(\.evidence.observation))
        #expect(before.evidence.map(\.reason) == after.evidence.map(\.reason))
    }

    private func withoutReferences(_ decision: Decision) -> Decision {
        var decision = decision
        decision.row.evidence = []
        decision.change?.evidence = []
        decision.evidence = []
        return decision
    }

    @Test("The order by scheme is that of the normalised values")
    func schemes() throws {
        for left in InsuranceScheme.allCases {
            for right in InsuranceScheme.allCases where left != right {
                let pair = [Observation.insured(left, .employee, .back), .insured(right, .employee, .back)]
                var person = Person(pair[0], pair[1])
                person.policy.rules = [
                    DecisionRule(
                        id: "R", title: "", holdsWhen: "", legalBasis: "",
                        outcomes: [
                            RuleOutcome(
                                when: .any([.evidence(claims: [], weights: [.weak]), .otherwise]), status: "suspected",
                                action: .verify),
                            RuleOutcome(when: .otherwise, status: "suspected", action: .verify),
                        ])
                ]
                let used = try person.row().evidence.map { pair[$0.row - 1].values }
                #expect(used == used.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
            }
        }
    }

    @Test("Evidence is named best first: grade, then payment or date, then values, then file and row")
    func bestFirst() throws {
        var person = Person()
        person.add(.insured(.unemployment, on: "2026-10-30"), grade: .b)
        person.add(.insured(.unemployment, on: "2026-10-10"))
        person.add(.insured(.civilServicePension, on: "2026-10-20"))
        person.add(.insured(.unemployment, on: "2026-10-20"), file: "b.csv")
        person.add(.insured(.unemployment, on: "2026-10-20"), file: "a.csv")
        #expect(try person.row().evidence.map(\.row) == [3, 5, 4, 2, 1])
    }
}
