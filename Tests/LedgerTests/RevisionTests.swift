import Digest
import Roster
import Testing

@testable import Ledger

@Suite("Revisions of a month")
struct RevisionTests {
    @Test("The same basis writes nothing and gives the current revision")
    func unchanged() throws {
        let workplace = try Workplace()
        let ledger = try workplace.open()
        let first = try ledger.run(basis(march), [person(1, in: march)])
        let before = try workplace.content()
        let plan = try ledger.plan(basis(march))
        #expect(plan.isUnchanged)
        #expect(plan.number == 1)
        #expect(try ledger.run(basis(march), []) == first)
        #expect(try workplace.content() == before)
    }

    @Test(
        "Other inputs, pipeline or program make the next revision",
        arguments: [
            basis(march, inputs: "v2"), basis(march, pipeline: "rules: [R01]"),
            RevisionBasis(
                month: march, inputs: basis(march).inputs, pipelineText: basis(march).pipelineText,
                programVersion: "1.1"),
        ])
    func next(changed: RevisionBasis) throws {
        let workplace = try Workplace()
        let ledger = try workplace.open()
        try ledger.run(basis(march), [person(1, in: march)])
        let plan = try ledger.plan(changed)
        #expect(!plan.isUnchanged)
        #expect(plan.number == 2)
        let second = try ledger.run(changed, [person(1, in: march, status: "employed")])
        #expect(try ledger.currentRevision(of: march) == second)
        #expect(try ledger.rows(of: march).map(\.status.text) == ["employed"])
        #expect(try ledger.rows(of: march).map(\.revision) == [2])
        #expect(try ledger.rows(of: march, revision: 1).map(\.status.text) == ["unemployed"])
    }

    @Test("A month is planned anew when any earlier month was run again, even not the last")
    func earlierMonths() throws {
        let workplace = try Workplace()
        let ledger = try workplace.open()
        for month in [march, april, may] { try ledger.run(basis(month), [person(1, in: month)]) }
        #expect(try ledger.plan(basis(may)).isUnchanged)
        try ledger.run(basis(march, inputs: "v2"), [person(1, in: march, status: "employed")])
        #expect(try ledger.plan(basis(march, inputs: "v2")).isUnchanged)
        #expect(try !ledger.plan(basis(may)).isUnchanged)
    }

    @Test("A later month does not touch the plan of an earlier one")
    func laterMonths() throws {
        let workplace = try Workplace()
        let ledger = try workplace.open()
        try ledger.run(basis(march), [person(1, in: march)])
        try ledger.run(basis(april), [person(1, in: april)])
        #expect(try ledger.plan(basis(march)).isUnchanged)
    }

    @Test("The folder is published again if it is absent or differs")
    func republish() throws {
        let workplace = try Workplace()
        let ledger = try workplace.open()
        let revision = try ledger.run(basis(march), [])
        #expect(try ledger.publishedDigest(of: march) == ContentDigest(of: "folder \(revision.chainHead)"))
        #expect(try ledger.needsRepublish(march, found: nil))
        #expect(try ledger.needsRepublish(march, found: ContentDigest(of: "other")))
        #expect(try !ledger.needsRepublish(march, found: revision.published))
        #expect(try !ledger.needsRepublish(april, found: nil))
    }

    @Test("A writer that is abandoned, dropped or fails to publish leaves no trace")
    func abandoned() throws {
        let workplace = try Workplace()
        let ledger = try workplace.open()
        let plan = try ledger.plan(basis(march))
        struct Stop: Error {}
        #expect(throws: Stop.self) {
            _ = try ledger.record(plan, people: [person(1, in: march)]) { _ in throw Stop() }
        }
        let writer = try ledger.beginMonth(plan)
        try writer.append(PeopleRows([person(1, in: march)]))
        try writer.abandon()
        do { try ledger.beginMonth(plan).append(PeopleRows([person(1, in: march)])) }
        #expect(try ledger.months().isEmpty)
        #expect(try ledger.dump().isEmpty)
        #expect(try checksKeys(ledger))
    }

    @Test("A plan made before somebody else recorded is refused")
    func outdated() throws {
        let workplace = try Workplace()
        let ledger = try workplace.open()
        let plan = try ledger.plan(basis(april))
        try ledger.run(basis(march), [])
        #expect(throws: LedgerError(.outdatedPlan, path: workplace.path, detail: "2026-04")) {
            try ledger.beginMonth(plan)
        }
        #expect(try checksKeys(ledger))
    }

    /// Whether SQLite holds keys against their tables again.
    private func checksKeys(_ ledger: Ledger) throws -> Bool {
        try ledger.connection.read { try $0.first("PRAGMA foreign_keys") { $0.integer(0) } } == 1
    }

    @Test("Nothing can be written after the end, or without sealing")
    func order() throws {
        let workplace = try Workplace()
        let ledger = try workplace.open()
        let writer = try ledger.beginMonth(try ledger.plan(basis(march)))
        #expect(throws: LedgerError(.notWritable, path: workplace.path)) {
            try writer.commit(published: ContentDigest(of: ""))
        }
        _ = try writer.seal()
        #expect(throws: LedgerError(.notWritable, path: workplace.path)) { try writer.append(PeopleRows([])) }
        _ = try writer.commit(published: ContentDigest(of: ""))
        #expect(throws: LedgerError(.notWritable, path: workplace.path)) { try writer.append(changes: []) }
    }
}
