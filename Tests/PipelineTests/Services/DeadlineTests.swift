import Decisions
import Roster
import Testing

@testable import Pipeline

/// Acts with a time limit: the day before, the day, the day after, across holidays and make-up days.
@Suite("Time limits")
struct DeadlineTests {
    /// A person of a month, of whom only the acts matter.
    private func lines(_ month: Month, _ records: Observation...) throws -> [String] {
        let person = Applicant().with { person in
            person.month = month
            person.registration.registeredOn = month.firstDay.adding(days: -40)
            person.registration.details.appliedOn = nil
            records.forEach { person.add($0) }
        }
        return try person.decided().services.deadlineLines
    }

    private func registration(applied: Day, on day: Day, channel: String) throws -> [String] {
        let person = Applicant().registered(day).with {
            $0.month = day.month
            $0.registration.details.appliedOn = applied
            $0.registration.details.channel = channel
            $0.registration.validUntil = day.adding(months: 12)
        }
        return try person.decided().services.deadlineLines
    }

    @Test(
        "A registration online takes two working days, the day of application not counted",
        arguments: [
            // A Friday, then a week-end whose Saturday is a make-up day.
            ("2026-05-08", "2026-05-09", "2026-05-11,2026-05-09,1,on_time"),
            ("2026-05-08", "2026-05-11", "2026-05-11,2026-05-11,2,on_time"),
            ("2026-05-08", "2026-05-12", "2026-05-11,2026-05-12,3,late"),
            // The Friday before the Spring Festival, whose Saturday is a make-up day.
            ("2026-02-13", "2026-02-24", "2026-02-24,2026-02-24,2,on_time"),
            ("2026-02-13", "2026-02-25", "2026-02-24,2026-02-25,3,late"),
        ] as [(Day, Day, String)])
    func online(applied: Day, done: Day, expected: String) throws {
        #expect(
            try registration(applied: applied, on: done, channel: "01") == [
                "registration,44020000000001,\(applied),\(expected)"
            ])
    }

    @Test("A registration at a counter is done on the day, working day or not")
    func counter() throws {
        #expect(
            try registration(applied: "2026-10-09", on: "2026-10-09", channel: "04") == [
                "registration,44020000000001,2026-10-09,2026-10-09,2026-10-09,0,on_time"
            ])
        #expect(
            try registration(applied: "2026-10-08", on: "2026-10-09", channel: "04") == [
                "registration,44020000000001,2026-10-08,2026-10-08,2026-10-09,1,late"
            ])
    }

    @Test(
        "The entry of a job-seeker takes one working day",
        arguments: [
            // The day before the National Day holiday of 2026, whose first working day is the 8th.
            ("2026-09-30", "2026-10-08", "2026-10-08,2026-10-08,1,on_time"),
            ("2026-09-30", "2026-10-09", "2026-10-08,2026-10-09,2,late"),
            ("2026-10-30", nil, "2026-11-02,,0,running"), ("2026-10-29", nil, "2026-10-30,,1,overdue"),
        ] as [(Day, Day?, String)])
    func jobSeeker(applied: Day, done: Day?, expected: String) throws {
        #expect(
            try lines("2026-10", .service(.jobSeeker, from: applied, to: done)) == [
                "job_seeker,service:f.csv:1,\(applied),\(expected)"
            ])
    }

    @Test(
        "A subsidy is applied for within twelve months of the certificate, clipped to the end of February",
        arguments: [
            ("2025-10-15", "2026-10-14", "2026-10", "2026-10-15,2026-10-14,", "on_time"),
            ("2025-10-15", "2026-10-15", "2026-10", "2026-10-15,2026-10-15,", "on_time"),
            ("2025-10-15", "2026-10-16", "2026-10", "2026-10-15,2026-10-16,", "late"),
            ("2024-02-29", "2025-02-28", "2025-02", "2025-02-28,2025-02-28,", "on_time"),
            ("2024-02-29", "2025-03-01", "2025-03", "2025-02-28,2025-03-01,", "late"),
            ("2025-11-30", nil, "2026-10", "2026-11-30,,", "lapsing"),
            ("2025-12-01", nil, "2026-10", "2026-12-01,,", "running"),
            ("2025-10-31", nil, "2026-10", "2026-10-31,,", "lapsing"),
            ("2025-10-30", nil, "2026-10", "2026-10-30,,", "lapsed"),
        ] as [(Day, Day?, Month, String, String)])
    func application(issued: Day, applied: Day?, month: Month, days: String, state: String) throws {
        let line = try #require(try lines(month, .certified(on: issued, applied: applied)).first)
        #expect(line.hasPrefix("subsidy_application,Z1,\(issued),\(days)"))
        #expect(line.hasSuffix(",\(state)"))
    }

    @Test(
        "A review takes fifteen working days across holidays with make-up days",
        arguments: [
            ("2025-09-25", "2025-10-22", "2025-10", "2025-10-22,2025-10-22,15,on_time"),
            ("2025-09-25", "2025-10-23", "2025-10", "2025-10-22,2025-10-23,16,late"),
            ("2024-02-08", "2024-03-06", "2024-03", "2024-03-06,2024-03-06,15,on_time"),
            ("2024-02-08", "2024-03-07", "2024-03", "2024-03-06,2024-03-07,16,late"),
            ("2026-10-12", nil, "2026-10", "2026-11-02,,14,running"),
            ("2026-10-10", nil, "2026-10", "2026-10-30,,15,overdue"),
        ] as [(Day, Day?, Month, String)])
    func review(applied: Day, reviewed: Day?, month: Month, expected: String) throws {
        let found = try lines(month, .certified(on: applied.adding(days: -5), applied: applied, reviewed: reviewed))
        #expect(found.filter { $0.hasPrefix("subsidy_review") } == ["subsidy_review,Z1,\(applied),\(expected)"])
    }

    @Test(
        "A public notice lasts five working days: an earlier end is too short, a later one is not late",
        arguments: [
            ("2026-10-15", "too_short", 4), ("2026-10-16", "on_time", 5), ("2026-10-19", "on_time", 6),
        ] as [(Day, String, Int)])
    func notice(until end: Day, state: String, used: Int) throws {
        let found = try lines(
            "2026-10",
            .certified(
                on: "2026-08-01", applied: "2026-08-05", reviewed: "2026-08-20",
                notice: ("2026-10-10", end)))
        #expect(
            found.contains("subsidy_notice,Z1,2026-10-10,2026-10-16,\(end),\(used),\(state)"))
    }

    @Test(
        "A public notice that has not ended is running up to its fifth working day, then overdue",
        arguments: [("2026-10-26", "2026-11-02", "running"), ("2026-10-23", "2026-10-30", "overdue")]
            as [(Day, Day, String)])
    func openNotice(from start: Day, due: Day, state: String) throws {
        let found = try lines("2026-10", .certified(on: "2026-08-01", applied: "2026-08-05", notice: (start, nil)))
        #expect(found.contains { $0.hasPrefix("subsidy_notice,Z1,\(start),\(due),,") && $0.hasSuffix(state) })
    }

    @Test(
        "A payment takes sixty working days from the end of the notice",
        arguments: [
            ("2025-07-15", "2025-07-16,2025-07-15,59,on_time"), ("2025-07-16", "2025-07-16,2025-07-16,60,on_time"),
            ("2025-07-17", "2025-07-16,2025-07-17,61,late"),
        ] as [(Day, String)])
    func payment(paid: Day, expected: String) throws {
        let found = try lines(
            "2025-07",
            .certified(
                on: "2025-03-01", applied: "2025-03-20", reviewed: "2025-04-11",
                notice: ("2025-04-11", "2025-04-18"), paid: paid))
        #expect(found == ["subsidy_payment,Z1,2025-04-18,\(expected)"])
    }

    @Test("Acts done before the month, and those that begin after it, are not listed")
    func scope() throws {
        #expect(try lines("2026-10", .service(.jobSeeker, from: "2026-09-29", to: "2026-09-30")).isEmpty)
        #expect(try lines("2026-10", .service(.jobSeeker, from: "2026-11-01", to: nil)).isEmpty)
        #expect(try lines("2026-10", .service(.jobSeeker, from: "2026-10-31", to: "2026-11-03")).count == 1)
    }

    @Test("A due date past the end of the calendar stays empty, and what lies before it is on time or running")
    func beyondCalendar() throws {
        let found = try lines(
            "2026-12",
            .certified(
                on: "2026-10-01", applied: "2026-10-05", reviewed: "2026-10-20",
                notice: ("2026-10-21", "2026-12-01")))
        #expect(found.filter { $0.hasPrefix("subsidy_payment") } == ["subsidy_payment,Z1,2026-12-01,,,22,running"])
    }

    @Test(
        "The worked examples of working days",
        arguments: [
            ("2025-09-25", 15, "2025-10-22"), ("2025-09-25", 60, "2025-12-24"), ("2026-02-13", 2, "2026-02-24"),
            ("2025-01-24", 5, "2025-02-07"), ("2024-09-30", 1, "2024-10-08"), ("2025-12-31", 1, "2026-01-04"),
            ("2026-05-08", 2, "2026-05-11"), ("2024-02-08", 15, "2024-03-06"), ("2025-03-20", 15, "2025-04-11"),
            ("2025-04-11", 5, "2025-04-18"), ("2025-04-18", 60, "2025-07-16"),
        ] as [(Day, Int, Day)])
    func workedExamples(start: Day, days: Int, due: Day) throws {
        let calendar = try #require(try ShippedPipeline.definition.get().tables.calendar)
        #expect(calendar.adding(workingDays: days, to: start) == due)
        #expect(calendar.workingDays(after: start, through: due) == days)
        #expect(Day("2024-02-29").adding(months: 12) == "2025-02-28")
    }
}
