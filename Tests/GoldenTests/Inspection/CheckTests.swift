import Foundation
import Testing

/// `taizhang check` with a month's files: what it finds, where, and that it touches nothing.
@Suite("Check", .serialized)
struct CheckTests {
    @Test("a clean month has no problems")
    func clean() throws {
        let folder = try TemporaryFolder()
        try CleanMonth().write(to: folder.path("in"))
        for more in [[], ["--full"], ["--strict"]] {
            let (status, document) = try CheckDocument.of(folder.path("in"), more: more)
            #expect(status == 0)
            #expect(document.problems.map { "\($0.code) \($0.file) \($0.message)" } == [])
            let rows = document.files.reduce(0) { $0 + $1.rows }
            #expect(rows == 165)
        }
    }

    @Test("each fault is told with file, line and column", arguments: Spoil.refused + Spoil.told)
    func faults(spoil: Spoil) throws {
        let folder = try TemporaryFolder()
        var month = CleanMonth()
        try spoil.spoil(&month)
        try month.write(to: folder.path("in"))
        let (status, document) = try CheckDocument.of(folder.path("in"), more: ["--language", "en"])
        #expect(status == spoil.status)
        #expect(document.problems.contains { fits($0, spoil) }, "\(document.problems)")
        let isStrict = try CheckDocument.of(folder.path("in"), more: ["--strict"]).status
        #expect(isStrict == (spoil.severity == "warning" ? 65 : spoil.status))
    }

    private func fits(_ problem: CheckDocument.Problem, _ spoil: Spoil) -> Bool {
        problem.code.hasPrefix(spoil.code) && problem.severity == spoil.severity
            && (spoil.file.isEmpty || problem.file == spoil.file)
            && (spoil.line == nil || problem.line == spoil.line)
            && (spoil.column == nil || problem.column == spoil.column)
            && (spoil.says.isEmpty || (problem.message + problem.hint).contains(spoil.says))
    }

    @Test("many faults at once are all listed")
    func several() throws {
        let folder = try TemporaryFolder()
        var month = CleanMonth()
        let skipped: Set = [
            "a required source without a file", "no zip archive", "an empty file", "a table without rows",
        ]
        let spoils = Spoil.refused.filter { $0.file != CleanMonth.insurance + ".gz" && !skipped.contains($0.title) }
            .filter { $0.file != CleanMonth.pension && $0.title != "a required column under another heading" }
            .filter { !["a document type declaration", "the same file twice"].contains($0.title) }
        let others = Spoil.told.filter { $0.file != CleanMonth.death && $0.says != "valid_ids" && $0.title != "a NUL" }
        let all = spoils + others
        for spoil in all { try spoil.spoil(&month) }
        try month.write(to: folder.path("in"))
        let (status, document) = try CheckDocument.of(folder.path("in"), more: ["--language", "en"])
        #expect(status == 65)
        #expect(all.count > 12)
        for spoil in all {
            #expect(document.problems.contains { fits($0, spoil) }, "\(spoil.title)")
        }
    }

    @Test("the text has code, place, what is wrong and what to do, the errors last; further places are counted")
    func text() throws {
        let folder = try TemporaryFolder()
        var month = CleanMonth()
        for row in 1...7 { month.set(CleanMonth.insurance, row: row, column: 4, to: "111") }
        month.tables[CleanMonth.death] = nil
        try month.write(to: folder.path("in"))
        let outcome = try Program.run(CheckDocument.arguments(folder.path("in"), more: ["--language", "zh"]))
        #expect(outcome.status == 66)
        #expect(outcome.errors.contains("警告 E452 insurance: 「险种类型」的值“111”不在代码表中（7 次）"))
        #expect(outcome.errors.contains("  --> \(CleanMonth.insurance):2:4\n"))
        #expect(outcome.errors.contains("\n  另有 2 处\n  处理：最相近的是“110”"))
        let last = outcome.errors.split(separator: "\n").last { $0.contains(" E") }
        #expect(last?.hasPrefix("错误 E205 death") == true)
        #expect(outcome.output.hasSuffix("错误 1，警告 1，提示 0\n"))
    }

