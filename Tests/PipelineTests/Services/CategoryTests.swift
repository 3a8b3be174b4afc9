import Decisions
import Roster
import Testing

@testable import Pipeline

/// Each category of people who find work hard to get, on each side of each of its limits.
@Suite("Categories of people who find work hard to get")
struct CategoryTests {
    @Test(
        "01 begins on the birthday: women at 40, men at 50, at the end of the month",
        arguments: [
            ("1986-10-31", Sex.female, true), ("1986-11-01", .female, false), ("1976-10-31", .male, true),
            ("1976-11-01", .male, false), ("1986-10-31", .male, false),
        ] as [(Day, Sex, Bool)])
    func age(birth: Day, sex: Sex, isMet: Bool) throws {
        #expect(try Applicant().born(birth, sex).difficulty() == (isMet ? ["01"] : []))
    }

    @Test(
        "Nobody is a candidate from the month of the statutory age on, women by the later",
        arguments: [
            // 60 years and 5 months are reached in October 2026 and in November.
            ("1966-05-31", Sex.male, []), ("1966-06-01", .male, ["01"]),
            // So are 55 years and 5 months.
            ("1971-05-31", .female, []), ("1971-06-01", .female, ["01"]),
        ] as [(Day, Sex, [String])])
    func workingAge(birth: Day, sex: Sex, expected: [String]) throws {
        #expect(try Applicant().born(birth, sex).difficulty() == expected)
    }

    @Test(
        "A disabled person is a candidate from the 16th birthday on",
        arguments: [("2010-10-31", true), ("2010-11-01", false)] as [(Day, Bool)])
    func youth(birth: Day, isMet: Bool) throws {
        #expect(try Applicant(.disabled(3)).born(birth, .female).difficulty() == (isMet ? ["02"] : []))
    }

    @Test(
        "02 wants a certificate in force at the end of the month",
        arguments: [
            (4, "2020-01-01", "2026-10-31", true), (4, "2020-01-01", "2026-10-30", false),
            (1, "2026-10-31", nil, true), (1, "2026-11-01", nil, false), (3, nil, nil, true), (nil, nil, nil, true),
        ] as [(Int?, Day?, Day?, Bool)])
    func disabled(grade: Int?, from: Day?, until: Day?, isMet: Bool) throws {
        let person = Applicant(.disabled(grade, from: from, until: until))
        #expect(try person.difficulty() == (isMet ? ["02"] : []))
    }

    @Test(
        "03 wants a minimum living allowance that began by the month, not another support",
        arguments: [
            (.urbanMinimum, "2026-10", true), (.urbanMinimum, "2026-11", false), (.ruralMinimum, nil, true),
            (.borderline, "2026-01", false), (.expenditurePoverty, "2026-01", false),
            (.destituteSupport, "2026-01", false),
        ] as [(LowIncomeKind, Month?, Bool)])
    func minimum(kind: LowIncomeKind, since: Month?, isMet: Bool) throws {
        #expect(try Applicant(.supported(kind, since: since)).difficulty() == (isMet ? ["03"] : []))
    }

