import Foundation
import Testing

/// `taizhang ledger` through the real binary, on months that were run.
@Suite("The ledger by command", .serialized)
struct LedgerCommandTests {
    private static func run(_ months: [String], in folder: TemporaryFolder) throws {
        for month in months {
            let outcome = try Program.run(Program.month(month, data: Files.exports, out: folder.path("out")))
            try #require(outcome.status == 0, "\(outcome.errors)")
        }
    }

    private static func ledger(_ arguments: [String], in folder: TemporaryFolder) throws -> Program.Outcome {
        try Program.run(
            ["ledger"] + arguments + ["--ledger", folder.path("out/ledger.sqlite"), "--language", "en"])
    }

    @Test("months, verify and schema tell what was published and change no byte; export tells it too")
    func looking() throws {
        let folder = try TemporaryFolder()
        try Self.run(["2026-08", "2026-09"], in: folder)
        let before = try Files.data(folder.path("out/ledger.sqlite"))
        _ = try Self.ledger(["schema"], in: folder)
        let months = try Self.ledger(["months"], in: folder)
        #expect(months.output.split(separator: "\n").count == 2)
        #expect(months.output.contains("2026-08  r1  600 people  "))
        let manifests = ["2026-08", "2026-09"].map { folder.path("out/\($0)/manifest.json") }
        let verified = try Self.ledger(["verify", "--against"] + manifests, in: folder)
        #expect(verified.status == 0 && verified.output.hasPrefix("2 months agree"))
        #expect(try Files.data(folder.path("out/ledger.sqlite")) == before)
        let exported = try Self.ledger(["export", "--month", "2026-09"], in: folder)
        #expect(Data(exported.output.utf8) == (try Files.data("\(Files.expected)/2026-09/ledger.csv")))
        let lines = try Self.ledger(["export", "--form", "jsonl"], in: folder).output.split(separator: "\n")
        let last = Data(try #require(lines.last).utf8)
        let object = try #require(try JSONSerialization.jsonObject(with: last) as? [String: String])
        #expect(object["month"] == "2026-09" && object["confirmed_by"] == nil)
    }

    @Test("a manifest of another run of the month does not agree: exit 65")
    func otherManifest() throws {
        let folder = try TemporaryFolder()
        try Self.run(["2026-08"], in: folder)
        let path = folder.path("out/2026-08/manifest.json")
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let head = try #require(text.firstMatch(of: #/"head" : "([0-9a-f]{64})"/#)?.1)
        try Files.write(
            Array(text.replacing(head, with: String(head.reversed())).utf8), to: folder.path("other/manifest.json"))
        let verified = try Self.ledger(["verify", "--against", folder.path("other")], in: folder)
        #expect(verified.status == 65)
        #expect(verified.output == "\(folder.path("other")) 2026-08 r1 has another chain head than the ledger\n")
        try Files.write(
            Array(text.replacing("\"revision\" : 1", with: "\"revision\" : 9").utf8),
            to: folder.path("ninth/manifest.json"))
        let ninth = try Self.ledger(["verify", "--against", folder.path("ninth")], in: folder)
        #expect(ninth.status == 65)
        #expect(ninth.output == "\(folder.path("ninth")) 2026-08 r9 the ledger has no such revision\n")
    }

    @Test("a closed month is not run again with other rules, and is after it was opened")
    func closing() throws {
        let folder = try TemporaryFolder()
        try Self.run(["2026-08"], in: folder)
        #expect(try Self.ledger(["close", "2026-08"], in: folder).status == 0)
        let published = try Files.data(folder.path("out/2026-08/ledger.csv"))
        let again = try Program.run(Program.month("2026-08", data: Files.exports, out: folder.path("out")))
        #expect(again.status == 65)
        #expect(try Files.data(folder.path("out/2026-08/ledger.csv")) == published)
        #expect(try Self.ledger(["reopen", "2026-08"], in: folder).status == 64, "a reason is asked for")
        #expect(try Self.ledger(["reopen", "2026-08", "--reason", "更正"], in: folder).status == 0)
        try Self.run(["2026-08"], in: folder)
        #expect(try Self.ledger(["close", "2030-01"], in: folder).status == 66)
    }

    @Test(
        "a ledger that was tampered with is told as such by every command that stumbles over it",
        arguments: [
            ("UPDATE revisions SET manifest = '{'", ["report", "--month", "2026-08", "--out", "OUT"]),
            ("UPDATE pipelines SET text = 'x: ['", ["report", "--month", "2026-08", "--out", "OUT"]),
            ("UPDATE people SET birth_date = 9000000000000", ["ledger", "export"]),
            ("UPDATE statuses SET effective_date = -9000000000000", ["ledger", "export"]),
            ("DROP TABLE statuses", ["ledger", "export"]),
            ("UPDATE changes SET corrected_month = 9000000000000", ["report", "--month", "2026-08", "--out", "OUT"]),
        ])
    func tampered(edit: String, arguments: [String]) throws {
        let months = try LedgerMonths(["2026-08"])
        try months.edit(edit)
        let outcome = try Program.run(
            arguments.map { $0 == "OUT" ? months.folder.path("again") : $0 } + ["--ledger", months.ledger])
        #expect(outcome.status == 65 && outcome.output.split(separator: "\n").count <= 1, "\(outcome.errors)")
    }

    @Test("a full disk is exit 74, a month that is not there 66 before anything is written")
    func exporting() throws {
        let months = try LedgerMonths(["2026-08"])
        let disk = try FileHandle(forWritingTo: URL(filePath: "/dev/full"))
        let full = try Program.start(["ledger", "export", "--ledger", months.ledger], output: disk)
        full.waitUntilExit()
        #expect(full.terminationStatus == 74)
        let closing = try Program.start(["ledger", "close", "2026-08", "--ledger", months.ledger], output: disk)
        closing.waitUntilExit()
        #expect(closing.terminationStatus == 0, "what was done stands, whether it can be told or not")
        let audited = try months.auditCount()
        let other = try Program.run(["ledger", "export", "--month", "2030-01", "--ledger", months.ledger])
        #expect(other.status == 66 && other.output.isEmpty)
        #expect(try months.auditCount() == audited)
    }

    @Test("a published month that the ledger does not know is kept beside the new one")
    func lost() throws {
        let months = try LedgerMonths(["2026-08"])
        let published = try Files.data(months.path("2026-08/manifest.json"))
        try months.run("2026-08")
        #expect(try !Files.list(months.path("")).contains { $0.hasPrefix("2026-08-edited") })
        try FileManager.default.removeItem(atPath: months.ledger)
        try months.run("2026-08", pipeline: try months.otherPipeline())
        #expect(try Files.data(months.path("2026-08-edited-1/manifest.json")) == published)
    }

    @Test("a backup is a ledger of its own; a name that is taken is exit 73")
    func backup() throws {
        let folder = try TemporaryFolder()
        try Self.run(["2026-08"], in: folder)
        #expect(try Self.ledger(["backup", folder.path("copy.sqlite")], in: folder).status == 0)
        #expect(try Self.ledger(["backup", folder.path("copy.sqlite")], in: folder).status == 73)
        let nowhere = try Self.ledger(["backup", folder.path("no/copy.sqlite")], in: folder)
        #expect(nowhere.status == 73 && nowhere.errors.contains("E239"))
        let copy = try Program.run(
            ["ledger", "export", "--form", "canonical", "--ledger", folder.path("copy.sqlite")])
        #expect(copy.output == (try Self.ledger(["export", "--form", "canonical"], in: folder).output))
        #expect(try Self.ledger(["verify", "--against", folder.path("nowhere")], in: folder).status == 66)
    }
}
