import Foundation
import Glibc
import Testing

/// A month is published whole or not at all, whatever happens to the run.
@Suite("Publishing", .serialized)
struct PublishingTests {
    private static let month = Program.months[0]

    private static func run(_ folder: TemporaryFolder, data: String = Files.exports) throws -> Program.Outcome {
        try Program.run(Program.month(month, data: data, out: folder.path("out")))
    }

    /// Every file of the output folder but the lock and the measured records of runs.
    private static func state(_ out: String) throws -> [String: Data] {
        var files: [String: Data] = [:]
        for name in try Files.list(out) where !name.hasPrefix(".") { files[name] = try Files.data("\(out)/\(name)") }
        return files
    }

    /// The same of two runs of their own: of the ledger what it says, for it keeps which run recorded a month.
    private static func told(_ out: String) throws -> [String: Data] {
        var files = try state(out)
        let export = try Program.run(["ledger", "export", "--form", "canonical", "--ledger", "\(out)/ledger.sqlite"])
        try #require(export.status == 0)
        files["ledger.sqlite"] = Data(export.output.utf8)
        return files
    }

    @Test("a second run on the same input changes no byte, and one on other input is a new revision")
    func again() throws {
        let folder = try TemporaryFolder()
        try #require(try Self.run(folder).status == 0)
        let first = try Self.state(folder.path("out"))
        try #require(try Self.run(folder).status == 0)
        #expect(try Self.state(folder.path("out")) == first)
        #expect(try Manifest(folder.path("out/\(Self.month)")).revision == 1)

        try Files.copy("\(Files.exports)/\(Self.month)", to: folder.path("in/\(Self.month)"))
        let name = try #require(try Files.list(folder.path("in/\(Self.month)")).first { $0.hasPrefix("服务记录") })
        let path = folder.path("in/\(Self.month)/\(name)")
        let bytes = [UInt8](try Files.data(path))
        let lastLine = bytes.dropLast().lastIndex(of: 0x0A) ?? 0
        try Files.write(Array(bytes[...lastLine]), to: path)
        try #require(try Self.run(folder, data: folder.path("in")).status == 0)
        #expect(try Manifest(folder.path("out/\(Self.month)")).revision == 2)
        let ledger = try CSVTable(folder.path("out/\(Self.month)/ledger.csv"))
        #expect(Set(ledger.records.map { $0["revision"] }) == ["2"])
    }

    @Test("a run that is killed at any moment leaves nothing that the next run does not put right")
    func killed() throws {
        let undisturbed = try TemporaryFolder()
        let start = ContinuousClock.now
        try #require(try Self.run(undisturbed).status == 0)
        let length = ContinuousClock.now - start
        let expected = try Self.told(undisturbed.path("out"))
        let disturbed = try TemporaryFolder()
        var kills = 0
        for fraction in 1...12 {
            let process = try Program.start(Program.month(Self.month, data: Files.exports, out: disturbed.path("out")))
            Thread.sleep(forTimeInterval: (length * fraction / 12).seconds)
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            if process.terminationReason == .uncaughtSignal { kills += 1 }
            let published = disturbed.path("out/\(Self.month)")
            if FileManager.default.fileExists(atPath: published) {
                let files = try Files.list(published)
                #expect(try files == Files.list(undisturbed.path("out/\(Self.month)")), "published in part")
            }
        }
        #expect(kills >= 6)
        try #require(try Self.run(disturbed).status == 0)
        #expect(try Self.told(disturbed.path("out")) == expected)
        let hidden = try FileManager.default.contentsOfDirectory(atPath: disturbed.path("out"))
        #expect(hidden.filter { $0.hasPrefix(".work") }.isEmpty)
    }

    @Test("what people changed in a published month is kept beside it when the month is run again")
    func editedMonth() throws {
        let folder = try TemporaryFolder()
        try #require(try Self.run(folder).status == 0)
        let first = try Self.state(folder.path("out/\(Self.month)"))
        try Files.write(Array("answers".utf8), to: folder.path("out/\(Self.month)/台账.xlsx"))
        try Files.write(Array("a note".utf8), to: folder.path("out/\(Self.month)/notes.txt"))
        let again = try Self.run(folder)
        #expect(again.status == 0)
        #expect(again.output.contains("\(Self.month)-edited-1"))
        #expect(try Self.state(folder.path("out/\(Self.month)")) == first)
        let kept = folder.path("out/\(Self.month)-edited-1")
        #expect(try Files.data("\(kept)/台账.xlsx") == Data("answers".utf8))
        #expect(try Files.data("\(kept)/notes.txt") == Data("a note".utf8))
        let third = try Self.run(folder)
        #expect(!third.output.contains("edited"))
    }