    @Test("a full check counts what a run counts", arguments: Program.months)
    func counts(month: String) throws {
        let folder = try TemporaryFolder()
        let out = folder.path("out")
        for earlier in Program.months where earlier < month {
            #expect(try Program.run(Program.month(earlier, data: Files.exports, out: out)).status == 0)
        }
        let more = month == Program.months[0] ? ["--full"] : ["--full", "--out", out]
        let before = try Self.fingerprint(folder.path())
        let (status, document) = try CheckDocument.of("\(Files.exports)/\(month)", month: month, more: more)
        #expect(try Self.fingerprint(folder.path()) == before)
        #expect(status == 0)
        let manifest = try Manifest("\(Files.expected)/\(month)")
        let wanted = manifest.sources.flatMap { source, entry in
            entry.files.map {
                "\(source) \($0.name) \($0.rows) \($0.records) \($0.quarantined.sorted { $0 < $1 }) \($0.sha256)"
            }
        }
        let found = document.files.map {
            "\($0.source) \($0.name) \($0.rows) \($0.records) \($0.quarantined.sorted { $0 < $1 }) \($0.sha256 ?? "")"
        }
        #expect(found.sorted() == wanted.sorted())
        #expect(document.problems.allSatisfy { $0.severity != "error" })
        for file in document.files {
            let putAside = file.quarantined.values.reduce(0, +)
            #expect(!file.sampled && file.rows == file.records + putAside)
        }
    }

    @Test("a check writes nothing: names, contents and times of all files stay")
    func touchesNothing() throws {
        let folder = try TemporaryFolder()
        try Files.copy("\(Files.exports)/2026-10", to: folder.path("in"))
        let before = try Self.fingerprint(folder.path())
        for more in [[], ["--full"], ["--json"]] {
            _ = try Program.run(CheckDocument.arguments(folder.path("in"), more: more))
        }
        for name in try Files.list(folder.path("in")) { _ = try Program.run(["inspect", folder.path("in/\(name)")]) }
        #expect(try Self.fingerprint(folder.path()) == before)
    }

    /// Name, size, time and content of every file.
    private static func fingerprint(_ folder: String) throws -> [String] {
        try Files.list(folder).map { name in
            let attributes = try FileManager.default.attributesOfItem(atPath: "\(folder)/\(name)")
            let time = attributes[.modificationDate] as? Date
            return
                "\(name) \(time?.timeIntervalSince1970 ?? 0) \(try Files.data("\(folder)/\(name)").base64EncodedString())"
        }
    }

    @Test("of a large file head, middle and end are looked at, and lines behind the gap are numbered rightly")
    func largeFile() throws {
        let folder = try TemporaryFolder()
        var month = CleanMonth()
        let rows = Array((month.tables[CleanMonth.insurance] ?? []).dropFirst())
        for _ in 0..<2_000 { month.tables[CleanMonth.insurance]? += rows }
        let count = (month.tables[CleanMonth.insurance]?.count ?? 0) - 1
        month.tables[CleanMonth.insurance]?[count - 3].append("多")
        month.tables[CleanMonth.insurance]?[count / 2 + 2].append("多")
        try month.write(to: folder.path("in"))
        #expect(try Files.data(folder.path("in/\(CleanMonth.insurance)")).count > 4 << 20)
        let (status, document) = try CheckDocument.of(folder.path("in"))
        #expect(status == 0)
        let file = try #require(document.files.first { $0.source == "insurance" })
        #expect(file.sampled && file.rows < count * 2 / 3 && file.rows > count / 10)
        let ragged = try #require(document.problems.first { $0.code == "E411" })
        #expect(ragged.count == 2 && ragged.row == nil)
        #expect(ragged.line == count / 2 + 3)
        let full = try CheckDocument.of(folder.path("in"), more: ["--full"]).document
        #expect(full.files.first { $0.source == "insurance" }?.rows == count)
        #expect(full.problems.first { $0.code == "E411" }?.row == count / 2 + 2)
    }