    @Test("03 is shown by a masked number too, and says so")
    func masked() throws {
        let person = Applicant().with { $0.add(.supported(.urbanMinimum), grade: .d) }
        #expect(
            try person.decided().services.difficultyLines == ["03,candidate,D,,2026-01-01,身份证;广东省城乡居民最低生活保障金领取证,440203"]
        )
        #expect(try Applicant().with { $0.add(.supported(.urbanMinimum), grade: .c) }.difficulty().isEmpty)
    }

    @Test(
        "07 begins a year after registration, clipped to the end of February",
        arguments: [
            ("2025-10-31", "2026-10", true), ("2025-11-01", "2026-10", false), ("2024-02-29", "2025-02", true),
            ("2025-02-28", "2026-02", true), ("2025-03-01", "2026-02", false),
        ] as [(Day, Month, Bool)])
    func year(registered: Day, month: Month, isMet: Bool) throws {
        let person = Applicant().registered(registered).with {
            $0.month = month
            $0.registration.validUntil = month.lastDay.adding(days: 300)
            $0.registration.lastContactOn = month.firstDay
        }
        #expect(try person.difficulty() == (isMet ? ["07"] : []))
    }

    @Test(
        "07 is broken by work since registering, and by nothing else",
        arguments: [
            ([.insured("2025-08")], false), ([.insured("2025-07")], true),
            ([.owns(founded: "2025-07-01", .deregistered, since: "2025-08-31")], false),
            ([.owns(founded: "2025-08-01", .deregistered, since: "2025-08-31")], true),
            ([.owns(founded: "2020-01-01", .deregistered, since: "2025-07-31")], true), ([], true),
        ] as [([Observation], Bool)])
    func breaks(records: [Observation], isMet: Bool) throws {
        let person = Applicant().registered("2025-07-20").with { person in records.forEach { person.add($0) } }
        #expect(try person.difficulty() == (isMet ? ["07"] : []))
    }

    @Test("07 is broken by a month of work that only the ledger remembers")
    func remembered() throws {
        let person = Applicant().registered("2025-07-20")
        #expect(try person.with { $0.history.lastWorkedIn = "2026-01" }.difficulty().isEmpty)
        #expect(try person.with { $0.history.lastWorkedIn = "2026-01" }.decided().lastWorkedIn == "2026-01")
        #expect(try person.with { $0.add(.insured("2026-09")) }.decided().lastWorkedIn == "2026-09")
    }

    @Test(
        "06 and 08 to 12 come from their rosters alone, recognised by the end of the month",
        arguments: [
            ("失地农民", "06"), ("戒毒康复", "08"), ("刑满释放", "09"), ("精神障碍康复", "10"), ("需赡养患重大疾病直系亲属", "12"),
        ])
    func roster(name: String, category: String) throws {
        #expect(try Applicant(.listed(name, on: "2026-10-31")).difficulty() == [category])
        #expect(try Applicant(.listed(name, on: "2026-11-01")).difficulty().isEmpty)
        #expect(try Applicant(.listed(name, on: nil)).difficulty() == [category])
    }

    @Test(
        "11 wants six months of registration besides",
        arguments: [("2026-04-30", true), ("2026-05-01", false)] as [(Day, Bool)])
    func soldier(registered: Day, isMet: Bool) throws {
        let person = Applicant(.listed("退役士兵", on: "2026-03-01")).registered(registered)
        #expect(try person.difficulty() == (isMet ? ["11"] : []))
        if isMet { #expect(try person.decided().services.difficulty.first?.since == "2026-10-30") }
    }

    @Test("Only people out of work whose household is registered in the province are candidates")
    func conditions() throws {
        let person = Applicant(.disabled(3))
        #expect(try person.difficulty() == ["02"])
        #expect(try person.with { $0.add(.insured()) }.difficulty().isEmpty, "has work")
        #expect(try person.with { $0.registration.details.householdRegion = "430102" }.difficulty().isEmpty)
        #expect(try person.with { $0.registration.details.householdRegion = "440106" }.difficulty() == ["02"])
        #expect(try person.with { $0.registration.details.householdRegion = "" }.difficulty().isEmpty)
    }

    @Test("Candidates are told what to bring and where: at home, or where they live if that is in another city")
    func office() throws {
        let local = Applicant(.disabled(3)).living(with: [])
        #expect(
            try local.decided().services.difficultyLines == ["02,candidate,A,,2020-01-01,身份证;残疾人证或残疾军人证,440203005"])
        let elsewhere = local.with { $0.registration.details.householdRegion = "440106" }
        #expect(
            try elsewhere.decided().services.difficultyLines == [
                "02,candidate,A,,2020-01-01,身份证;常住地居住证;残疾人证或残疾军人证,440203"
            ])
    }

    @Test("A category is met only while it is in force")
    func inForce() throws {
        func difficulty(_ dates: String) throws -> [String] {
            let definition = try ShippedPipeline.replacing(
                "      title: 残疾人员\n", by: "      title: 残疾人员\n\(dates)")
            return try Applicant(.disabled(3)).difficulty(by: definition)
        }
        #expect(try difficulty("      from: \"2026-10-31\"\n") == ["02"])
        #expect(try difficulty("      from: \"2026-11-01\"\n") == [])
        #expect(try difficulty("      until: \"2026-10-31\"\n") == ["02"])
        #expect(try difficulty("      until: \"2026-10-30\"\n") == [])
    }
}
