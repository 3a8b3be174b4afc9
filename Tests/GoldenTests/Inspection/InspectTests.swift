import Foundation
import Tabular
import Testing

/// `taizhang inspect`: what a file is, and which source it fits.
@Suite("Inspect", .serialized)
struct InspectTests {
    /// What `inspect --json` says, as far as tests look at it.
    struct Document: Decodable {
        struct File: Decodable {
            let file: String
            let container: String
            let sheets: [Sheet]?
            let tables: [Table]
            let problems: [CheckDocument.Problem]
        }

        struct Sheet: Decodable {
            let name: String
            let isHidden: Bool
            let hasTable: Bool
        }

        struct Table: Decodable {
            let name: String
            let encoding: String
            let encodingFoundBy: String?
            let delimiter: String?
            let headerLine: Int
            let titleLines: Int
            let rows: Int
            let isSampled: Bool
            let undecodableRows: Int
            let hasTotalLine: Bool?
            let columns: [Column]
            let fit: Fit?
            let block: String?
        }

        struct Column: Decodable {
            let column: Int
            let heading: String
            let type: String
            let filled: Int
            let empty: Int
            let sample: String
            let codes: [Code]?
            let ids: [String: Int]?
        }

        struct Code: Decodable {
            let value: String
            let count: Int
        }

        struct Fit: Decodable {
            let source: String
            let score: Int
            let fields: [Field]
        }

        struct Field: Decodable {
            let field: String
            let column: Int?
            let candidates: [Candidate]
        }

        struct Candidate: Decodable {
            let column: Int
            let by: String
        }

        let files: [File]
    }

    static func inspect(_ files: [String], more: [String] = []) throws -> (status: Int32, files: [Document.File]) {
        let outcome = try Program.run(["inspect"] + files + ["--json", "--pipeline", Program.pipeline] + more)
        return (outcome.status, try JSONDecoder().decode(Document.self, from: Data(outcome.output.utf8)).files)
    }

    /// The exports of a month and the source that each table belongs to.
    private static func exports(_ month: String) throws -> (
        files: [String], sources: [String: String], rows: [String: Int]
    ) {
        let manifest = try Manifest("\(Files.expected)/\(month)")
        let tables = manifest.sources.flatMap { source, entry in entry.files.map { ($0.name, source, $0.rows) } }
        let files = Set(tables.map { $0.0.split(separator: "!").first.map(String.init) ?? "" })
        return (
            files.sorted().map { "\(Files.exports)/\(month)/\($0)" },
            Dictionary(tables.map { ($0.0, $0.1) }) { first, _ in first },
            Dictionary(tables.map { ($0.0, $0.2) }) { first, _ in first }
        )
    }

    @Test("every export of three months fits its own source, with all its rows", arguments: Program.months)
    func sources(month: String) throws {
        let exports = try Self.exports(month)
        let (status, files) = try Self.inspect(exports.files)
        #expect(status == 0)
        let tables = files.flatMap(\.tables)
        #expect(tables.count == exports.sources.count)
        for table in tables {
            #expect(table.fit?.source == exports.sources[table.name], "\(table.name)")
            #expect(table.rows == exports.rows[table.name], "\(table.name)")
            #expect(!table.isSampled)
        }
    }

    @Test("the blocks of all exports, pasted into the pipeline, are accepted and read the same month")
    func roundTrip() throws {
        let (_, files) = try Self.inspect(try Self.exports("2026-10").files)
        var text = try String(contentsOfFile: Program.pipeline, encoding: .utf8)
        var pasted: Set<String> = []
        for table in files.flatMap(\.tables) {
            let (source, block) = (try #require(table.fit?.source), try #require(table.block))
            guard pasted.insert(source).inserted else { continue }
            let start = try #require(text.range(of: "\n  \(source):\n")).lowerBound
            let next = try #require(text[start...].dropFirst().firstRange(of: /\n(  [#a-zA-Z]|[a-z#])/))
            text.replaceSubrange(start..<next.lowerBound, with: "\n\(block)")
        }
        #expect(pasted.count == 16)
        let folder = try TemporaryFolder()
        try Files.copy(Program.root.appending(path: "pipelines").path, to: folder.path("pipelines"))
        let file = folder.path("pipelines/pasted.yaml")
        try Files.write(Array(text.utf8), to: file)
        let outcome = try Program.run(["check", file])
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.errors.isEmpty)
        let data = ["--month", "2026-10", "--data", "\(Files.exports)/2026-10"]
        let (mine, shipped) = (
            try Program.run(["check", file] + data), try Program.run(["check", Program.pipeline] + data)
        )
        #expect(mine.output == shipped.output && mine.errors == shipped.errors)
    }

