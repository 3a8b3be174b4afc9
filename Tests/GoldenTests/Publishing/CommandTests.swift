import Foundation
import Tabular
import Testing

/// The command line as its users meet it: exit codes, messages, streams.
@Suite("Commands", .serialized)
struct CommandTests {
    @Test("a faulty pipeline file is told with line and column, and exits 78")
    func pipelineMistake() throws {
        let folder = try TemporaryFolder()
        try Files.copy(Program.root.appending(path: "pipelines").path, to: folder.path("pipelines"))
        let file = folder.path("pipelines/shaoguan-monthly.yaml")
        let text = try String(contentsOfFile: file, encoding: .utf8)
        let line = try #require(
            text.split(separator: "\n", omittingEmptySubsequences: false).firstIndex {
                $0.hasPrefix("sources:")
            })
        try Files.write(Array(text.replacing("\nsources:", with: "\nsorces:").utf8), to: file)
        for arguments in [
            ["check", file], Program.month("2026-10", data: Files.exports, out: folder.path("out"), pipeline: file),
        ] {
            let outcome = try Program.run(arguments)
            #expect(outcome.status == 78)
            #expect(outcome.errors.contains("shaoguan-monthly.yaml:\(line + 1):1"))
            #expect(outcome.errors.contains("sources"), "the nearest name is missing")
            #expect(outcome.output.isEmpty)
        }
    }

    @Test("each refusal has its exit code and publishes nothing")
    func exitCodes() throws {
        let folder = try TemporaryFolder()
        let out = folder.path("out")
        #expect(try Program.run(["run"]).status == 64)
        #expect(try Program.run(["nonsense"]).status == 64)
        #expect(try Program.run(Program.month("2026-13", data: Files.exports, out: out)).status == 64)
        #expect(try Program.run(Program.month("2026-10", data: folder.path("none"), out: out)).status == 66)
        #expect(try Program.run(["rules", "R99", "--pipeline", Program.pipeline]).status == 66)
        try Files.copy("\(Files.exports)/2026-10", to: folder.path("in/2026-10"))
        let names = try Files.list(folder.path("in/2026-10"))
        let insurance = try #require(names.first { $0.hasSuffix(".csv.gz") })
        let whole = [UInt8](try Files.data(folder.path("in/2026-10/\(insurance)")))
        try Files.write(Array(whole.dropLast(whole.count / 2)), to: folder.path("in/2026-10/\(insurance)"))
        let damaged = try Program.run(Program.month("2026-10", data: folder.path("in"), out: out))
        #expect(damaged.status == 65)
        #expect(damaged.errors.contains(insurance))
        try FileManager.default.removeItem(atPath: folder.path("in/2026-10/\(insurance)"))
        let missing = try Program.run(Program.month("2026-10", data: folder.path("in"), out: out))
        #expect(missing.status == 66)
        #expect(missing.errors.contains("insurance"))
        try FileManager.default.createDirectory(atPath: folder.path("none/2026-10"), withIntermediateDirectories: true)
        let empty = try Program.run(Program.month("2026-10", data: folder.path("none"), out: out))
        #expect(empty.status == 66)
        #expect(empty.errors.contains("unemployed, insurance, pension, business, death, status"), "\(empty.errors)")
        #expect(!FileManager.default.fileExists(atPath: "\(out)/2026-10"))
    }

    @Test(
        "help fits 80 columns and begins with the commands' usage",
        arguments: [
            "run", "check", "inspect", "rules", "synth", "ledger", "ledger months", "ledger close", "ledger reopen",
            "ledger export", "ledger verify", "ledger backup", "ledger schema", "survey", "explain", "diff", "report",
            "worklist",
        ])
    func help(command: String) throws {
        let outcome = try Program.run(command.split(separator: " ").map(String.init) + ["--help"])
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("taizhang \(command)"))
        for line in outcome.output.split(separator: "\n") {
            let width = line.unicodeScalars.reduce(0) { $0 + ($1.value < 0x2E80 ? 1 : 2) }
            #expect(width <= 80, "\(line)")
        }
    }

    @Test("rules lists the fourteen rules in order, each with its legal basis")
    func rules() throws {
        let outcome = try Program.run(["rules", "--pipeline", Program.pipeline, "--language", "zh"])
        #expect(outcome.status == 0)
        let headings = outcome.output.split(separator: "\n").compactMap { $0.firstMatch(of: #/^(R\d\d) /#)?.1 }
        #expect(headings.map(String.init) == (1...14).map { $0 < 10 ? "R0\($0)" : "R\($0)" })
        #expect(outcome.output.matches(of: #/依据：\S+/#).count == 14 + 12, "rules, and categories of difficulty")
    }

    @Test("rules tells from a ledger how many people its latest month decided and counted")
    func ruleCounts() throws {
        let folder = try TemporaryFolder()
        for month in ["2026-08", "2026-09"] {
            let outcome = try Program.run(Program.month(month, data: Files.exports, out: folder.path("out")))
            try #require(outcome.status == 0, "\(outcome.errors)")
        }
        let ledger = try CSVTable("\(Files.expected)/2026-09/ledger.csv").records
        func text(_ rule: String) throws -> String {
            try Program.run([
                "rules", rule, "--pipeline", Program.pipeline, "--language", "zh", "--ledger",
                folder.path("out/ledger.sqlite"),
            ]).output
        }
        let decided = ledger.count { $0["rule"] == "R05" }
        #expect(try text("R05").contains("上次：2026-09 判定 \(decided) 人"))
        let old = ledger.count { $0["difficulty"]?.split(separator: ";").contains("01") == true }
        #expect(decided > 0 && old > 0)
        #expect(try text("01").contains("上次：2026-09 有 \(old) 人符合"))
        let missing = try Program.run(["rules", "--pipeline", Program.pipeline, "--ledger", folder.path("none")])
        #expect(missing.status == 66)
    }

    @Test("a heading that changed is told, with the columns that count as empty; --strict refuses")
    func changedHeading() throws {
        let folder = try TemporaryFolder()
        try Files.copy("\(Files.exports)/2026-08", to: folder.path("in/2026-08"))
        let name = try #require(try Files.list(folder.path("in/2026-08")).first { $0.hasPrefix("登记失业人员名册") })
        let path = folder.path("in/2026-08/\(name)")
        let bytes = [UInt8](try Files.data(path))
        let encoding = try #require(
            [TextEncoding.utf8, .gb18030].first { bytes.contains($0.encode("上次联系日期") ?? []) })
        let heading = try #require(encoding.encode("上次联系日期"))
        let place = try #require(bytes.firstRange(of: heading))
        let other = try #require(encoding.encode("末次联络"))
        try Files.write(bytes[..<place.lowerBound] + other + bytes[place.upperBound...], to: path)
        let month = Program.month("2026-08", data: folder.path("in"), out: folder.path("out"))
        let outcome = try Program.run(month)
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("unemployed columns: columns not found: 上次联系日期"))
        #expect(try Program.run(month + ["--strict"]).status == 65)
    }

    @Test("a dry run, here of a linked data folder, tells the result and writes neither month nor ledger row")
    func dryRun() throws {
        let folder = try TemporaryFolder()
        try FileManager.default.createSymbolicLink(
            atPath: folder.path("link"), withDestinationPath: Files.exports + "/2026-08")
        let outcome = try Program.run(
            ["run", Program.pipeline, "--month", "2026-08", "--data", folder.path("link"), "--out", folder.path("out")]
                + ["--dry-run"])
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("dry run"))
        #expect(!FileManager.default.fileExists(atPath: folder.path("out")))
        #expect(!FileManager.default.fileExists(atPath: folder.path("out/2026-08")))
        let real = try Program.run(Program.month("2026-08", data: Files.exports, out: folder.path("out")))
        #expect(real.status == 0)
        #expect(try Manifest(folder.path("out/2026-08")).revision == 1)
    }

    @Test("a pipeline that keeps no ledger publishes the month and leaves no ledger file")
    func withoutLedger() throws {
        let folder = try TemporaryFolder()
        try Files.copy(Program.root.appending(path: "pipelines").path, to: folder.path("pipelines"))
        let file = folder.path("pipelines/shaoguan-monthly.yaml")
        let text = try String(contentsOfFile: file, encoding: .utf8)
        try #require(text.contains("\n  ledger: yes"))
        try Files.write(Array(text.replacing("\n  ledger: yes", with: "\n  ledger: no").utf8), to: file)
        let outcome = try Program.run(
            Program.month("2026-08", data: Files.exports, out: folder.path("out"), pipeline: file))
        #expect(outcome.status == 0)
        #expect(try Files.list(folder.path("out")).contains("2026-08/ledger.csv"))
        #expect(!FileManager.default.fileExists(atPath: folder.path("out/ledger.sqlite")))
    }

    @Test("the summary goes to standard output without escape bytes, as one document with --json")
    func streams() throws {
        let folder = try TemporaryFolder()
        let month = Program.month("2026-08", data: Files.exports, out: folder.path("out"))
        let text = try Program.run(month)
        #expect(!text.output.isEmpty && !text.output.contains("\u{1b}"))
        #expect(text.errors.isEmpty)
        #expect(text.output.contains("rows were put aside") && text.output.allSatisfy(\.isASCII))
        #expect(try Program.run(month + ["--language", "zh"]).output.contains("行被隔离"))
        let json = try Program.run(month + ["--json"])
        let document = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
        #expect(document?["month"] as? String == "2026-08")
    }
}
