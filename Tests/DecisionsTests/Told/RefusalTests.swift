import Decisions
import Roster
import Testing

@Suite("The third refusal in six months ends the wish to work")
struct RefusalTests {
    private func rule(_ days: Day..., registered: Day = "2026-01-01") throws -> String {
        try Person().registered(registered).with { person in
            person.history.surveys = days.map { answer(.refused, on: $0) }
        }.row().rule
    }

    @Test("Three on different days within six months up to the last")
    func threeDays() throws {
        #expect(try rule("2026-04-15", "2026-06-01", "2026-10-15") == "R09")
        #expect(try rule("2026-04-14", "2026-06-01", "2026-10-15") == "R13")
        #expect(try rule("2026-09-01", "2026-10-15") == "R13")
        #expect(try rule("2026-03-01", "2026-04-15", "2026-06-01", "2026-10-15") == "R09")
    }

    @Test("Two on one day are one")
    func sameDay() throws {
        let person = Person(
            .answered(.refused, on: "2026-10-01"), .answered(.refused, on: "2026-10-01", .visit),
            .answered(.refused, on: "2026-10-02"))
        #expect(try person.row().rule == "R13")
        #expect(try person.adding(.answered(.refused, on: "2026-10-03")).row().rule == "R09")
    }

    @Test("Those of the ledger and of the month's files count together")
    func together() throws {
        let person = Person(.answered(.refused)).remembering(
            answer(.refused, on: "2026-08-01"), answer(.refused, on: "2026-09-01"))
        let row = try person.row()
        #expect(row.rule == "R09")
        #expect(row.effectiveDate == "2026-10-12")
        #expect(row.evidence.count == 1)
    }

    @Test("They hold on until a later answer or registration")
    func holdOn() throws {
        #expect(try rule("2026-02-01", "2026-03-01", "2026-04-01") == "R09")
        #expect(try rule("2026-02-01", "2026-03-01", "2026-04-01", registered: "2026-04-02") == "R13")
        let person = Person().registered("2026-01-01").remembering(
            answer(.refused, on: "2026-02-01"), answer(.refused, on: "2026-03-01"), answer(.refused, on: "2026-04-01"),
            answer(.stillUnemployed, on: "2026-05-01"))
        #expect(try person.row().rule == "R13")
    }

    @Test("Refusals before the registration and after the month do not count")
    func otherTimes() throws {
        #expect(try rule("2026-08-01", "2026-09-01", "2026-10-01", registered: "2026-08-02") == "R13")
        #expect(try rule("2026-08-01", "2026-09-01", "2026-11-01") == "R13")
    }
}
