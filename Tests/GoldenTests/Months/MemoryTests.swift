import Foundation
import Testing

/// Months run in little memory: what is written to the scratch file changes no byte.
@Suite("Memory", .serialized)
struct MemoryTests {
    @Test(
        "with nearly all evidence spilled, the months are those on record, with any number of jobs",
        arguments: ["1", "3"])
    func spilled(jobs: String) throws {
        let folder = try TemporaryFolder()
        let out = folder.path("out")
        for month in Program.months {
            let more = ["--memory", "1300K", "--verbose", "--jobs", jobs]
            let outcome = try Program.run(Program.month(month, data: Files.exports, out: out, more: more))
            try #require(outcome.status == 0, "\(outcome.errors)")
            let runs = try #require(outcome.errors.firstMatch(of: #/evidence spilled runs=(\d+)/#)?.1)
            // How many runs there are depends on which file's evidence comes first; SpillTests merges many.
            #expect(Int(runs) ?? 0 >= 1)
            let made = try GoldenMonthTests.canonical("\(out)/\(month)")
            #expect(try Files.list("\(Files.expected)/\(month)") == made.keys.sorted())
            for (name, bytes) in made {
                #expect(try Files.data("\(Files.expected)/\(month)/\(name)") == bytes, "\(month)/\(name)")
            }
            let hidden = try FileManager.default.contentsOfDirectory(atPath: out).filter { $0.hasPrefix(".work") }
            #expect(hidden.isEmpty)
        }
    }

    @Test("people who don't fit are told with the bytes they need, before any source is read")
    func tooSmall() throws {
        let folder = try TemporaryFolder()
        try Files.copy("\(Files.exports)/2026-08", to: folder.path("in/2026-08"))
        let names = try Files.list(folder.path("in/2026-08"))
        let insurance = try #require(names.first { $0.hasPrefix("社会保险缴费明细") })
        try Files.write([0x1f, 0x8b], to: folder.path("in/2026-08/\(insurance)"))
        let month = Program.month("2026-08", data: folder.path("in"), out: folder.path("out"))
        let outcome = try Program.run(month + ["--memory", "64K"])
        #expect(outcome.status == 74)
        let needed = try #require(outcome.errors.firstMatch(of: #/need (\d+) bytes/#)?.1)
        #expect(Int(needed) ?? 0 > 32 << 10)
        let people = try Program.run(month + ["--memory", "\((Int(needed) ?? 0) * 2)"])
        #expect(people.status == 74, "the other members of their households do not fit")
        let all = try #require(people.errors.firstMatch(of: #/household members need (\d+) bytes/#)?.1)
        let enough = try Program.run(month + ["--memory", "\((Int(all) ?? 0) * 2)"])
        #expect(enough.status == 65, "the damaged source is reached")
        #expect(!FileManager.default.fileExists(atPath: folder.path("out/2026-08")))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("out")).allSatisfy { $0 != "2026-08" })
    }

    @Test(
        "what is no size is a usage error", arguments: ["", "0", "-1", "2T", "G", "1.5G", "2 G", "99999999999G", "ß"])
    func noSize(text: String) throws {
        let outcome = try Program.run(
            Program.month("2026-08", data: Files.exports, out: "/nowhere", more: ["--memory", text]))
        #expect(outcome.status == 64)
    }
}
