import Foundation
import Ledger
import Roster
import Testing

@Suite("Ledgers of older programs")
struct MigrationTests {
    /// Two months that a program wrote: of tables version 2 of twelve people without evidence, of versions 3 and 4 of the
    /// fixtures, with answers.
    private func older(_ version: Int = 2) throws -> Workplace {
        let workplace = try Workplace()
        let packed = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "fixtures/ledgers/v\(version).sqlite.gz")
        try Data(contentsOf: packed).write(to: URL(filePath: workplace.path + ".gz"))
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["gzip", "-d", workplace.path + ".gz"]
        try process.run()
        process.waitUntilExit()
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: workplace.path)
        return workplace
    }

    private let september = Month(year: 2026, month: 9)

    @Test("a reader refuses them; a writer brings them up, keeps a copy, and every digest still holds")
    func broughtUp() throws {
        let workplace = try older()
        let before = try Data(contentsOf: URL(filePath: workplace.path))
        #expect(throws: LedgerError.self) { _ = try workplace.open(.readOnly) }
        #expect(try Data(contentsOf: URL(filePath: workplace.path)) == before)
        let ledger = try workplace.open()
        #expect(try ledger.months().map(\.people) == [12, 12])
        #expect(try ledger.faults().isEmpty)
        #expect(FileManager.default.fileExists(atPath: workplace.path + ".v2"))
        let month = try #require(september)
        #expect(try ledger.pipeline(of: month)?.files.isEmpty == true)
        try ledger.closeMonth(month, AuditedAct(at: "t", who: "w", what: "close"))
        try ledger.close()
        #expect(try workplace.open(.readOnly).closings() == [month: "t"])
    }

    @Test("evidence of version 3 says the same from records that are kept once")
    func records() throws {
        let workplace = try older(3)
        let query = """
            SELECT json_array(month, registration_number, ordinal, kind, source, file, row, grade, weight, period, "values",
                used, reason)
            FROM v_evidence_current ORDER BY month, registration_number, ordinal
            """
        let before = try sqlite(workplace.path, query)
        let ledger = try workplace.open()
        #expect(try ledger.faults().isEmpty && ledger.months().map(\.people) == [600, 597])
        #expect(FileManager.default.fileExists(atPath: workplace.path + ".v3"))
        try ledger.close()
        #expect(try sqlite(workplace.path, query) == before && before.count(where: \.isNewline) == 6855)
        #expect(try sqlite(workplace.path, "SELECT count(*) FROM records") == "4686\n")
    }

    @Test("their tables are then those of a new ledger", arguments: [2, 3, 4])
    func sameTables(version: Int) throws {
        let (old, new) = (try older(version), try Workplace())
        try old.open().close()
        try new.open().close()
        let query = """
            SELECT m.name || ' ' || c.name || ' ' || c.type || c."notnull" || c.pk
            FROM sqlite_schema m JOIN pragma_table_xinfo(m.name) c
            WHERE m.type IN ('table', 'view') ORDER BY m.name, c.name
            """
        #expect(try sqlite(old.path, query) == sqlite(new.path, query))
        #expect(try !sqlite(new.path, query).isEmpty)
    }

    @Test("answers of version 4 say the same, each the one that counts")
    func answers() throws {
        let workplace = try older(4)
        let queries = [
            "SELECT json_array(registration, answered_on, method, outcome, employer, note, intake, sheet, row) FROM answers",
            "SELECT json_array(registration, month, confirmed_on, status, confirmed_by, intake) FROM confirmations",
        ]
        let before = try queries.map { try sqlite(workplace.path, $0 + " ORDER BY 1") }
        let ledger = try workplace.open()
        #expect(try ledger.faults().isEmpty)
        try ledger.close()
        #expect(try queries.map { try sqlite(workplace.path, $0 + " ORDER BY 1") } == before && !before[0].isEmpty)
        #expect(try sqlite(workplace.path, "SELECT max(repeats) FROM answers") == "0\n")
        try sqlite(workplace.path, "UPDATE intakes SET taken_by = 'somebody else'")
        #expect(try Set(workplace.faults().map(\.kind)) == [.intake])
    }

    @Test("a copy made before is not overwritten")
    func copies() throws {
        let workplace = try older()
        try Data("mine".utf8).write(to: URL(filePath: workplace.path + ".v2"))
        try workplace.open().close()
        #expect(try Data(contentsOf: URL(filePath: workplace.path + ".v2")) == Data("mine".utf8))
        #expect(FileManager.default.fileExists(atPath: workplace.path + ".v2-2"))
    }
}
