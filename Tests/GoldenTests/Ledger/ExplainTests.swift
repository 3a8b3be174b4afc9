import Foundation
import Testing

/// `explain`, `diff`, `report` and `worklist` tell of months from the ledger alone.
@Suite("Questions answered from the ledger", .serialized)
struct ExplainTests {
    private struct Explanation: Decodable {
        struct Person: Decodable { let idNumber, name, registrationNumber: String }
        struct Decision: Decodable { let status, rule, month: String }
        struct Step: Decodable {
            let rule: String
            let holds: Bool
            let line: Int
        }
        struct Evidence: Decodable {
            let source, file, grade, reason: String
            let row: Int
            let isUsed: Bool
        }
        struct Alternative: Decodable { let kind, what, status, rule: String }
        struct Line: Decodable { let month, status: String }

        let person: Person
        let decision: Decision
        let path: [Step]
        let evidence: [Evidence]
        let alternatives: [Alternative]
        let history: [Line]
        let isReproduced: Bool?
    }

    private static func explain(_ arguments: [String], in months: LedgerMonths) throws -> Explanation {
        let output = try months.command(["explain", "--json"] + arguments)
        return try JSONDecoder().decode(Explanation.self, from: Data(output.utf8))
    }

    @Test("a person of every rule: evidence as in evidence.csv, the rule's line in the pipeline, decided anew the same")
    func everyRule() throws {
        let months = try LedgerMonths(["2026-08", "2026-09", "2026-10"])
        let before = try Files.data(months.ledger)
        let pipeline = try String(contentsOfFile: Program.pipeline, encoding: .utf8)
            .split(separator: "\n", omittingEmptySubsequences: false)
        let evidence = Dictionary(grouping: try CSVTable(months.path("2026-10/evidence.csv")).records) {
            $0["registration_number"] ?? ""
        }
        var rules: Set<String> = []
        for row in try CSVTable(months.path("2026-10/ledger.csv")).records {
            guard let rule = row["rule"], rules.insert(rule).inserted else { continue }
            let number = try #require(row["registration_number"])
            let found = try Self.explain([number], in: months)
            #expect(found.isReproduced == true && found.decision.status == row["status"], "\(rule)")
            #expect(found.path.last?.rule == rule && found.path.count { $0.holds } == 1)
            for step in found.path { #expect(pipeline[step.line - 1].contains(step.rule)) }
            let records = evidence[number] ?? []
            #expect(
                found.evidence.map { "\($0.file):\($0.row)" }
                    == records.map { "\($0["file"] ?? ""):\($0["row"] ?? "")" })
            #expect(found.evidence.map(\.isUsed) == records.map { $0["used"] == "1" })
            #expect(found.history.last?.month == "2026-10")
            #expect(found.alternatives.allSatisfy { $0.status != found.decision.status })
        }
        #expect(rules.count >= 13)
        #expect(try Files.data(months.ledger) == before, "looking changes no byte")
    }

