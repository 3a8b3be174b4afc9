import Decisions
import Roster
import Testing

@testable import Pipeline

/// Recognised people: who still qualifies, who no longer does, on what ground and since when.
@Suite("Recognised people")
struct RecognitionTests {
    @Test("One against whom nothing speaks stays, with the day of recognition")
    func stays() throws {
        #expect(try Applicant().recognised("07").decided().services.difficultyLines == ["07,recognised,,,2026-06-15,,"])
        let byRoster = Applicant(.listed("刑满释放", on: "2026-05-20")).recognised("09", on: nil)
        #expect(try byRoster.decided().services.difficultyLines == ["09,recognised,A,,2026-05-20,,"])
    }

    @Test(
        "Each ground of exit, with the day that makes it true",
        arguments: [
            (.pensioned(since: "2026-08"), "E01,2026-08-01"),
            (.spell(.incapacitated, from: "2026-09-10"), "E02,2026-09-10"),
            (.spell(.student, from: "2026-09-01"), "E03,2026-09-01"),
            (.spell(.military, from: "2026-09-02"), "E03,2026-09-02"),
            (.answered(.withdrawn), "E04,2026-10-12"), (.insured(), "E05,2026-10-01"),
            (.owns(founded: "2026-07-07"), "E05,2026-07-07"),
            (.spell(.imprisoned, from: "2026-09-03"), "E07,2026-09-03"),
            (.spell(.householdMovedOut, from: "2026-09-04"), "E11,2026-09-04"),
        ] as [(Observation, String)])
    func grounds(record: Observation, expected: String) throws {
        let person = Applicant(record).recognised("07")
        #expect(try person.decided().services.difficultyLines == ["07,exit,,\(expected),,"])
    }

    @Test("The statutory age ends a recognition in its month, women by the later")
    func age() throws {
        let person = Applicant().recognised("01")
        #expect(
            try person.born("1966-05-31", .male).decided().services.difficultyLines == ["01,exit,,E01,2026-10-01,,"])
        #expect(try person.born("1966-06-01", .male).decided().services.difficulty.first?.kind == .recognised)
    }

    @Test("Six months without contact end it, a day less does not")
    func contact() throws {
        func ground(_ day: Day) throws -> String? {
            try Applicant().registered("2026-03-01").recognised("08").with { $0.registration.lastContactOn = day }
                .decided().services.difficulty.first?.exitGround
        }
        #expect(try ground("2026-04-30") == "E10")
        #expect(try ground("2026-05-01") == "")
    }

    @Test("A job that was only told, a public post and subsidised flexible work are no exits")
    func help() throws {
        for record in [
            Observation.answered(.employed), .service(.publicPost, from: "2026-09-01", to: nil, post: "G1"),
            .subsidy(FlexibleSubsidyMonth(month: "2026-10", amount: nil, paidOn: nil)),
        ] {
            let found = try Applicant(record).recognised("07").decided()
            #expect(found.row.status != "unemployed")
            #expect(found.services.difficulty.map(\.kind) == [.recognised])
        }
    }

    @Test("A member of the household who works ends 04 and 05, whoever else is unknown")
    func household() throws {
        let family = [MemberStanding(.working), MemberStanding(.unknownID)]
        let person = Applicant().living(with: family)
        #expect(try person.recognised("04").decided().services.difficultyLines == ["04,exit,,E06,2026-10-01,,"])
        #expect(try person.recognised("07").decided().services.difficulty.map(\.kind) == [.recognised])
        let jobless = Applicant().living(with: [MemberStanding(.jobless)]).recognised("04")
        #expect(try jobless.decided().services.difficulty.map(\.kind) == [.recognised])
    }

    @Test("02 that no certificate shows any more is called to leave, from the day after the last one's end")
    func certificate() throws {
        let ended = Applicant(.disabled(3, until: "2026-10-30")).recognised("02")
        #expect(try ended.decided().services.difficultyLines == ["02,exit,,E11,2026-10-31,,"])
        #expect(try Applicant().recognised("02").decided().services.difficultyLines == ["02,exit,,E11,,,"])
    }

    @Test("What cannot be compared does not end a recognition")
    func incomparable() throws {
        let person = Applicant().recognised("03")
        #expect(try person.decided().services.difficulty.map(\.kind) == [.exit])
        let absent = person.with { $0.present.remove(SourceName("lowIncome")) }
        #expect(try absent.decided().services.difficulty.map(\.kind) == [.recognised])
        let nameless = person.with { $0.registration.id = .missing }
        #expect(try nameless.decided().services.difficulty.map(\.kind) == [.recognised])
    }

    @Test("Who leaves a category may be a candidate for another")
    func another() throws {
        let person = Applicant(.disabled(3)).recognised("03")
        #expect(try person.decided().services.difficulty.map(\.kind) == [.exit, .candidate])
        #expect(try person.decided().row.difficulty == ["02"])
    }
}

