import Digest
import Roster
import Testing

@testable import Ledger

@Suite("The tables themselves")
struct SchemaTests {
    /// Two months in which numbers, files and employers do not come to the tables in their order, and one re-run.
    private func filled(_ workplace: Workplace) throws -> Ledger {
        let ledger = try workplace.open()
        try ledger.run(basis(march), [5, 9].map { rich($0, march, file: "z.csv") })
        try ledger.run(basis(april), [1, 5, 7, 9].map { rich($0, april, file: "b.csv") }, otherChanges: others)
        try ledger.run(basis(march, inputs: "v2"), [3, 5].map { rich($0, march, file: "a.csv") })
        return ledger
    }

    private var others: [ChangeRow] {
        [3, 4].map {
            ChangeRow(month: april, registrationNumber: "DJ100\($0)", change: .vanished, cause: "data")
        }
    }

    private func rich(_ number: Int, _ month: Month, file: String) -> PersonMonth {
        var one = person(number, in: month, status: "employed")
        one.row.validUntil = month.lastDay
        one.row.evidence = [2, 1].map { RecordReference(source: SourceName("pension"), file: file, row: $0) }
        one.evidence = [8, 4].map {
            evidence(.death(DeathRecord(diedOn: march.firstDay, origin: "")), row: $0, file: file)
        }
        one.surveys = [answer(month.lastDay, .refused), answer(month.firstDay, .other)]
        one.employerMonths = ["厂\(9 - number)", "A"].map {
            EmployerMonth(month: month, employerKey: $0, employerName: "", isStrong: true, isPaid: false)
        }
        one.listed = ListedNote(phone: "0751-\(number)", help: [])
        one.change = ChangeRow(
            month: month, registrationNumber: one.row.registrationNumber, change: .foundJob, cause: "data")
        return one
    }

    @Test("The digests of every revision can be made again from the tables alone", arguments: CanonicalQuery.allCases)
    func digests(table: CanonicalQuery) throws {
        let workplace = try Workplace()
        let ledger = try filled(workplace)
        let compared = try ledger.connection.read { session in
            let files = try FileNames(in: session)
            let query = "SELECT id, \(table.rawValue)_digest FROM revisions ORDER BY id"
            let stored = try session.all(query) { ($0.integer(0), $0.text(1)) }
            for (revision, digest) in stored {
                var serializer = RowSerializer()
                try session.forEach(table.sql, [.integer(revision)]) { row in
                    _ = serializer.row(try row.canonicalCells(of: table, files: files))
                }
                #expect(ContentDigest(of: serializer.bytes).description == digest)
            }
            return stored.count
        }
        #expect(compared == 3)
    }

    @Test("Every key that a row names is in its table")
    func keys() throws {
        let workplace = try Workplace()
        let ledger = try filled(workplace)
        let (astray, isChecked) = try ledger.connection.read { session in
            (
                try session.all("PRAGMA foreign_key_check") { $0.text(0) },
                try session.first("PRAGMA foreign_keys") { $0.integer(0) }
            )
        }
        #expect(astray.isEmpty && isChecked == 1)
    }

    @Test("Employers are told apart by the bytes of their names, as the digest of their months tells them apart")
    func employerNames() throws {
        let workplace = try Workplace()
        let ledger = try workplace.open()
        let people = ["Caf\u{e9}", "Cafe\u{301}"].enumerated().map { number, name in
            var one = person(number + 1, in: march)
            one.employerMonths = [
                EmployerMonth(month: march, employerKey: "", employerName: name, isStrong: true, isPaid: true)
            ]
            return one
        }
        try ledger.run(basis(march), people)
        let (stored, made) = try ledger.connection.read { session in
            var serializer = RowSerializer()
            try session.forEach(CanonicalQuery.employers.sql, [.integer(1)]) { row in
                _ = serializer.row((0..<row.count).map(row.cell))
            }
            let digest = try session.first("SELECT employers_digest FROM revisions") { $0.text(0) }
            return (digest, ContentDigest(of: serializer.bytes).description)
        }
        #expect(stored == made)
    }

    @Test("A seal can be made again from its row", arguments: [CanonicalQuery.statuses, .evidence, .surveys])
    func seals(table: CanonicalQuery) throws {
        let workplace = try Workplace()
        let ledger = try filled(workplace)
        try ledger.connection.read { session in
            let files = try FileNames(in: session)
            var seals: Set<Int64> = []
            try session.forEach(table.sql, [.integer(1)]) { row in
                var serializer = RowSerializer()
                seals.insert(serializer.row(try row.canonicalCells(of: table, files: files)))
            }
            let query = "SELECT seal FROM \(table.rawValue) WHERE revision = 1"
            #expect(try Set(session.all(query) { $0.integer(0) }) == seals)
            #expect(seals.count > 1)
        }
    }

    @Test("The view of the current ledger shows the published columns")
    func ledgerView() throws {
        let workplace = try Workplace()
        let ledger = try filled(workplace)
        let found = try ledger.connection.read { session in
            try session.all(
                """
                SELECT month, registration_number, registered_on, valid_until, evidence, needs_verification, revision
                FROM v_ledger_current WHERE month = '2026-03' ORDER BY registration_number
                """
            ) { row in (0..<row.count).map { row.cell($0).description } }
        }
        #expect(
            found
                == ["DJ1003", "DJ1005"].map {
                    ["2026-03", $0, "2026-03-01", "2026-03-31", "pension:a.csv:2;pension:a.csv:1", "0", "2"]
                })
    }

    @Test("The other views can be read", arguments: [("v_status_history", 8), ("v_evidence_current", 12)])
    func views(name: String, count: Int64) throws {
        let workplace = try Workplace()
        let ledger = try filled(workplace)
        let found = try ledger.connection.read { session in
            try session.first("SELECT count(*) FROM (SELECT * FROM \(name))") { $0.integer(0) }
        }
        #expect(found == count)
    }

    @Test("What the roster says of a person is kept once as long as it says the same")
    func personVersions() throws {
        let workplace = try Workplace()
        let ledger = try workplace.open()
        for month in [march, april, may] {
            var two = person(2, in: month)
            two.row.name = month == april ? "李" : "王"
            try ledger.run(basis(month), [person(1, in: month), two])
        }
        let versions = try ledger.connection.read { session in
            try session.all("SELECT count(*) FROM people GROUP BY registration ORDER BY registration") { $0.integer(0) }
        }
        #expect(versions == [1, 2])
        #expect(try ledger.rows(of: april).map(\.name) == ["王1", "李"])
        #expect(try ledger.rows(of: may).map(\.name) == ["王1", "王"])
    }

    @Test("A closed month takes no revision")
    func closed() throws {
        let workplace = try Workplace()
        let ledger = try filled(workplace)
        try ledger.connection.write { session in
            try session.execute("UPDATE months SET closed_at = 'x' WHERE month = ?", [Cell(march.index)])
        }
        #expect(throws: LedgerError(.closed, path: workplace.path, detail: "2026-03")) {
            try ledger.plan(basis(march, inputs: "v3"))
        }
    }
}
