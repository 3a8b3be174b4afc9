import Digest
import Foundation
import Ledger
import Roster
import Testing

@Suite("Edits behind the program's back")
struct VerifyTests {
    /// Three months of forty people; person 7 has a text in a row of each sealed table that no other row has.
    private func filled() throws -> Workplace {
        let workplace = try Workplace()
        let ledger = try workplace.open()
        for month in [march, april, may] {
            var people = (1...40).map { person($0, in: month) }
            if month == april {
                people[6].row.employer = "STATUSMARK"
                people[6].evidence = [
                    evidence(.death(DeathRecord(diedOn: march.firstDay, origin: "民政")), row: 3),
                    evidence(.death(DeathRecord(diedOn: march.firstDay, origin: "EVIDENCEMARK")), row: 4),
                ]
                people[6].surveys = [answer(april.firstDay, .refused, note: "NOTEMARK")]
                people[6].employerMonths = [
                    EmployerMonth(month: march, employerKey: "k", employerName: "n", isStrong: true, isPaid: true)
                ]
            }
            try ledger.run(basis(month), people)
        }
        try ledger.close()
        return workplace
    }

    @Test("An untouched ledger agrees, also after a month was run again")
    func untouched() throws {
        let workplace = try filled()
        #expect(try workplace.faults().isEmpty)
        let ledger = try workplace.open()
        try ledger.run(basis(april, inputs: "v2"), (1...39).map { person($0, in: april) })
        #expect(try ledger.faults().isEmpty)
    }

    @Test(
        "Any flipped byte of a text in a status, evidence or survey row names month, table, person and row",
        arguments: [("STATUSMARK", "statuses", 1), ("EVIDENCEMARK", "evidence", 2), ("NOTEMARK", "surveys", 1)])
    func flipped(mark: String, table: String, row: Int) throws {
        let workplace = try filled()
        try workplace.flippingBytes(of: mark) { found in
            #expect(found.count == 1)
            #expect(found.first?.kind == .row && found.first?.month == april && found.first?.revision == 1)
            #expect(found.first?.table == table && found.first?.registrationNumber == "DJ1007")
            #expect(found.first?.row == row)
        }
    }

    @Test(
        "What can't be read any more is told like any other edit",
        arguments: [
            ("UPDATE statuses SET evidence = '[[1' WHERE revision = 2 AND registration = 7", LedgerFault.Kind.row),
            ("UPDATE revisions SET identity = 'none' WHERE id = 2", .chain),
            ("UPDATE revisions SET published = 'none' WHERE id = 2", .chain),
            ("DELETE FROM records", .row),
        ])
    func unreadable(edit: String, kind: LedgerFault.Kind) throws {
        let workplace = try filled()
        try sqlite(workplace.path, edit)
        let found = try workplace.faults()
        #expect(!found.isEmpty && found.allSatisfy { $0.kind == kind && $0.month == april })
    }

    @Test(
        "What a revision says of itself is told, and evidence that changed places",
        arguments: [
            ("UPDATE revisions SET program = '' WHERE id = 2", LedgerFault.Kind.chain),
            ("UPDATE revisions SET people = people + 1 WHERE id = 2", .chain),
            ("UPDATE revisions SET intakes = 'x' WHERE id = 2", .chain),
            ("UPDATE evidence SET ordinal = ordinal + 5 WHERE registration = 7", .row),
            ("DELETE FROM evidence WHERE registration = 7 AND ordinal = 1", .row),
        ])
    func moved(edit: String, kind: LedgerFault.Kind) throws {
        let workplace = try filled()
        try sqlite(workplace.path, edit)
        let found = try workplace.faults()
        #expect(found.contains { $0.kind == kind } && found.allSatisfy { $0.month == april })
    }

    @Test("Earlier revisions that were taken out leave a gap")
    func gap() throws {
        let workplace = try filled()
        let ledger = try workplace.open()
        for inputs in ["v2", "v3"] {
            try ledger.run(basis(may, inputs: inputs), (1...39).map { person($0, in: may) })
        }
        try ledger.close()
        try sqlite(workplace.path, "DELETE FROM revisions WHERE month = \(may.index) AND number = 2")
        let found = try workplace.faults()
        #expect(Set(found.map(\.kind)) == [.gap, .table] && found.first?.month == may)
        try sqlite(workplace.path, "DELETE FROM months WHERE month = \(april.index)")
        #expect(try workplace.faults().filter { $0.kind == .gap }.map(\.month) == [april, may])
        try sqlite(workplace.path, "DELETE FROM revisions WHERE month = \(may.index)")
        let orphans = try workplace.faults()
        #expect(Set(orphans.map(\.kind)) == [.gap, .table] && orphans.contains { $0.table == "statuses" })
    }