/// The three levels of help: owed, given, missing.
@Suite("Levels of help")
struct HelpTests {
    @Test("A candidate is owed level I, counted by the services completed by the end of the month")
    func candidate() throws {
        let person = Applicant(
            .disabled(3), .service(.guidance, from: "2026-10-01", to: "2026-10-31"),
            .service(.policyList, from: "2026-10-30", to: "2026-11-01"),
            .service(.jobRecommendation, from: "2026-10-01", to: "2026-10-02"),
            .service(.jobRecommendation, from: "2026-10-01", to: nil))
        #expect(
            try person.decided().services.helpLines == [
                "I,guidance,1,1,0", "I,policy_list,1,0,1", "I,job_recommendation,3,1,2",
            ])
    }

    @Test("Job offers up to the recognition count for level I, those after it for level II")
    func recognised() throws {
        let offers: [Day] = ["2026-06-14", "2026-06-15", "2026-06-16", "2026-07-01", "2026-07-02", "2026-07-03"]
        let person = Applicant().recognised("07").with { person in
            for day in offers { person.add(.service(.jobRecommendation, from: day, to: day)) }
        }
        #expect(
            try person.decided().services.helpLines == [
                "I,guidance,1,0,1", "I,policy_list,1,0,1", "I,job_recommendation,3,2,1", "II,job_recommendation,3,4,0",
            ])
        let undated = person.recognised("07", on: nil)
        #expect(
            try undated.decided().services.helpLines.suffix(2) == [
                "I,job_recommendation,3,6,0", "II,job_recommendation,3,3,0",
            ])
    }

    @Test("Training and business training are owed to those who wish for them")
    func wishes() throws {
        let person = Applicant(.service(.training, from: "2026-08-01", to: "2026-08-20")).recognised("07").with {
            $0.registration.details.wantsTraining = true
            $0.registration.details.wantsBusiness = true
        }
        #expect(
            try person.decided().services.helpLines.suffix(2) == ["II,training,1,1,0", "II,business_training,1,0,1"])
    }

    @Test(
        "Level III is owed within 60 months of the statutory age, and for disabilities of grade 1 and 2",
        arguments: [
            // 61 years and 5 months are reached in October 2031, which is 60 months away, and in November.
            ("01", "1970-05-15", 4, true), ("01", "1970-06-15", 4, false), ("02", "1990-01-01", 2, true),
            ("02", "1990-01-01", 3, false),
        ] as [(String, Day, Int, Bool)])
    func hard(category: String, birth: Day, grade: Int, isOwed: Bool) throws {
        let person = Applicant(.disabled(grade)).born(birth, .male).recognised(category)
        let lines = try person.decided().services.helpLines.filter { $0.hasPrefix("III") }
        #expect(lines == (isOwed ? ["III,public_post,1,0,1", "III,personal_plan,1,,"] : []))
    }

    @Test("Nothing is owed to those whose registration ends, nor to those who are no candidates")
    func none() throws {
        #expect(try Applicant().decided().services.help.isEmpty)
        #expect(try Applicant(.pensioned()).recognised("07").decided().services.help.isEmpty)
    }
}