    @Test(
        "masked unless asked for otherwise, which the audit keeps; by ID number too; the page holds what the text holds"
    )
    func masked() throws {
        let months = try LedgerMonths(["2026-08", "2026-09"])
        let row = try #require(
            try CSVTable(months.path("2026-09/ledger.csv")).records.first {
                $0["status"] == "employed" && $0["id_number"]?.count == 18
            })
        let (number, id, name) = (
            try #require(row["registration_number"]), try #require(row["id_number"]), try #require(row["name"])
        )
        let text = try months.command(["explain", id])
        #expect(text.contains(number) && !text.contains(id) && !text.contains(name))
        let page = months.folder.path("why.html")
        _ = try months.command(["explain", number, "--month", "2026-08", "--html", page])
        let html = try String(contentsOfFile: page, encoding: .utf8)
        #expect(
            html.contains(number) && !html.contains(id) && !html.contains(name) && html.contains("default-src 'none'"))
        #expect(try months.auditCount() == 0)
        let whole = try Self.explain([number, "--unmasked"], in: months)
        #expect(whole.person.idNumber == id && whole.person.name == name)
        #expect(try months.auditCount() == 1)
        let unknown = try Program.run(["explain", "440000", "--ledger", months.ledger])
        #expect(unknown.status == 66 && unknown.errors.contains("E233"))
        let absent = try Program.run(["explain", number, "--month", "2030-01", "--ledger", months.ledger])
        #expect(absent.status == 66 && absent.errors.contains("E234"))
    }

    @Test("what would change the result does: without the answer or the record the month decides so")
    func alternatives() throws {
        let months = try LedgerMonths(["2026-08"])
        let suspected = try #require(
            try CSVTable(months.path("2026-08/ledger.csv")).records.first { $0["status"] == "suspected" })
        let found = try Self.explain([try #require(suspected["registration_number"])], in: months)
        #expect(found.alternatives.contains { $0.kind == "record_left_out" && $0.rule == "R13" })
        #expect(
            found.alternatives.contains { $0.kind == "answer" && $0.what == "still_unemployed" && $0.rule == "R13" })
    }

    @Test("a page takes the place of an unedited one of the same month and person, of no other")
    func pages() throws {
        let months = try LedgerMonths(["2026-08", "2026-09"])
        let people = try CSVTable(months.path("2026-08/ledger.csv")).records
        let numbers = try people.prefix(2).map { try #require($0["registration_number"]) }
        let why = months.folder.path("why.html")
        func explain(_ number: String, _ month: String) throws -> Int32 {
            try Program.run(["explain", number, "--month", month, "--html", why, "--ledger", months.ledger]).status
        }
        #expect(try explain(numbers[0], "2026-08") == 0)
        let page = try Files.data(why)
        #expect(try explain(numbers[1], "2026-08") == 73 && explain(numbers[0], "2026-09") == 73)
        #expect(try Files.data(why) == page)
        try months.run("2026-08", pipeline: try months.otherPipeline())
        #expect(try explain(numbers[0], "2026-08") == 0)
        let newer = try Files.data(why)
        #expect(newer != page, "of the second revision")
        try Files.write(Array(newer) + Array("<!-- seen -->\n".utf8), to: why)
        #expect(try explain(numbers[0], "2026-08") == 73)
        let report = try Program.run(
            ["report", "--month", "2026-09", "--out", months.path("2026-08"), "--ledger", months.ledger])
        #expect(report.status == 73)
    }

    @Test("what is no page of the program, or a list that was filled in, is not written over")
    func taken() throws {
        let months = try LedgerMonths(["2026-08"])
        let ledger = try Files.data(months.ledger)
        let number = try #require(try CSVTable(months.path("2026-08/ledger.csv")).records[0]["registration_number"])
        let page = try Program.run(["explain", number, "--html", months.ledger, "--ledger", months.ledger])
        #expect(page.status == 73 && page.errors.contains("E236"))
        #expect(try Files.data(months.ledger) == ledger)
        let why = months.folder.path("why.html")
        for _ in 1...2 { _ = try months.command(["explain", number, "--html", why]) }
        let lists = months.folder.path("lists")
        let list = ["worklist", "--month", "2026-08", "--out", lists]
        for _ in 1...2 { _ = try months.command(list) }
        let name = try #require(try Files.list(lists).first)
        try Files.write(Array(Files.data("\(lists)/\(name)")) + Array("filled in".utf8), to: "\(lists)/\(name)")
        let filled = try Files.data("\(lists)/\(name)")
        #expect(try Program.run(list + ["--ledger", months.ledger]).status == 73)
        #expect(try Files.data("\(lists)/\(name)") == filled)
        #expect(try !Files.list(lists).contains { $0.contains(".part") })
        try Files.write(Array("mine".utf8), to: "\(why).part")
        _ = try months.command(["explain", number, "--html", why])
        #expect(try Files.data("\(why).part") == Data("mine".utf8))
    }

    @Test("a number is found however it is written; no number is nobody's")
    func numbers() throws {
        let months = try LedgerMonths(["2026-08"])
        let row = try #require(
            try CSVTable(months.path("2026-08/ledger.csv")).records.first { $0["id_number"]?.last == "X" })
        let (id, number) = (try #require(row["id_number"]), try #require(row["registration_number"]))
        let wide = String(
            String.UnicodeScalarView(number.unicodeScalars.map { UnicodeScalar($0.value + 0xFEE0) ?? $0 }))
        let told = try months.command(["explain", number])
        #expect(try months.command(["explain", id.lowercased()]) == told)
        #expect(try months.command(["explain", " \(wide)"]) == told)
        #expect(try Program.run(["explain", "", "--ledger", months.ledger]).errors.contains("E233"))
    }

    @Test("report and work lists from the ledger alone are the bytes that were published")
    func again() throws {
        let months = try LedgerMonths(["2026-08", "2026-09"])
        _ = try months.command(["ledger", "close", "2026-08"])
        try months.run("2026-10")
        let out = months.folder.path("again")
        _ = try months.command(["report", "--month", "2026-10", "--out", out])
        #expect(try Files.data("\(out)/report.html") == Files.data(months.path("2026-10/report.html")))
        let earlier = months.folder.path("earlier")
        _ = try months.command(["report", "--month", "2026-09", "--out", earlier])
        #expect(try Files.data("\(earlier)/report.html") == Files.data(months.path("2026-09/report.html")))
        #expect(try Files.list(out) == ["report.html"])
        _ = try months.command(["worklist", "--month", "2026-10", "--out", "\(out)/worklists"])
        let lists = try Files.list("\(out)/worklists")
        #expect(try lists == Files.list(months.path("2026-10/worklists")) && lists.count > 20)
        for name in lists {
            #expect(try Files.data("\(out)/worklists/\(name)") == Files.data(months.path("2026-10/worklists/\(name)")))
        }
        let one = try months.command(["worklist", "--month", "2026-10", "--town", "440203001", "--out", "\(out)/one"])
        #expect(one.split(separator: "\n").count == 1)
        let none = try Program.run(
            ["worklist", "--month", "2026-10", "--town", "1", "--out", out, "--ledger", months.ledger])
        #expect(none.status == 66)
    }
}
