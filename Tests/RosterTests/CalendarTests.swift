import Roster
import Testing

@Suite("Days and months")
struct CalendarTests {
    @Test("every day of four centuries converts there and back and follows the day before")
    func roundTrip() throws {
        var day = try #require(Day(year: 1899, month: 12, day: 31))
        let last = try #require(Day(year: 2300, month: 1, day: 1))
        while day < last {
            let next = day.adding(days: 1)
            let parts = next.components
            try #require(Day(year: parts.year, month: parts.month, day: parts.day) == next)
            let isFirst = parts.day == 1
            try #require(isFirst ? next.month == day.month.adding(1) : next.month == day.month)
            day = next
        }
    }

    @Test(
        "days that do not exist are refused",
        arguments: [
            "2026-02-29", "2024-02-30", "2026-13-01", "2026-00-10", "2026-04-31", "2026-1-01", "0000-01-01", "x",
        ])
    func refused(text: String) {
        #expect(Day(iso: text) == nil)
    }

    @Test("1970-01-01 is day 0, and days before are negative")
    func epoch() throws {
        #expect(try #require(Day(iso: "1970-01-01")).number == 0)
        #expect(try #require(Day(iso: "1969-12-31")).number == -1)
        #expect(try #require(Day(iso: "2000-03-01")).number == 11_017)
    }

    @Test(
        "adding months keeps the day of the month and clips it to the month's end",
        arguments: [
            ("2024-02-29", 12, "2025-02-28"), ("2026-08-31", 6, "2027-02-28"), ("2026-01-31", 1, "2026-02-28"),
            ("2026-03-31", -1, "2026-02-28"), ("2026-12-15", 1, "2027-01-15"),
        ])
    func addMonths(from: String, count: Int, to: String) throws {
        #expect(try #require(Day(iso: from)).adding(months: count).description == to)
    }

    @Test("an age goes up on the birthday, and on 1 March for those born on 29 February")
    func ages() throws {
        let born = try #require(Day(iso: "1976-02-29"))
        #expect(try born.completedYears(at: #require(Day(iso: "2026-02-28"))) == 49)
        #expect(try born.completedYears(at: #require(Day(iso: "2026-03-01"))) == 50)
    }

    @Test("a month is read from both spellings and knows its days")
    func months() throws {
        let month = try #require(Month("202602"))
        #expect(month == Month("2026-02"))
        #expect(month.lastDay.description == "2026-02-28")
        #expect(month.adding(-2).description == "2025-12")
        #expect(Month("2026-13") == nil)
        #expect(Month("20261") == nil)
    }
}
