import Decisions
import Roster
import Testing

@Suite("The random re-check")
struct SampleTests {
    @Test("A share of the registrations, by the digest of seed, month and number")
    func draws() {
        let number = "4402030000000001"
        #expect(RecheckSample(seed: "seed", rate: 1).contains(registrationNumber: number, in: "2026-10"))
        #expect(!RecheckSample(seed: "seed", rate: 0).contains(registrationNumber: number, in: "2026-10"))
        let fraction = SampleTests.fraction
        #expect(
            !RecheckSample(seed: "seed", rate: fraction - 0.000_001).contains(registrationNumber: number, in: "2026-10")
        )
        #expect(
            RecheckSample(seed: "seed", rate: fraction + 0.000_001).contains(registrationNumber: number, in: "2026-10"))
    }

    /// Of "seed|2026-10|4402030000000001", by an independent program.
    private static let fraction = 0.7450930479587712

    @Test("About the share wanted, other people each month")
    func share() {
        let sample = RecheckSample(seed: "s", rate: 0.1)
        let drawn = { (month: Month) in (0..<5000).filter { sample.contains(registrationNumber: "\($0)", in: month) } }
        #expect((400...600).contains(drawn("2026-10").count))
        #expect(drawn("2026-10") != drawn("2026-11"))
    }

    @Test("Only those found unchanged by comparison alone, with an open status")
    func whom() throws {
        let everyone = Person().with { $0.policy.workList.sampleRate = 1 }
        #expect(try everyone.row().workList == [.sample])
        #expect(try everyone.previously("suspected").row().workList.isEmpty)
        #expect(try everyone.previously(nil, known: false).row().workList.isEmpty)
        #expect(try everyone.adding(.answered(.stillUnemployed)).row().workList.isEmpty)
        #expect(try everyone.adding(.insured()).previously("employed").row().workList.isEmpty)
        #expect(
            try everyone.adding(.insured(.workInjury)).previously("suspected").row().workList == [.suspected, .sample])
    }
}

@Suite("By when a work list is done")
struct DueDateTests {
    private func due(_ month: Month, _ calendar: WorkingCalendar?) throws -> (day: Day, isBeyond: Bool) {
        let setting = MonthSetting(month: month, calendar: calendar)
        let engine = try DecisionEngine(policy: ShippedPolicy.policy, setting: setting)
        return (engine.dueDate, engine.isDueDateBeyondCalendar)
    }

    @Test("The 22nd of the next month, else the next working day")
    func moved() throws {
        #expect(try due("2026-10", Person.calendar) == ("2026-11-23", false))
        #expect(try due("2026-09", Person.calendar) == ("2026-10-22", false))
        #expect(try Person(.insured(.workInjury)).row().dueDate == "2026-11-23")
    }

    @Test("Past the calendar's end the 22nd itself, with a warning")
    func beyond() throws {
        #expect(try due("2026-12", Person.calendar) == ("2027-01-22", true))
        #expect(try due("2026-12", nil) == ("2027-01-22", true))
    }
}
