import Foundation
import Testing

/// What docs/ledger.md and docs/ledger-schema.md say holds.
@Suite("The ledger's handbook", .serialized)
struct HandbookTests {
    private static let docs = Program.root.appending(path: "docs").path

    private static func questions() throws -> [String] {
        let text = try String(contentsOfFile: "\(docs)/ledger.md", encoding: .utf8)
        return text.matches(of: #/```sql\n([^`]*)```/#).map { String($0.1) }
    }

    @Test("the five questions are answered by plain SQLite, with the figures of the published files")
    func questions() throws {
        let months = try LedgerMonths(["2026-08", "2026-09", "2026-10"])
        let questions = try Self.questions()
        #expect(questions.count == 5)
        let answers = try questions.map { question in
            // The first column of each row, and with it whether there are rows.
            try months.query(question).split(separator: "\n").map(String.init)
        }
        #expect(answers.allSatisfy { !$0.isEmpty })
        let rows = try CSVTable(months.path("2026-10/ledger.csv")).records
        #expect(Set(answers[0]) == Set(rows.compactMap { $0["status"] }))
        #expect(answers[1] == Set(rows.compactMap { $0["county_code"] }).sorted())
        let found = rows.filter { $0["previous_status"] == "unemployed" && $0["status"] == "employed" }
        #expect(Set(answers[2]) == Set(found.compactMap { $0["registration_number"] }))
        let counted = try months.query(questions[0].replacing("SELECT status, count(*)", with: "SELECT count(*)"))
        #expect(counted.split(separator: "\n").compactMap { Int($0) }.reduce(0, +) == rows.count)
    }

    @Test("the page of tables is what the program makes of a ledger")
    func schema() throws {
        let months = try LedgerMonths(["2026-08"])
        let page = try months.command(["ledger", "schema"])
        #expect(try page == String(contentsOfFile: "\(Self.docs)/ledger-schema.md", encoding: .utf8))
    }

    @Test("every command that looks into the ledger for data is in its audit, and no other")
    func audited() throws {
        let months = try LedgerMonths(["2026-08"])
        for command in [
            ["ledger", "months"], ["ledger", "verify"], ["ledger", "schema"], ["diff", "2026-08", "2026-08"],
        ] {
            _ = try months.command(command)
        }
        #expect(try months.auditCount() == 0)
        _ = try months.command(["ledger", "export"])
        _ = try months.command(["ledger", "backup", months.folder.path("copy.sqlite")])
        _ = try months.command(["ledger", "close", "2026-08"])
        _ = try months.command(["ledger", "reopen", "2026-08", "--reason", "补报"])
        let acts = try months.query("SELECT what || ' ' || coalesce(reason, '') FROM audit ORDER BY id")
            .split(separator: "\n")
        #expect(
            acts.map { String($0.prefix { $0 != "/" }) } == [
                "export csv all ", "backup ", "close 2026-08 ", "reopen 2026-08 补报",
            ])
        #expect(try months.query("SELECT count(*) FROM runs") == "1")
    }
}
