import Decisions
import Roster
import Testing

@Suite("The first rule that holds decides")
struct PrecedenceTests {
    /// A fact for each rule but the last two, in the order of the rules.
    static let facts: [(rule: String, observation: Observation)] = [
        ("R01", .died(on: "2026-10-05")), ("R02", .pensioned()), ("R03", .inSpell(.student, from: "2026-09-01")),
        ("R04", .placed()), ("R05", .insured()), ("R06", .owns()), ("R07", .subsidised()),
        ("R08", .answered(.employed)), ("R12", .insured(.workInjury, by: workshop)),
    ]

    @Test("Of any two facts, the one of the earlier rule decides", arguments: facts.indices)
    func pairs(_ index: Int) throws {
        for later in Self.facts[(index + 1)...] {
            let row = try Person(later.observation, Self.facts[index].observation).row()
            #expect(row.rule == Self.facts[index].rule, "with \(later.rule)")
        }
    }

    @Test("Lost contact precedes expiry, expiry precedes suspicion")
    func absence() throws {
        let lost = Person(.insured(.workInjury)).registered("2026-01-01").lastContact(nil).validUntil("2026-10-15")
        #expect(try lost.row().rule == "R10")
        #expect(try lost.lastContact("2026-09-01").row().rule == "R11")
        #expect(try lost.lastContact("2026-09-01").validUntil("2027-10-15").row().rule == "R12")
    }

    @Test("What was told precedes lost contact")
    func toldLongAgo() throws {
        let person = Person().registered("2025-01-01").lastContact(nil).remembering(answer(.student, on: "2025-09-01"))
        #expect(try person.row().rule == "R08")
    }

    @Test("Of several spells, the order of the statuses decides, not the dates")
    func spells() throws {
        let person = Person(
            .inSpell(.emigrated, from: "2026-01-01"), .inSpell(.military, from: "2026-09-01"),
            .inSpell(.imprisoned, from: "2026-10-01"))
        #expect(try person.row().status == "imprisoned")
    }

    @Test("Swapping two rules of the policy swaps who decides")
    func swapped() throws {
        var person = Person(.insured(), .pensioned())
        #expect(try person.row().status == "retired")
        person.policy.rules.swapAt(1, 4)
        #expect(try person.row().status == "employed")
    }
}
