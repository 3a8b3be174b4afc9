import Roster
import Testing

@testable import Decisions

@Suite("People of whom no record and no answer says anything")
struct SilenceTests {
    private static let people: [Person] = [
        Person(), Person().withoutID(), Person().validUntil("2026-10-30"), Person().validUntil("2026-11-02"),
        Person().lastContact("2026-02-01"), Person().lastContact("2026-05-10"), Person().missing("insurance"),
        Person().registered("2026-10-05").previously(nil, known: false), Person().previously("employed"),
        Person().adding(.insured(), grade: .c), Person(.insured(.maternity)), Person(.insured(for: "2026-05")),
        Person().rememberingEmployer(in: "2026-09", strong: true, paid: true),
        Person().registered("2025-01-01").validUntil(nil).lastContact(nil),
    ]

    @Test("They get the outcome that trying all outcomes gives", arguments: people.indices)
    func sameOutcome(index: Int) throws {
        for policy in [ShippedPolicy.policy, BenchmarkPolicy.policy] {
            let person = Self.people[index].with { $0.policy = policy }
            let reading = CaseReading(person.personCase, frame: try person.engine().frame)
            #expect(reading.showing.isEmpty && reading.told.answers.isEmpty)
            let (quick, slow) = (reading.verdict(), reading.verdict(among: reading.frame.outcomes))
            #expect(quick.laid === slow.laid)
            #expect(quick.used == slow.used && quick.answers == slow.answers)
        }
    }

    @Test(
        "A condition that rests on records or answers can't hold for them; one that rests on their absence can",
        arguments: [
            (Condition.evidence(claims: [], weights: []), false), (.told([.employed]), false),
            (.toldThisMonth([.employed]), false), (.toldRanOut, false), (.refusals(count: 3, withinMonths: 6), false),
            (.noContact, true), (.validityOver, true), (.comparable, true), (.otherwise, true),
            (.not(.evidence(claims: [], weights: [])), true), (.not(.otherwise), true),
            (.all([.noContact, .told([.employed])]), false), (.all([.noContact, .comparable]), true), (.all([]), true),
            (.any([.noContact, .told([.employed])]), true), (.any([.toldRanOut, .told([.employed])]), false),
            (.any([]), false),
        ])
    func conditions(condition: Condition, holds: Bool) {
        #expect(condition.holdsInSilence == holds)
    }
}
