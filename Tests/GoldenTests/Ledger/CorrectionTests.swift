import Foundation
import Testing

/// Closed months, late data, re-runs: what the ledger says afterwards.
@Suite("Closed months and late data", .serialized)
struct CorrectionTests {
    /// October's exports, with a row for September of somebody who was unemployed then, and a death before its end.
    private static func late(_ number: String, id: String, name: String, in folder: TemporaryFolder) throws -> String {
        let data = folder.path("late")
        try Files.copy("\(Files.exports)/2026-10", to: "\(data)/2026-10")
        let row = "民政,\(name),\(id),2026-09-20\n"
        let text = "登记部门,姓名,证件号码,死亡日期\n" + row
        try Files.write(Array(text.utf8), to: "\(data)/2026-10/死亡人口名册_202610_补报.csv")
        return data
    }

    @Test("late data of a closed month are corrections in the next, told once; the closed rows stay, and verify passes")
    func corrected() throws {
        let months = try LedgerMonths(["2026-08", "2026-09"])
        let person = try #require(
            try CSVTable(months.path("2026-09/ledger.csv")).records.first {
                $0["status"] == "unemployed" && $0["id_number"]?.count == 18 && $0["method"] == "match"
            })
        let (number, id) = (try #require(person["registration_number"]), try #require(person["id_number"]))
        _ = try months.command(["ledger", "close", "2026-09"])
        let closed = try Files.data(months.path("2026-09/ledger.csv"))
        let data = try Self.late(number, id: id, name: person["name"] ?? "", in: months.folder)
        try months.run("2026-10", data: data)
        let changes = try CSVTable(months.path("2026-10/changes.csv")).records
        let mine = changes.filter { $0["registration_number"] == number && $0["change"] == "corrected" }
        #expect(mine.map { $0["corrected_month"] } == ["2026-09"])
        #expect(mine.first?["old_status"] == "unemployed" && mine.first?["new_status"] == "deceased")
        #expect(mine.first?["evidence"]?.hasPrefix("death:死亡人口名册_202610_补报.csv:") == true)
        let numbers = changes.map { $0["registration_number"] ?? "" }
        #expect(numbers == numbers.sorted())
        #expect(try Files.data(months.path("2026-09/ledger.csv")) == closed)
        let exported = try months.command(["ledger", "export", "--month", "2026-09"])
        #expect(Data(exported.utf8) == closed)
        #expect(try months.command(["ledger", "verify"]).hasPrefix("3 months agree"))
        // The same files again are the same month; the month after does not tell it again.
        let manifest = try Files.data(months.path("2026-10/manifest.json"))
        try months.run("2026-10", data: data)
        #expect(try Files.data(months.path("2026-10/manifest.json")) == manifest)
    }

    @Test("an open month run again with corrected files is a new revision, which diff explains; nothing is corrected")
    func openMonth() throws {
        let months = try LedgerMonths(["2026-08", "2026-09", "2026-10"])
        let person = try #require(
            try CSVTable(months.path("2026-10/ledger.csv")).records.first {
                $0["status"] == "unemployed" && $0["id_number"]?.count == 18 && $0["method"] == "match"
            })
        let (number, id) = (try #require(person["registration_number"]), try #require(person["id_number"]))
        try months.run("2026-10", data: try Self.late(number, id: id, name: person["name"] ?? "", in: months.folder))
        let changes = try CSVTable(months.path("2026-10/changes.csv")).records
        #expect(!changes.contains { $0["change"] == "corrected" })
        let diff = try months.command(["diff", "2026-10r1", "2026-10r2", "--list"])
        #expect(diff.contains("unemployed → deceased  data  1\n"))
        #expect(diff.contains("\(number)  unemployed → deceased  R13 → R01  data"))
        #expect(try Program.run(["diff", "2026-10r1", "2026-10r7", "--ledger", months.ledger]).status == 66)
    }

    @Test("another rule makes a revision whose differences are told as the rule's")
    func rules() throws {
        let months = try LedgerMonths(["2026-08"])
        let folder = months.folder.path("pipelines")
        try Files.copy(Program.root.appending(path: "pipelines").path, to: folder)
        let path = "\(folder)/shaoguan-monthly.yaml"
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let lenient = text.replacing("lostAfterMonths: 6", with: "lostAfterMonths: 60")
        try #require(lenient != text)
        try Files.write(Array(lenient.utf8), to: path)
        try months.run("2026-08", pipeline: path)
        let diff = try months.command(["diff", "2026-08r1", "2026-08r2"])
        #expect(diff.contains("lost_contact → unemployed  rule  "))
        #expect(!diff.contains("  data  "))
    }

    @Test("months in one go, with re-runs and other inputs between, end in the same dump")
    func sameDump() throws {
        let (straight, winding) = (try LedgerMonths(["2026-08", "2026-09", "2026-10"]), try LedgerMonths(["2026-08"]))
        let other = try #require(
            try CSVTable(winding.path("2026-08/ledger.csv")).records.first { $0["status"] == "unemployed" })
        let data = winding.folder.path("late")
        try Files.copy("\(Files.exports)/2026-08", to: "\(data)/2026-08")
        let text = "登记部门,姓名,证件号码,死亡日期\n民政,\(other["name"] ?? ""),\(other["id_number"] ?? ""),2026-08-20\n"
        try Files.write(Array(text.utf8), to: "\(data)/2026-08/死亡人口名册_202608_补报.csv")
        try winding.run("2026-08", data: data)
        try winding.run("2026-09")
        try winding.run("2026-08")
        try winding.run("2026-09")
        try winding.run("2026-10")
        try winding.run("2026-09")
        let dumps = try [straight, winding].map { try $0.command(["ledger", "export", "--form", "canonical"]) }
        #expect(dumps[0] == dumps[1])
        #expect(try winding.command(["ledger", "verify"]).hasPrefix("3 months agree"))
    }
}
