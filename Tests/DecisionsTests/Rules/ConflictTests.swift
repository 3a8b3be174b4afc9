import Decisions
import Roster
import Testing

@Suite("Conflicts ask for a person's eye and leave the status")
struct ConflictTests {
    @Test("Told still unemployed in the month against strong or conclusive evidence")
    func toldOtherwise() throws {
        for fact in [Observation.insured(), .owns(), .placed(), .subsidised(), .pensioned(), .died(on: "2026-10-20")] {
            let row = try Person(fact, .answered(.stillUnemployed)).row()
            #expect(row.verificationReasons.contains(.toldOtherwise))
            #expect(row.status != "unemployed")
            #expect(row.action == .verify)
            #expect(!row.notify)
            #expect(row.workList.first == .conflict)
        }
    }

    @Test("The ground is kept for information")
    func groundKept() throws {
        #expect(try Person(.insured(), .answered(.stillUnemployed)).row().ground == "X01")
    }

    @Test("No conflict with weak evidence, an earlier answer, or an answer that was replaced")
    func notToldOtherwise() throws {
        #expect(try Person(.insured(.workInjury), .answered(.stillUnemployed)).row().verificationReasons.isEmpty)
        #expect(
            try Person(.insured()).remembering(answer(.stillUnemployed, on: "2026-09-30")).row().verificationReasons
                .isEmpty)
        let replaced = Person(.insured(), .answered(.stillUnemployed, on: "2026-10-01"), .answered(.employed))
        #expect(try replaced.row().verificationReasons.isEmpty)
    }

    private static let death = Observation.died(on: "2026-08-15")

    @Test(
        "Signs of life after a death",
        arguments: [
            Observation.answered(.other, on: "2026-08-16"), .answered(.refused, on: "2026-10-01"),
            .answered(.stillUnemployed, on: "2026-11-20"), .served(on: "2026-08-16"), .insured(for: "2026-09"),
            .insured(.maternity, for: "2026-09"), .insured(.employeePension, .selfPaid, for: "2026-09"),
            .insured(for: "2026-09", .back),
        ])
    func alive(_ sign: Observation) throws {
        let row = try Person(Self.death, sign).row()
        #expect(row.verificationReasons.contains(.aliveAfterDeath))
        #expect(row.status == "deceased")
        #expect(row.action == .verify)
        #expect(row.ground == "X11")
    }

    @Test(
        "No signs of life",
        arguments: [
            Observation.answered(.other, on: "2026-08-15"), .answered(.deceased, on: "2026-08-20"),
            .answered(.lostContact, on: "2026-09-01"), .served(on: "2026-08-15"), .insured(for: "2026-08"),
            .insured(.residentPension, .resident, for: "2026-09"),
            .insured(.residentMedical, .resident, for: "2026-09"),
            .insured(for: "2026-09", .ahead), .insured(for: "2026-09", .owed), .insured(for: "2026-09", .notReceived),
            .insured(for: "2026-09", base: 0),
        ])
    func dead(_ record: Observation) throws {
        let row = try Person(Self.death, record).row()
        #expect(!row.verificationReasons.contains(.aliveAfterDeath))
        #expect(row.action == .cancel)
    }

    @Test("An answer that the ledger remembers is a sign of life, a weak link is none")
    func rememberedSign() throws {
        #expect(
            try Person(Self.death).remembering(answer(.other, on: "2026-09-01")).row().verificationReasons
                == [.aliveAfterDeath])
        #expect(try Person(Self.death).adding(.served(on: "2026-09-01"), grade: .c).row().verificationReasons == [])
    }

    @Test("Two IDs or names for one registration, on the roster or by a record that names it")
    func identity() throws {
        let roster = try Person().with { $0.hasIdentityConflict = true }.row()
        #expect(roster.verificationReasons == [.identity])
        #expect(roster.action == .verify)
        #expect(roster.status == "unemployed")
        let survey = Person().adding(.answered(.lostContact), grade: .c, contradicting: true)
        #expect(try survey.row().verificationReasons == [.identity])
        let told = Person().adding(.answered(.employed), grade: .c, contradicting: true)
        #expect(try told.row().verificationReasons == [.identity, .weakMatch])
    }

    @Test("Support as unable to work, by a D link too, for every status; not at grade C, not before it began")
    func ability() throws {
        for grade in [MatchGrade.a, .b, .d] {
            let row = try Person().adding(.supported(.destituteSupport), grade: grade).row()
            #expect(row.verificationReasons == [.ability])
            #expect(row.action == .verify)
            #expect(row.workList.contains(.conflict))
        }
        #expect(try Person(.insured(), .supported(.destituteSupport)).row().verificationReasons == [.ability])
        #expect(try Person().adding(.supported(.destituteSupport), grade: .c).row().verificationReasons.isEmpty)
        #expect(try Person(.supported(.destituteSupport, since: "2026-11")).row().verificationReasons.isEmpty)
        #expect(try Person(.supported(.urbanMinimum)).row().verificationReasons.isEmpty)
    }

    @Test("Reasons come in a fixed order")
    func order() throws {
        let person = Person(.died(on: "2026-08-01"), .answered(.stillUnemployed), .supported(.destituteSupport))
            .with { $0.hasIdentityConflict = true }.adding(.insured(), grade: .d)
        #expect(
            try person.row().verificationReasons == [.toldOtherwise, .aliveAfterDeath, .identity, .ability, .weakMatch])
    }
}

@Suite("Weak links")
struct WeakLinkTests {
    @Test("A record of grade C or D does not decide, but is looked at", arguments: [MatchGrade.c, .d])
    func weakLink(_ grade: MatchGrade) throws {
        for fact in [Observation.insured(), .insured(.workInjury), .pensioned(), .died(on: "2026-10-01"), .owns()] {
            let row = try Person().adding(fact, grade: grade).row()
            #expect(row.rule == "R13")
            #expect(row.verificationReasons == [.weakMatch])
            #expect(row.needsVerification)
            #expect(row.action == .keep)
            #expect(row.workList == [.weakMatch])
        }
    }

    @Test("Records that would prove nothing at grade A are not looked at")
    func worthless() throws {
        for record in [
            Observation.insured(for: "2026-09"), .insured(.maternity), .benefit(), .served(on: "2026-10-01"),
            .supported(.urbanMinimum), .answered(.lostContact), .answered(.other),
            .answered(.employed, on: "2026-09-01"),
            .pensioned(since: "2026-11"),
        ] {
            #expect(try Person().adding(record, grade: .c).row().verificationReasons.isEmpty, "\(record.kind)")
        }
    }

    @Test("Grade E is only reviewed")
    func review() throws {
        let decision = try Person().adding(.insured(), grade: .e).decided()
        #expect(decision.row.verificationReasons.isEmpty)
        #expect(decision.evidence.map(\.reason) == ["for_review"])
    }

    @Test("Grade B decides and shows in the row")
    func gradeB() throws {
        let row = try Person().adding(.insured(), grade: .b).row()
        #expect(row.rule == "R05")
        #expect(row.grade == .b)
        #expect(try Person().adding(.insured(), grade: .b).adding(.insured(.unemployment)).row().grade == .a)
    }

    @Test("A decision that rests on absence has no grade")
    func absence() throws {
        #expect(try Person(.benefit()).row().grade == nil)
        #expect(try Person().withoutID().row().grade == nil)
        #expect(try Person(.answered(.stillUnemployed)).row().grade == .a)
    }
}