    @Test("encoding, delimiter, title, header, total line and columns of the roster are told")
    func roster() throws {
        let file = "\(Files.exports)/2026-10/\(CleanMonth.roster)"
        let table = try #require(try Self.inspect([file]).files.first?.tables.first)
        #expect(table.encoding == "GB18030" && table.encodingFoundBy == "trial" && table.delimiter == ",")
        #expect(table.headerLine == 2 && table.titleLines == 1 && table.hasTotalLine == true)
        #expect(table.undecodableRows == 5)
        let types = Dictionary(table.columns.map { ($0.heading, $0.type) }) { first, _ in first }
        #expect(types["姓名"] == "name" && types["证件号码"] == "id_number" && types["联系电话"] == "phone")
        #expect(types["登记编号"] == "identifier" && types["出生日期"] == "date" && types["登记机构代码"] == "region")
        let sex = try #require(table.columns.first { $0.heading == "性别" })
        #expect(Set(sex.codes?.map(\.value) ?? []) == ["男", "女"])
        let id = try #require(table.columns.first { $0.heading == "证件号码" })
        #expect(id.sample.wholeMatch(of: /\d{4}\*{10}\d{3}[0-9X]/) != nil)
        #expect(id.ids?["precision_lost"] == 5)
        let birth = try #require(table.columns.first { $0.heading == "出生日期" })
        #expect(birth.sample.wholeMatch(of: /\d{4}\D?\*{2}\D?\*{2}\D?/) != nil)
    }

    @Test("an unknown layout gets its columns, and candidates for what is missing by heading and by type")
    func unknownLayout() throws {
        let folder = try TemporaryFolder()
        var month = CleanMonth()
        month.set(CleanMonth.insurance, row: 0, column: 9, to: "费款属期")
        month.set(CleanMonth.insurance, row: 0, column: 2, to: "号")
        try month.write(to: folder.path("in"))
        try Files.write(Array("甲栏;乙栏\n一;2\n三;4\n".utf8), to: folder.path("in/x.csv"))
        let (status, files) = try Self.inspect([folder.path("in/\(CleanMonth.insurance)"), folder.path("in/x.csv")])
        #expect(status == 0)
        let fit = try #require(files.first?.tables.first?.fit)
        #expect(fit.source == "insurance" && fit.score < 100)
        let period = try #require(fit.fields.first { $0.field == "period" })
        #expect(period.column == nil && period.candidates.contains { $0.column == 9 && $0.by == "heading" })
        let id = try #require(fit.fields.first { $0.field == "idNumber" })
        #expect(id.candidates.contains { $0.column == 2 && $0.by == "type" })
        let other = try #require(files.last?.tables.first)
        #expect(other.fit == nil && other.delimiter == ";" && other.columns.map(\.heading) == ["甲栏", "乙栏"])
    }

    @Test("a missing file exits 66, a damaged one 65 with its byte, and the others are told all the same")
    func exits() throws {
        let folder = try TemporaryFolder()
        let whole = CleanMonth.gzipped(CleanMonth().bytes(CleanMonth.insurance))
        try Files.write(Array(whole.dropLast(20)), to: folder.path("a.csv.gz"))
        try Files.write(CleanMonth().bytes(CleanMonth.death), to: folder.path("b.csv"))
        let (status, files) = try Self.inspect([folder.path("a.csv.gz"), folder.path("b.csv"), folder.path("c.csv")])
        #expect(status == 65)
        #expect(files[0].problems.first?.byte != nil)
        #expect(files[1].tables.first?.fit?.source == "death")
        #expect(try Self.inspect([folder.path("c.csv")]).status == 66)
    }
}
