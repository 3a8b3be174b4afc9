import Foundation
import Testing

/// Work lists and a ledger, filled by openpyxl and saved again by LibreOffice, come back (fixtures/answers/make.py).
@Suite("Filled work lists come back", .serialized)
struct AnswersTests {
    private static let folder = Program.root.appending(path: "fixtures/answers").path

    private struct Expected {
        let file, cell, number, day, method, outcome, employer: String

        init(_ row: [String: String]) throws {
            func value(_ key: String) throws -> String { try #require(row[key]) }
            (file, cell, number) = (try value("file"), try value("cell"), try value("registration_number"))
            (day, method) = (try value("answered_on"), try value("method"))
            (outcome, employer) = (try value("outcome"), try value("employer"))
        }
    }

    private static func expected() throws -> [Expected] {
        try CSVTable("\(folder)/expected.csv").records.map(Expected.init)
    }

    private static func files() throws -> [String] {
        try Files.list(folder).filter { $0.hasSuffix(".xlsx") }.map { "\(folder)/\($0)" }
    }

    @Test("every answer lands on its person, every bad one comes back with its cell, and again is no news")
    func answers() throws {
        let months = try LedgerMonths(["2026-08", "2026-09"])
        let expected = try Self.expected()
        let back = months.folder.path("back")
        let output = try months.command(["survey"] + Self.files() + ["--out", back])
        #expect(output.split(separator: "\n").count == 21)
        let dump = try months.command(["ledger", "export", "--form", "canonical"])
        let taken = expected.filter { $0.cell.isEmpty && !$0.method.isEmpty }
        let lines = dump.split(separator: "\n").filter { $0.hasPrefix("answers\t") }.map {
            $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
        #expect(lines.count == taken.count && taken.count >= 15)
        for answer in taken {
            let line = try #require(lines.first { $0[2] == answer.number }, "\(answer.file)")
            #expect([line[4], line[5], line[6]] == [answer.method, answer.outcome, answer.employer])
            #expect(line[1] == String(2026 * 12 + 9), "known from the month of its day")
        }
        #expect(dump.contains("confirmations\t"))
        let refused = expected.filter { !$0.cell.isEmpty }
        for file in Set(refused.map(\.file)) {
            let text = try WorkbookText.of("\(back)/退回_\(file)")
            for row in refused where row.file == file {
                #expect(text.contains("\t\(row.cell)\t"), "\(file) \(row.cell)")
            }
        }
        #expect(try Files.list(back).count == Set(refused.map(\.file)).count)
        let again = try months.command(["survey"] + Self.files() + ["--out", back])
        let told = again.split(separator: "\n")
        #expect(told.count == 21 && told.allSatisfy { $0.contains(": 0 answers, 0 confirmations") })
        #expect(try months.command(["ledger", "export", "--form", "canonical"]) == dump)
        #expect(try months.command(["ledger", "verify"]).hasPrefix("2 months agree"))
    }

    @Test("what came back counts: in the next month as told, and as confirmed in the month it was confirmed for")
    func counted() throws {
        let months = try LedgerMonths(["2026-08", "2026-09"])
        _ = try months.command(["survey"] + Self.files() + ["--out", months.folder.path("back")])
        try months.run("2026-09")
        let september = try CSVTable(months.path("2026-09/ledger.csv")).records
        let confirmed = september.filter { $0["confirmed_status"] == "employed" }
        #expect(confirmed.map { $0["confirmed_by"] } == ["赵六"] && confirmed[0]["confirmed_on"] == "2026-10-12")
        #expect(confirmed[0]["revision"] == "2")
        try months.run("2026-10")
        let october = try CSVTable(months.path("2026-10/ledger.csv")).records
        let methods = Dictionary(uniqueKeysWithValues: october.map { ($0["registration_number"], $0["method"] ?? "") })
        for answer in try Self.expected() where answer.cell.isEmpty && answer.outcome == "still_unemployed" {
            #expect(methods[answer.number]?.contains(answer.method) ?? true, "\(answer.number)")
        }
        let told = try Self.expected().filter { $0.cell.isEmpty && $0.method == "visit" && $0.outcome == "employed" }
        let statuses = Dictionary(uniqueKeysWithValues: october.map { ($0["registration_number"], $0["status"]) })
        #expect(told.contains { statuses[$0.number] == "employed" })
    }

    @Test("the returned rows, mended, are taken in; --strict takes nothing of a file with a bad row")
    func mended() throws {
        let months = try LedgerMonths(["2026-08", "2026-09"])
        let file = try #require(try Self.files().first { $0.contains("openpyxl_440233104") })
        let strict = try Program.run(
            ["survey", file, "--strict", "--out", months.folder.path("back"), "--ledger", months.ledger])
        #expect(strict.status == 65)
        let dump = try months.command(["ledger", "export", "--form", "canonical"])
        #expect(!dump.contains("answers\t"))
        _ = try months.command(["survey", file, "--out", months.folder.path("back")])
        let name = "退回_" + URL(filePath: file).lastPathComponent
        let rows = try WorkbookText.of(months.folder.path("back/\(name)")).split(separator: "\n")
            .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
        let header = try #require(rows.first { $0.contains("登记编号") })
        var row = try #require(rows.first { $0.first == "核查名单" })
        row += Array(repeating: "", count: header.count - row.count)
        for (heading, value) in ["调查方式": "电话", "调查日期": "2026-10-09", "调查结果": "仍失业"] {
            row[try #require(header.firstIndex(of: heading))] = value
        }
        let csv = [header, row].map { $0.map { "\"\($0)\"" }.joined(separator: ",") }.joined(separator: "\n")
        try Files.write(Array(csv.utf8), to: months.folder.path("mended.csv"))
        let output = try months.command(["survey", months.folder.path("mended.csv")])
        #expect(output.contains(": 1 answers"))
    }

    @Test("a workbook of returned rows that is being mended stays; handed in as it is, its name does not grow")
    func returned() throws {
        let months = try LedgerMonths(["2026-08", "2026-09"])
        let file = try #require(try Self.files().first { $0.contains("openpyxl_440233104") })
        let (back, name) = (months.folder.path("back"), "退回_openpyxl_440233104")
        for _ in 1...2 { _ = try months.command(["survey", file, "--out", back]) }
        #expect(try Files.list(back) == ["\(name).xlsx"])
        let strict = try Program.run(["survey", file, "--strict", "--out", back, "--ledger", months.ledger])
        #expect(strict.errors.contains("\(name).xlsx"))
        let kept = try Files.data("\(back)/\(name).xlsx")
        _ = try months.command(["survey", "\(back)/\(name).xlsx", "--out", back])
        #expect(try Files.data("\(back)/\(name).xlsx") == kept)
        #expect(try Files.list(back) == ["\(name).xlsx", "\(name)_2.xlsx"])
        let folder = try Program.run(["survey", back, "--ledger", months.ledger])
        #expect(folder.status == 66 && folder.errors.contains("E237"))
    }

    @Test("where nothing but answers came, diff tells nothing else as the cause")
    func causes() throws {
        let months = try LedgerMonths(["2026-08", "2026-09", "2026-10"])
        _ = try months.command(["survey"] + Self.files() + ["--out", months.folder.path("back")])
        let told = try Self.expected().filter { $0.cell.isEmpty && !$0.method.isEmpty }.map(\.number)
        let october = Set(
            try CSVTable(months.path("2026-10/ledger.csv")).records.compactMap { $0["registration_number"] })
        let explained = try told.filter(october.contains).map {
            try months.command(["explain", $0, "--month", "2026-10"])
        }
        #expect(!explained.isEmpty && explained.allSatisfy { $0.contains("(came after this revision)") })
        #expect(explained.allSatisfy { !$0.contains("the result differs") })
        try months.run("2026-10")
        let diff = try months.command(["diff", "2026-10r1", "2026-10r2"])
        let causes = diff.split(separator: "\n").dropFirst().filter { $0.contains("→") }
        #expect(!causes.isEmpty && causes.allSatisfy { $0.contains("survey") }, "\(diff)")
    }

    @Test("an answer without surveyor, of a day to come, or with a job that begins after it, comes back with its line")
    func implausible() throws {
        let months = try LedgerMonths(["2026-08"])
        let rows = try CSVTable(months.path("2026-08/ledger.csv")).records
        let row = try #require(rows.first { $0["status"] == "unemployed" })
        let (number, name) = (try #require(row["registration_number"]), try #require(row["name"]))
        let lines = [
            "登记编号,姓名,调查方式,调查日期,调查结果,单位名称,就业日期,备注,调查人",
            "\(number),\(name),电话,2026-09-10,仍失业,,,\"两\n行\",李",
            "\(number),\(name),电话,2026-09-11,仍失业,,,,",
            "\(number),\(name),电话,2027-09-11,仍失业,,,,李",
            "\(number),\(name),电话,2026-09-12,单位就业,某厂,2026-10-01,,李",
            "\(number),\(name),电话,2026-09-13,单位就业,某厂,不知,,李",
        ]
        try Files.write(Array(lines.joined(separator: "\n").utf8), to: months.folder.path("list.csv"))
        let output = try months.command(["survey", months.folder.path("list.csv")])
        #expect(output.contains(": 1 answers") && output.contains("4 "), "\(output)")
        let back = try WorkbookText.of(months.folder.path("退回/退回_list.xlsx"))
        let reasons = [
            "第 4 行「调查人」\t「调查人」为空", "第 5 行「调查日期」\t调查日期晚于 2026-10-31", "第 6 行「就业日期」\t就业日期晚于调查日期",
            "第 7 行「就业日期」\t「就业日期」不是日期",
        ]
        for reason in reasons { #expect(back.contains(reason), "\(reason) in \(back)") }
        #expect(!back.contains("按未填处理"))
        #expect(try months.query("SELECT row FROM answers") == "2")
    }

    @Test("of a list without the column of numbers, or with two of results, the column is told")
    func columns() throws {
        let months = try LedgerMonths(["2026-08"])
        let headers = [("登记编号,调查方式,调查日期,调查结果,调查结果", "调查结果"), ("姓名,调查方式,调查日期,调查结果", "登记编号")]
        for (header, column) in headers {
            try Files.write(Array("\(header)\n1,2,3,4,5\n".utf8), to: months.folder.path("x.csv"))
            let other = try Program.run(["survey", months.folder.path("x.csv"), "--ledger", months.ledger])
            #expect(other.status == 65 && other.errors.contains("E210"))
            #expect(other.errors.contains(column), "\(other.errors)")
        }
    }

    @Test(
        "sheets that were not read are named, and stop --strict; a sheet of answers that lacks a column stops the file")
    func sheets() throws {
        let months = try LedgerMonths(["2026-08", "2026-09"])
        func survey(_ name: String, _ more: [String] = []) throws -> Program.Outcome {
            let file = Program.root.appending(path: "fixtures/answers-sheets/\(name).xlsx").path
            let arguments = ["survey", file, "--out", months.folder.path("back"), "--ledger", months.ledger]
            return try Program.run(arguments + ["--language", "en"] + more)
        }
        for name in ["no_results", "hidden"] {
            let strict = try survey(name, ["--strict"])
            #expect(strict.status == 65)
            let told = try survey(name)
            #expect(told.status == 0 && told.output.contains("sheets not read: 第二组"), "\(told.errors)")
        }
        let lacking = try survey("no_numbers")
        #expect(lacking.status == 65 && lacking.errors.contains("no_numbers.xlsx!第二组"), "\(lacking.errors)")
        let whole = try months.command(["survey"] + Self.files() + ["--out", months.folder.path("back")])
        #expect(!whole.contains("not read"))
    }

    @Test("an empty file is no ledger, and is not made one")
    func emptyLedger() throws {
        let folder = try TemporaryFolder()
        try Files.write([], to: folder.path("empty.sqlite"))
        let good = try #require(try Self.files().first)
        let outcome = try Program.run(["survey", good, "--ledger", folder.path("empty.sqlite")])
        #expect(outcome.status == 65)
        #expect(try Files.data(folder.path("empty.sqlite")).isEmpty)
    }

    @Test("a file that is neither list nor ledger is exit 65, one that is not there 66")
    func others() throws {
        let months = try LedgerMonths(["2026-08"])
        try Files.write(Array("甲,乙\n1,2\n".utf8), to: months.folder.path("x.csv"))
        let other = try Program.run(["survey", months.folder.path("x.csv"), "--ledger", months.ledger])
        #expect(other.status == 65 && other.errors.contains("E231"))
        #expect(try Program.run(["survey", "/nowhere.xlsx", "--ledger", months.ledger]).status == 66)
        let good = try #require(try Self.files().first { $0.contains("openpyxl_440222101") })
        let mixed = try Program.run(["survey", good, months.folder.path("x.csv"), "--ledger", months.ledger])
        #expect(mixed.status == 65)
        #expect(try !months.command(["ledger", "export", "--form", "canonical"]).contains("answers\t"))
    }
}
