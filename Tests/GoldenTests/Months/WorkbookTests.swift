import Foundation
import Tabular
import Testing

/// The workbooks as office programs find them: looked at part by part, not by the program's own reader of cells.
@Suite("Workbooks")
struct WorkbookTests {
    private static func part(_ name: String, of path: String) throws -> String {
        let archive = try ZipArchive(path: path)
        let entry = try #require(archive.entry(named: name), "\(name)")
        return String(decoding: try archive.open(entry).readAll(upTo: 1 << 26), as: UTF8.self)
    }

    @Test("台账.xlsx and a work list have a frozen header, a filter, drop-downs, IDs as text and protected columns")
    func sheets() throws {
        let folder = try TemporaryFolder()
        let month = Program.months[0]
        let outcome = try Program.run(Program.month(month, data: Files.exports, out: folder.path("out")))
        try #require(outcome.status == 0, "\(outcome.errors)")
        let published = folder.path("out/\(month)")
        let list = try #require(try Files.list("\(published)/worklists").first)
        let ids = Set(try CSVTable("\(published)/ledger.csv").records.compactMap { $0["id_number"] })
        let choices = [("台账.xlsx", "享受养老待遇"), ("worklists/\(list)", "仍失业,单位就业,灵活就业,自主创业")]
        for (name, choice) in choices {
            let sheet = try Self.part("xl/worksheets/sheet1.xml", of: "\(published)/\(name)")
            #expect(sheet.contains("state=\"frozen\""), "\(name)")
            #expect(sheet.contains("<autoFilter ref=\"A1:"), "\(name)")
            #expect(sheet.contains("<dataValidation type=\"list\"") && sheet.contains(choice), "\(name)")
            #expect(sheet.contains("<sheetProtection"), "\(name)")
            #expect(!sheet.contains("<v>4.4"), "a number where an ID should be: \(name)")
            let strings = try Self.part("xl/sharedStrings.xml", of: "\(published)/\(name)")
            #expect(ids.contains { strings.contains(">\($0)<") }, "\(name)")
        }
    }

    @Test("a run keeps its times, memory and jobs outside the month")
    func record() throws {
        let folder = try TemporaryFolder()
        let month = Program.month(
            Program.months[0], data: Files.exports, out: folder.path("out"), more: ["--jobs", "3"])
        try #require(try Program.run(month).status == 0)
        let name = try #require(try Files.list(folder.path("out/.runs")).first)
        let object = try JSONSerialization.jsonObject(with: Files.data(folder.path("out/.runs/\(name)")))
        let record = try #require(object as? [String: Any])
        #expect(record["jobs"] as? Int == 3)
        #expect((record["stages"] as? [Any])?.count == 5)
        #expect(record["peakMemoryMiB"] as? Int ?? 0 > 0)
    }
}