    @Test("a month left out, and months after the one run again, are told")
    func gaps() throws {
        let folder = try TemporaryFolder()
        let out = folder.path("out")
        for month in ["2026-08", "2026-10"] {
            let outcome = try Program.run(Program.month(month, data: Files.exports, out: out))
            #expect(outcome.output.contains("months before 2026-10 were left out") == (month == "2026-10"))
        }
        let again = try Program.run(Program.month("2026-09", data: Files.exports, out: out))
        #expect(again.output.contains("run them again in order: 2026-10"))
    }

    @Test("a second run at the same time is told who holds the lock, and exits 75")
    func locked() throws {
        let folder = try TemporaryFolder()
        try Files.write(Array("pid 4711, elsewhere".utf8), to: folder.path("out/.lock"))
        let descriptor = unsafe open(folder.path("out/.lock"), O_RDWR)
        defer { close(descriptor) }
        try #require(flock(descriptor, LOCK_EX | LOCK_NB) == 0)
        let outcome = try Self.run(folder)
        #expect(outcome.status == 75)
        #expect(outcome.errors.contains("pid 4711"))
        #expect(!FileManager.default.fileExists(atPath: folder.path("out/\(Self.month)")))
    }

    @Test("files are private, and the digests in the manifest are those of the files")
    func files() throws {
        let folder = try TemporaryFolder()
        try #require(try Self.run(folder).status == 0)
        let published = folder.path("out/\(Self.month)")
        let outputs = try Manifest(published).outputs
        #expect(outputs.map(\.name) == (try Files.list(published).filter { $0 != "manifest.json" }))
        for output in outputs {
            let attributes = try FileManager.default.attributesOfItem(atPath: "\(published)/\(output.name)")
            #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600, "\(output.name)")
            #expect((attributes[.size] as? NSNumber)?.intValue == output.bytes, "\(output.name)")
        }
        let sums = outputs.map { "\($0.sha256)  \($0.name)\n" }.joined()
        try Files.write(Array(sums.utf8), to: folder.path("sums"))
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["sha256sum", "--check", "--quiet", folder.path("sums")]
        process.currentDirectoryURL = URL(filePath: published)
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }

    @Test("the measured side of a run stands beside the months, in a folder of its own; a dry run leaves none")
    func record() throws {
        let folder = try TemporaryFolder()
        let dry = Program.month(Self.month, data: Files.exports, out: folder.path("out"), more: ["--dry-run"])
        try #require(try Program.run(dry).status == 0)
        #expect(!FileManager.default.fileExists(atPath: folder.path("out/.runs")))
        for count in 1...2 {
            try #require(try Self.run(folder).status == 0)
            let records = try Files.list(folder.path("out/.runs"))
            #expect(records.count == count && records.allSatisfy { $0.hasSuffix("/run.json") })
            let record = try JSONSerialization.jsonObject(
                with: Files.data(folder.path("out/.runs/\(try #require(records.last))")))
            let fields = try #require(record as? [String: Any])
            #expect(fields["month"] as? String == Self.month && fields["revision"] as? Int == 1)
            #expect((fields["stages"] as? [Any])?.count == 5)
        }
    }

    @Test("no ID number and no name is in messages, manifest, pages or the record of the run")
    func privacy() throws {
        let folder = try TemporaryFolder()
        let outcome = try Program.run(
            Program.month(Self.month, data: Files.exports, out: folder.path("out"), more: ["--verbose"]))
        try #require(outcome.status == 0)
        var texts = [outcome.output, outcome.errors]
        for name in try Files.list(folder.path("out"))
        where name.hasSuffix(".json") || name.hasSuffix(".html") || name == ".lock" {
            texts.append(String(decoding: try Files.data(folder.path("out/\(name)")), as: UTF8.self))
        }
        let records = try CSVTable(folder.path("out/\(Self.month)/ledger.csv")).records
        let secrets = Set(records.compactMap { $0["id_number"] } + records.compactMap { $0["name"] })
            .filter { $0.count >= 3 }
        #expect(texts.count >= 7 && secrets.count > 900)
        for text in texts {
            #expect(secrets.filter { text.contains($0) }.isEmpty)
        }
    }
}

extension Duration {
    fileprivate var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
