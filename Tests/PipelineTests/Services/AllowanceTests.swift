import Decisions
import Roster
import Testing

@testable import Pipeline

/// The living allowance of 500 yuan: once a year and person, to groups, held against what was paid.
@Suite("Living allowance")
struct AllowanceTests {
    private func lines(_ person: Applicant) throws -> [String] { try person.decided().services.allowanceLines }

    private func paid(_ amount: Int64?, applied: Day = "2026-06-01", number: String = "Z1") -> Observation {
        .certified(
            on: "2026-05-20", applied: applied, paid: amount == nil ? nil : "2026-08-01", allowance: amount,
            number: number)
    }

    @Test("Each group is owed it on the day of application, and not a day before it belongs to it")
    func groups() throws {
        let owed = ["2026,1,0,0.00,owed_unpaid"]
        #expect(try lines(Applicant(paid(nil), .listed("脱贫人口/建档立卡", on: "2026-06-01"))) == owed)
        #expect(try lines(Applicant(paid(nil), .listed("脱贫人口/建档立卡", on: "2026-06-02"))).isEmpty)
        #expect(try lines(Applicant(paid(nil), .listed("失地农民", on: "2026-06-01"))).isEmpty)
        #expect(try lines(Applicant(paid(nil), .disabled(4, from: "2026-06-01"))) == owed)
        #expect(try lines(Applicant(paid(nil), .disabled(4, from: "2026-06-02"))).isEmpty)
        #expect(try lines(Applicant(paid(nil), .disabled(4, until: "2026-05-31"))).isEmpty)
        #expect(try lines(Applicant(paid(nil)).recognised("07", on: "2026-06-01")) == owed)
        #expect(try lines(Applicant(paid(nil)).recognised("07", on: "2026-06-02")).isEmpty)
    }

    @Test("Everybody in the household of one recognised under 04 is owed it")
    func household() throws {
        func member(_ category: String, _ day: Day) -> MemberStanding {
            var standing = MemberStanding(.jobless)
            standing.recognition = MemberStanding.Recognition(category: category, on: day)
            return standing
        }
        let person = Applicant(paid(500))
        #expect(try lines(person.living(with: [member("04", "2026-06-01")])) == ["2026,1,1,500.00,ok"])
        #expect(try lines(person.living(with: [member("04", "2026-06-02")])) == ["2026,0,1,500.00,unknown"])
        #expect(try lines(person.living(with: [member("07", "2026-06-01")])) == ["2026,0,1,500.00,unknown"])
    }

    @Test("Paid in time to somebody in no group that the exports show, it may be right")
    func unknown() throws {
        #expect(try lines(Applicant(paid(500))) == ["2026,0,1,500.00,unknown"])
        #expect(try lines(Applicant(paid(nil))).isEmpty)
        #expect(try lines(Applicant(paid(0))).isEmpty)
    }

    @Test(
        "Applied for within twelve months it is owed; a day later it is not",
        arguments: [("2026-06-15", "2026,1,1,500.00,ok"), ("2026-06-16", "2026,0,1,500.00,paid_not_owed")]
            as [(Day, String)])
    func inTime(applied: Day, expected: String) throws {
        let person = Applicant(
            .certified(on: "2025-06-15", applied: applied, paid: "2026-09-01", allowance: 500), .disabled(4))
        #expect(try lines(person) == [expected])
    }

    @Test("Twice in one calendar year is once too often; in two years it is not")
    func twice() throws {
        let first = Applicant(.disabled(4), paid(500))
        #expect(
            try lines(first.with { $0.add(paid(500, applied: "2026-07-01", number: "Z2")) }) == [
                "2026,1,2,1000.00,paid_twice"
            ])
        let next = first.with {
            $0.add(
                .certified(
                    on: "2025-10-01", applied: "2025-12-31", paid: "2026-02-01", allowance: 500, number: "Z2"))
        }
        #expect(try lines(next) == ["2025,1,1,500.00,ok", "2026,1,1,500.00,ok"])
    }

    @Test("An amount without a day of payment is not paid yet")
    func granted() throws {
        let granted = Applicant(.certified(on: "2026-05-20", applied: "2026-06-01", allowance: 500), .disabled(4))
        #expect(try lines(granted) == ["2026,1,0,0.00,owed_unpaid"])
    }

    @Test("An application after the end of the month is not looked at")
    func later() throws {
        #expect(try lines(Applicant(paid(500, applied: "2026-11-01"), .disabled(4))).isEmpty)
    }
}

/// Whether a registration of the month was right.
@Suite("Conditions of registration")
struct EligibilityTests {
    private func lines(_ person: Applicant) throws -> [String] { try person.decided().services.eligibilityLines }

    private var newcomer: Applicant { Applicant().registered("2026-10-09") }

    @Test("All four conditions are listed for a registration of the month, none for an older one")
    func listed() throws {
        #expect(try lines(newcomer) == ["age,pass,", "pension,pass,", "business,pass,", "duplicate,pass,"])
        #expect(try lines(Applicant().registered("2026-09-30")).isEmpty)
    }

    @Test("Somebody is old enough from the 16th birthday on")
    func age() throws {
        #expect(try lines(newcomer.born("2010-10-09", .male))[0] == "age,pass,")
        #expect(try lines(newcomer.born("2010-10-10", .male))[0] == "age,fail,")
    }

    @Test("A pension, a business alive at the month's end and another registration fail with what shows them")
    func failures() throws {
        let person = newcomer.with {
            $0.add(.pensioned(since: "2026-10"))
            $0.add(.owns(founded: "2026-10-31"))
            $0.hasOtherRegistration = true
        }
        #expect(
            try lines(person) == [
                "age,pass,", "pension,fail,pension:f.csv:1", "business,fail,business:f.csv:2", "duplicate,fail,",
            ])
        let other = newcomer.with {
            $0.add(.pensioned(since: "2026-11"))
            $0.add(.owns(founded: "2020-01-01", .deregistered, since: "2026-10-31"))
        }
        #expect(try lines(other) == ["age,pass,", "pension,pass,", "business,pass,", "duplicate,pass,"])
    }

    @Test("What could not be compared is unknown")
    func unknown() throws {
        let noPensions = newcomer.with { $0.present.remove(SourceName("pension")) }
        #expect(try lines(noPensions)[1] == "pension,unknown,")
        let noNumber = newcomer.with { $0.registration.id = .missing }
        #expect(
            try lines(noNumber) == ["age,unknown,", "pension,unknown,", "business,unknown,", "duplicate,unknown,"])
    }
}
