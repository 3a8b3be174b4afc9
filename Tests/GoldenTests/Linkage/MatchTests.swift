import Foundation
import Tabular
import Testing

/// `taizhang match` as users run it.
@Suite("Matching two lists")
struct MatchTests {
    static let lists = MadeUpLists(count: 400, shared: 160, seed: 11)
    static let model = Program.root.appending(path: "pipelines/match-people.yaml").path

    /// A folder with `left.csv` and `right.csv`.
    static func folder(_ lists: MadeUpLists = lists) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try Files.write(Array(MadeUpLists.csv(lists.left).utf8), to: folder.path("left.csv"))
        try Files.write(Array(MadeUpLists.csv(lists.right).utf8), to: folder.path("right.csv"))
        return folder
    }

    static func match(
        _ folder: TemporaryFolder, _ names: [String] = ["left.csv", "right.csv"], out: String = "out",
        more: [String] = ["--model", model]
    ) throws -> Program.Outcome {
        try Program.run(["match"] + names.map { folder.path($0) } + ["--out", folder.path(out)] + more)
    }

    static func pairs(_ folder: TemporaryFolder, _ out: String = "out") throws -> [[String: String]] {
        try CSVTable(folder.path("\(out)/pairs.csv")).records
    }

    /// Row numbers of the linked pairs.
    static func links(_ folder: TemporaryFolder, _ out: String = "out") throws -> Set<[Int]> {
        Set(
            try pairs(folder, out).filter { $0["decision"] == "link" }
                .map { [Int($0["left_row"] ?? "") ?? 0, Int($0["right_row"] ?? "") ?? 0] })
    }

    static func expectEqual(_ one: String, _ other: String, in folder: TemporaryFolder) throws {
        let names = try Files.list(folder.path(one))
        #expect(try Files.list(folder.path(other)) == names)
        for name in names {
            #expect(
                try Files.data(folder.path("\(one)/\(name)")) == Files.data(folder.path("\(other)/\(name)")), "\(name)")
        }
    }

    @Test("the same people are found, masked, mistyped and missing numbers among them, and all files add up")
    func found() throws {
        let folder = try Self.folder()
        let outcome = try Self.match(folder)
        try #require(outcome.status == 0, "\(outcome.errors)")
        let links = try Self.links(folder)
        #expect(links.isSubset(of: Self.lists.truth))
        #expect(links.count >= 158, "\(links.count)")
        let pairs = try Self.pairs(folder)
        let places = pairs.map { [Int($0["left_row"] ?? "") ?? 0, Int($0["right_row"] ?? "") ?? 0] }
        #expect(places == places.sorted { $0.lexicographicallyPrecedes($1) })
        #expect(pairs.allSatisfy { $0["left_id"] == "L\($0["left_row"] ?? "")" })
        #expect(Set(pairs.compactMap { $0["grade"] }).isSuperset(of: ["A", "D", "E"]))
        #expect(Set(pairs.compactMap { $0["model"] }).count == 1)
        let only = try ["left", "right"].map { try CSVTable(folder.path("out/only_\($0).csv")).rows.count }
        #expect(only == [400 - links.count, 400 - links.count])
    }

    @Test("every byte is the same with 1, 2 and 7 jobs, and with the weights of an earlier run")
    func jobs() throws {
        let folder = try Self.folder()
        for jobs in ["1", "2", "7"] {
            let outcome = try Self.match(folder, out: jobs, more: ["--model", Self.model, "--jobs", jobs])
            try #require(outcome.status == 0, "\(outcome.errors)")
        }
        try Self.expectEqual("1", "2", in: folder)
        try Self.expectEqual("1", "7", in: folder)
        let again = try Self.match(folder, out: "again", more: ["--model", folder.path("1/model.yaml")])
        try #require(again.status == 0, "\(again.errors)")
        #expect(
            try CSVTable(folder.path("again/pairs.csv")).rows == CSVTable(folder.path("1/pairs.csv")).rows)
    }

    @Test("lists as XML, XLSX and in GB18030 give what CSV gives", arguments: ["right.xml", "right.xlsx", "gb.csv"])
    func formats(name: String) throws {
        let folder = try Self.folder()
        let rows = Self.lists.right
        switch name {
        case "right.xml": try Files.write(Array(MadeUpLists.xml(rows).utf8), to: folder.path(name))
        case "right.xlsx": try Self.writeWorkbook(rows, to: folder.path(name))
        default:
            let encoding = String.Encoding(rawValue: 0x8000_0632)
            let text = try #require(MadeUpLists.csv(rows).data(using: encoding))
            try Files.write([UInt8](text), to: folder.path(name))
        }
        for (list, out) in [("right.csv", "out"), (name, "other")] {
            let outcome = try Self.match(folder, ["left.csv", list], out: out)
            try #require(outcome.status == 0, "\(outcome.errors)")
        }
        let sheet = name.hasSuffix("xlsx") ? 1 : 0
        let expected = try Self.links(folder).map { [$0[0], $0[1] + sheet] }
        #expect(try Self.links(folder, "other") == Set(expected))
    }

    private static func writeWorkbook(_ rows: [[String]], to path: String) throws {
        var workbook = try WorkbookWriter(path: path, title: "名单", rowCount: rows.count)
        try workbook.addSheet(SheetPlan(name: "名单", columns: MadeUpLists.header.map { SheetColumn($0, width: 12) }))
        for row in rows { try workbook.append(row.map { $0.isEmpty ? .empty : .text($0) }) }
        try workbook.finish()
    }

    @Test(
        "without a model one is guessed from the columns that both lists have, and said",
        arguments: [MadeUpLists.header, ["编号", "姓名", "身份证号", "性别", "出生日期", "手机", "地区代码"]])
    func guessed(header: [String]) throws {
        let folder = try Self.folder()
        let text = MadeUpLists.csv(Self.lists.right, header: header)
        try Files.write(Array(text.utf8), to: folder.path("right.csv"))
        let outcome = try Self.match(folder, more: ["--json"])
        try #require(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.output.contains("\"isGuessed\" : true"))
        let links = try Self.links(folder)
        #expect(links.isSubset(of: Self.lists.truth) && links.count >= 150, "\(links.count)")
        let model = try String(contentsOfFile: folder.path("out/model.yaml"), encoding: .utf8)
        for column in ["姓名", "证件号码", "出生日期"] { #expect(model.contains(column)) }
    }

    @Test("duplicates in one list have the smaller row on the left")
    func oneList() throws {
        let folder = try TemporaryFolder()
        let rows = Self.lists.left + Self.lists.right
        try Files.write(Array(MadeUpLists.csv(rows).utf8), to: folder.path("all.csv"))
        let outcome = try Self.match(folder, ["all.csv"])
        try #require(outcome.status == 0, "\(outcome.errors)")
        let links = try Self.links(folder)
        #expect(links.isSubset(of: Set(Self.lists.truth.map { [$0[0], $0[1] + 400] })) && links.count >= 155)
        #expect(!FileManager.default.fileExists(atPath: folder.path("out/only_left.csv")))
    }

    @Test("a broken row is put aside with its place, and rows are read or put aside")
    func quarantine() throws {
        let folder = try Self.folder()
        let text = MadeUpLists.csv(Self.lists.right) + "R401,张三,\nR402,李四,,女,1990-01-01,,440201\n"
        try Files.write(Array(text.utf8), to: folder.path("right.csv"))
        let outcome = try Self.match(folder, more: ["--model", Self.model, "--json"])
        try #require(outcome.status == 0, "\(outcome.errors)")
        let rows = try CSVTable(folder.path("out/quarantine/right.csv")).records
        #expect(rows.count == 1 && rows[0]["row"] == "401" && rows[0]["line"] == "402")
        #expect(rows[0]["code"] == "field_count" && rows[0]["raw"] == "R401,张三,")
        #expect(outcome.output.contains("\"records\" : 401") && outcome.output.contains("\"rows\" : 402"))
    }
}