    @Test(
        "Views, tables, indices and triggers that the program did not make so are told by name",
        arguments: [
            ("DROP VIEW v_evidence_current", "v_evidence_current"),
            ("CREATE TRIGGER quiet AFTER INSERT ON statuses BEGIN DELETE FROM statuses; END", "quiet"),
            ("ALTER TABLE people ADD COLUMN more TEXT", "people"),
            ("DROP INDEX answers_by_intake", "answers_by_intake"),
            ("DROP TABLE towns", "towns"),
        ])
    func schema(edit: String, name: String) throws {
        let workplace = try filled()
        try sqlite(workplace.path, edit)
        let found = try workplace.faults()
        #expect(found.map(\.kind) == [.schema] && found.first?.table == name && found.first?.month == nil)
    }

    @Test("A month that is none is told", arguments: ["revisions", "months"])
    func noMonth(table: String) throws {
        let workplace = try filled()
        try sqlite(workplace.path, "UPDATE \(table) SET month = 9000000000000 WHERE month = \(may.index)")
        let found = try workplace.faults()
        #expect(found.contains { $0.table == table && $0.month == nil })
    }

    @Test("A month whose revision that counts is not its last is told")
    func current() throws {
        let workplace = try filled()
        let ledger = try workplace.open()
        try ledger.run(basis(april, inputs: "v2"), (1...39).map { person($0, in: april) })
        try ledger.close()
        try sqlite(workplace.path, "UPDATE months SET revision = 2 WHERE month = \(april.index)")
        let found = try workplace.faults()
        #expect(found.map(\.kind) == [.current] && found.first?.month == april)
    }

    @Test("A chain head that was changed is told")
    func chain() throws {
        let workplace = try filled()
        let ledger = try workplace.open(.readOnly)
        let head = try #require(try ledger.currentRevision(of: april)).chainHead.description
        try ledger.close()
        let url = URL(fileURLWithPath: workplace.path)
        var bytes = try Data(contentsOf: url)
        let place = try #require(bytes.firstRange(of: Data(head.utf8)))
        bytes[place.lowerBound] = bytes[place.lowerBound] == 0x30 ? 0x31 : 0x30
        try bytes.write(to: url)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: url.path)
        let kinds = try workplace.faults().map(\.kind)
        #expect(!kinds.isEmpty && kinds.allSatisfy { $0 == .chain || $0 == .previous })
    }

    @Test("A closed month takes no new revision until it is opened again; both acts are audited")
    func closing() throws {
        let workplace = try filled()
        let ledger = try workplace.open()
        let act = AuditedAct(at: "2026-06-01T00:00:00Z", who: "li", what: "close 2026-04")
        #expect(try ledger.closeMonth(april, act))
        #expect(try ledger.closings() == [april: "2026-06-01T00:00:00Z"])
        #expect(try !ledger.closeMonth(april, AuditedAct(at: "2026-07-01T00:00:00Z", who: "li", what: "close 2026-04")))
        #expect(try ledger.closings() == [april: "2026-06-01T00:00:00Z"], "the first closing stands")
        #expect(throws: LedgerError.self) { try ledger.plan(basis(april, inputs: "v2")) }
        _ = try ledger.plan(basis(may, inputs: "v2"))
        let opening = AuditedAct(at: "2026-08-01T00:00:00Z", who: "li", what: "x", reason: "y")
        #expect(try ledger.reopenMonth(april, opening) && !ledger.reopenMonth(april, opening))
        #expect(try ledger.closings().isEmpty)
        _ = try ledger.plan(basis(april, inputs: "v2"))
        #expect(throws: LedgerError.self) { try ledger.closeMonth(may.adding(1), act) }
        #expect(try sqlite(workplace.path, "SELECT what FROM audit ORDER BY id") == "close 2026-04\nx\n")
        #expect(try ledger.faults().isEmpty)
    }

    @Test("A backup holds the same ledger, and takes no name that is there")
    func backup() throws {
        let workplace = try filled()
        let ledger = try workplace.open(.readOnly)
        let copy = workplace.folder.appendingPathComponent("copy.sqlite").path
        try ledger.backUp(to: copy)
        let other = try Ledger.open(copy, access: .readOnly)
        #expect(try other.dump() == ledger.dump())
        #expect(try other.faults().isEmpty)
        #expect(throws: LedgerError.self) { try ledger.backUp(to: copy) }
    }
}
