import Roster
import Testing

@Suite("Evidence values")
struct ObservationTests {
    @Test("values stand in column order, leave out the empty ones and escape their own marks")
    func values() throws {
        let holding = BusinessHolding(
            creditCode: "", name: "a=b;c\\d\ne", kind: .individual,
            foundedOn: try #require(Day(iso: "2026-01-02")), state: .active, stateSince: nil, industry: "F", staff: 3)
        #expect(
            Observation.business(holding).values
                == #"name=a\=b\;c\\d e;kind=individual;founded=2026-01-02;state=active;industry=F;staff=3"#)
    }

    @Test("references sort by source and file bytewise, then by row as a number")
    func references() {
        let source = SourceName("insurance")
        let sorted = [("b.csv", 2), ("a.csv", 10), ("a.csv", 9)]
            .map { RecordReference(source: source, file: $0.0, row: $0.1) }.sorted().map(\.description)
        #expect(sorted == ["insurance:a.csv:9", "insurance:a.csv:10", "insurance:b.csv:2"])
    }

    @Test("a working day after a holiday skips it, and the table's end has no answer")
    func workingDays() throws {
        let start = try #require(Day(iso: "2026-09-30"))
        let working = [true, false, false, false, true]
        let days = working.enumerated().map { (day: start.adding(days: $0.offset), isWorking: $0.element) }
        let calendar = try #require(WorkingCalendar(days: days))
        #expect(calendar.adding(workingDays: 1, to: start)?.description == "2026-10-04")
        #expect(calendar.adding(workingDays: 2, to: start) == nil)
        #expect(calendar.workingDay(onOrAfter: start.adding(days: 1))?.description == "2026-10-04")
        #expect(calendar.workingDay(onOrAfter: start.adding(days: 9)) == nil)
    }
}
