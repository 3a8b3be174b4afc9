import Decisions
import Roster
import Testing

@testable import Pipeline
@testable import Reports

/// Families without work: what the other members do to the answer, and what the list of evidence says of it.
@Suite("Families without work")
struct HouseholdTests {
    /// A record of a member, as the stage that judges households finds it.
    private static func record(_ observation: Observation, _ weight: EvidenceWeight) -> MemberRecord {
        MemberRecord(
            reference: RecordReference(source: SourceName(observation.kind), file: "x.csv", row: 7), grade: .a,
            weight: weight, observation: observation)
    }

    private static let working = MemberStanding(.working, record: record(.insured(), .strong))
    private static let student = MemberStanding(
        .unable, record: record(.spell(.student, from: "2026-09-01"), .conclusive))
    private static let disabled = MemberStanding(.disabled, record: record(.disabled(1), .none))

    @Test(
        "A working, a studying, a disabled member and one without a usable number give four answers",
        arguments: [
            (
                [working, MemberStanding(.jobless)], false, "household_at_work",
                ["member_working 1", "member_jobless 0"]
            ),
            (
                [student, MemberStanding(.jobless)], true, "household_without_work",
                ["member_unable 1", "member_jobless 1"]
            ),
            ([disabled], false, "household_too_small", ["member_disabled 1"]),
            (
                [MemberStanding(.unknownID), MemberStanding(.jobless)], false, "household_unknown",
                ["member_unknown 1", "member_jobless 0"]
            ),
        ] as [([MemberStanding], Bool, String, [String])])
    func answers(members: [MemberStanding], isMet: Bool, own: String, others: [String]) throws {
        let decision = try Applicant().living(with: members).decided()
        #expect(decision.row.difficulty == (isMet ? ["04"] : []))
        let lines = decision.evidence.filter { ["household", "relative"].contains($0.evidence.observation.kind) }
        #expect(lines.first?.reason == own)
        #expect(lines.dropFirst().map { "\($0.reason) \($0.isUsed ? 1 : 0)" } == others)
    }

    @Test("The record that tells of a member stands in the list of evidence with its place and values")
    func explained() throws {
        let decision = try Applicant().living(with: [Self.working]).decided()
        let line = try #require(decision.evidence.last)
        let row = EvidenceRow(month: "2026-10", registrationNumber: "1", assessed: line)
        let text = String(decoding: EvidenceRow.table.text(of: [row]).bytes, as: UTF8.self)
        #expect(
            text == """
                2026-10,1,relative,contribution,x.csv,7,A,strong,2026-10,household=H1;member=2;relation=配偶;\
                record=contribution;scheme=employee_pension;payer=employee;unit=U1;credit_code=91440203MA0000001X;\
                employer=甲厂;payment=regular;base=4000.00;state=received;received=2026-10-01,1,member_working

                """)
    }

    @Test(
        "Two members without a job are asked for, of an urban family household",
        arguments: [
            ([], "家庭户", true, []), ([MemberStanding(.jobless)], "家庭户", true, ["04"]),
            ([MemberStanding(.outsideAge)], "家庭户", true, []), ([MemberStanding(.jobless)], "集体户", true, []),
            ([MemberStanding(.jobless)], "家庭户", false, []),
        ] as [([MemberStanding], String, Bool, [String])])
    func kinds(members: [MemberStanding], kind: String, isUrban: Bool, expected: [String]) throws {
        #expect(try Applicant().living(with: members, kind: kind, isUrban: isUrban).difficulty() == expected)
    }

    @Test("05 wants a rural family of which some member is on the roster of poor people")
    func rural() throws {
        let poor = MemberStanding(.jobless, rosters: ["脱贫人口/建档立卡"])
        #expect(try Applicant().living(with: [poor], isUrban: false).difficulty() == ["05"])
        #expect(try Applicant().living(with: [poor], isUrban: true).difficulty() == ["04"])
        let other = MemberStanding(.jobless, rosters: ["失地农民"])
        #expect(try Applicant().living(with: [other], isUrban: false).difficulty().isEmpty)
    }
}

/// How a member stands to work by the records about that member.
@Suite("How members of households stand to work")
struct MemberStandingTests {
    private func standing(
        _ records: Observation..., birth: Day = "1980-05-05", sex: Sex = .male
    ) throws -> MemberStanding {
        let definition = try ShippedPipeline.definition.get()
        let engine = try DecisionEngine(
            policy: definition.policy, setting: definition.setting(month: "2026-10", missing: [], present: []))
        var person = Applicant().born(birth, sex)
        for record in records { person.add(record) }
        return engine.standing(ofMember: PersonCase(registration: person.registration, evidence: person.evidence))
    }

    @Test("Strong evidence of the month is work, that of another month or a weak one is none")
    func work() throws {
        #expect(try standing(.insured()).kind == .working)
        #expect(try standing(.owns(founded: "2026-10-31")).kind == .working)
        #expect(try standing(.insured("2026-09")).kind == .jobless)
        #expect(try standing(.insured("2026-10", .owed)).kind == .jobless)
        #expect(try standing(.insured("2026-09"), .insured("2026-10", .owed)).kind == .working)
    }

    @Test("A pension or studies come before work, work before a disability of grade 1 or 2")
    func order() throws {
        #expect(try standing(.pensioned(), .insured()).kind == .unable)
        #expect(try standing(.spell(.student, from: "2026-09-01")).kind == .unable)
        #expect(try standing(.spell(.student, from: "2026-09-01", to: "2026-10-30")).kind == .jobless)
        #expect(try standing(.disabled(2)).kind == .disabled)
        #expect(try standing(.disabled(3)).kind == .jobless)
        #expect(try standing(.disabled(1), .insured()).kind == .working)
    }

    @Test("Members under 16 and at the statutory age are outside working age")
    func age() throws {
        #expect(try standing(birth: "2010-10-31").kind == .jobless)
        #expect(try standing(birth: "2010-11-01").kind == .outsideAge)
        #expect(try standing(birth: "1966-06-01").kind == .jobless)
        #expect(try standing(birth: "1966-05-31").kind == .outsideAge)
    }
}
