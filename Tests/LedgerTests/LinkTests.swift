import Digest
import Roster
import Testing

@testable import Ledger

@Suite("Links in the ledger")
struct LinkTests {
    static func decision(
        _ fingerprint: String, _ number: Int, _ answer: DecidedLink.Answer, by: String = "甲"
    ) -> DecidedLink {
        DecidedLink(
            fingerprint: fingerprint, registrationNumber: "DJ\(1000 + number)", answer: answer, decidedBy: by,
            decidedOn: march.lastDay)
    }

    static func linked(_ number: Int, in month: Month, _ links: [(source: String, grade: MatchGrade)]) -> PersonMonth {
        let plain = person(number, in: month)
        let flow = Observation.death(DeathRecord(diedOn: march.firstDay, origin: ""))
        let evidence = links.enumerated().map { row, link in
            AssessedEvidence(
                evidence: Evidence(
                    person: PersonSlot(0),
                    reference: RecordReference(
                        source: SourceName(link.source), file: "\(link.source).csv", row: row + 1),
                    grade: link.grade, observation: flow),
                weight: .none, isUsed: false, reason: "in_month")
        }
        return PersonMonth(row: plain.row, evidence: evidence)
    }

    @Test("decisions come with the month, a later one in place of an earlier; strangers' are left out")
    func decisions() throws {
        let workplace = try Workplace()
        let ledger = try workplace.open()
        #expect(try ledger.decidedLinks().isEmpty)
        let first = try ledger.beginMonth(try ledger.plan(basis(march)))
        try first.append(PeopleRows([person(1, in: march), person(2, in: march)]))
        try first.append(decisions: [
            Self.decision("b", 1, .yes), Self.decision("a", 2, .unsure), Self.decision("c", 9, .no),
        ])
        _ = try first.seal()
        _ = try first.commit(published: ContentDigest(of: "folder"))
        #expect(try ledger.decidedLinks() == [Self.decision("a", 2, .unsure), Self.decision("b", 1, .yes)])

        let second = try ledger.beginMonth(try ledger.plan(basis(april)))
        try second.append(PeopleRows([person(1, in: april)]))
        try second.append(decisions: [Self.decision("b", 1, .no, by: "乙")])
        try second.abandon()
        #expect(try ledger.decidedLinks().map(\.answer) == [.unsure, .yes])

        let third = try ledger.beginMonth(try ledger.plan(basis(april)))
        try third.append(PeopleRows([person(1, in: april)]))
        try third.append(decisions: [Self.decision("b", 1, .no, by: "乙")])
        _ = try third.seal()
        _ = try third.commit(published: ContentDigest(of: "folder 2"))
        #expect(try ledger.decidedLinks() == [Self.decision("a", 2, .unsure), Self.decision("b", 1, .no, by: "乙")])
        #expect(try ledger.dump().contains { $0.hasPrefix("links_decided\tb\tDJ1001\t0\t乙\t") })
    }

    @Test("of each source the best grade counts, of the revision that counts")
    func grades() throws {
        let workplace = try Workplace()
        let ledger = try workplace.open()
        #expect(try ledger.linkGrades(of: march) == nil)
        try ledger.run(basis(march), [Self.linked(1, in: march, [("pension", .a)])])
        try ledger.run(
            basis(march, inputs: "v2"),
            [
                Self.linked(1, in: march, [("insurance", .c), ("insurance", .b), ("death", .e), ("insurance", .d)]),
                person(2, in: march),
            ])
        let grades = try #require(try ledger.linkGrades(of: march))
        let first = grades.of("DJ1001")
        #expect(first.map(\.source.text) == ["death", "insurance"])
        #expect(first.map(\.grade) == [.e, .b])
        #expect(grades.of("DJ1002").isEmpty && grades.of("DJ1003").isEmpty)
        #expect(try ledger.linkGrades(of: april) == nil)
    }
}