    @Test("a file that two sources claim, a link and a missing folder are told")
    func folders() throws {
        let folder = try TemporaryFolder()
        try CleanMonth().write(to: folder.path("in"))
        try FileManager.default.createSymbolicLink(
            atPath: folder.path("in/死亡人口名册_链接.csv"), withDestinationPath: "/etc/hostname")
        try Files.copy(Program.root.appending(path: "pipelines").path, to: folder.path("pipelines"))
        let file = folder.path("pipelines/shaoguan-monthly.yaml")
        let text = try String(contentsOfFile: file, encoding: .utf8)
        try Files.write(Array(text.replacing("\"其他状态名册*.", with: "\"{其他状态,养老待遇领取}名册*.").utf8), to: file)
        let arguments = ["check", file, "--month", "2026-10", "--data", folder.path("in"), "--json"]
        let outcome = try Program.run(arguments)
        let document = try JSONDecoder().decode(CheckDocument.self, from: Data(outcome.output.utf8))
        #expect(outcome.status == 65)
        #expect(document.problems.contains { $0.code == "E202" && $0.file == CleanMonth.pension })
        #expect(document.problems.contains { $0.code == "E204" && $0.file == "死亡人口名册_链接.csv" })
        #expect(document.problems.contains { $0.code == "E116" && $0.severity == "warning" })
        let (status, missing) = try CheckDocument.of(folder.path("none"))
        #expect(status == 66 && missing.problems.contains { $0.code == "E201" })
    }

    @Test("a folder or ledger of earlier months that is not there is told", arguments: ["--out", "--ledger"])
    func slips(option: String) throws {
        let folder = try TemporaryFolder()
        try CleanMonth().write(to: folder.path("in"))
        let arguments = [
            "check", Program.pipeline, "--month", "2026-10", "--data", folder.path("in"), option, folder.path("slip"),
        ]
        let outcome = try Program.run(arguments)
        #expect(outcome.status == 66 && outcome.errors.contains("slip"))
    }

    @Test("a file still being written is told")
    func copying() async throws {
        let folder = try TemporaryFolder()
        try CleanMonth().write(to: folder.path("in"))
        let path = folder.path("in/\(CleanMonth.death)")
        try Data(CleanMonth().bytes(CleanMonth.death)).write(to: URL(filePath: path))
        let writer = Task {
            let handle = try FileHandle(forWritingTo: URL(filePath: path))
            while !Task.isCancelled {
                try handle.seekToEnd()
                try handle.write(contentsOf: Data("\n".utf8))
                try await Task.sleep(for: .milliseconds(20))
            }
        }
        let (status, document) = try CheckDocument.of(folder.path("in"))
        writer.cancel()
        #expect(status == 65)
        #expect(document.problems.contains { $0.code == "E203" && $0.file == CleanMonth.death })
    }

    @Test("a faulty pipeline is one document too; options that need files are refused without them")
    func usage() throws {
        let folder = try TemporaryFolder()
        try Files.write(Array("sorces: {}\n".utf8), to: folder.path("a.yaml"))
        let outcome = try Program.run(["check", folder.path("a.yaml"), "--json"])
        let document = try JSONDecoder().decode(CheckDocument.self, from: Data(outcome.output.utf8))
        #expect(outcome.status == 78)
        #expect(document.problems.contains { $0.code == "E104" && $0.line == 1 })
        #expect(try Program.run(["check", Program.pipeline, "--json"]).status == 0)
        #expect(try Program.run(["check", Program.pipeline, "--month", "2026-10"]).status == 64)
        #expect(try Program.run(["check", Program.pipeline, "--full"]).status == 64)
    }
}
