import Foundation
import Testing

/// `run --what-if`: exactly what a run under the other pipeline file would give otherwise, and nothing is published.
@Suite("What another pipeline would decide", .serialized)
struct WhatIfTests {
    private static let month = "2026-10"

    /// The shipped pipeline beside its tables, with texts replaced.
    private static func pipeline(_ changes: [(String, String)], in folder: TemporaryFolder) throws -> String {
        let shipped = URL(filePath: Program.pipeline).deletingLastPathComponent()
        for name in ["tables", "match-registered.yaml"] {
            let link = folder.path(name)
            guard !FileManager.default.fileExists(atPath: link) else { continue }
            try FileManager.default.createSymbolicLink(
                atPath: link, withDestinationPath: shipped.appending(path: name).path)
        }
        var text = try String(contentsOfFile: Program.pipeline, encoding: .utf8)
        for (old, new) in changes {
            try #require(text.contains(old))
            text = text.replacing(old, with: new, maxReplacements: 1)
        }
        try Files.write(Array(text.utf8), to: folder.path("other.yaml"))
        return folder.path("other.yaml")
    }

    /// The numbers of the lines of two months' files that differ, the day since when a category is met left out.
    private static func differing(_ first: String, _ second: String, _ files: [String], key: String) throws -> Set<
        String
    > {
        var numbers: Set<String> = []
        for file in files {
            let tables = try [first, second].map { folder -> Set<[String]> in
                let records = try CSVTable("\(folder)/\(file).csv").records
                return Set(
                    records.map { record in
                        let cells = record.sorted { $0.key < $1.key }
                        let isShown = { (name: String) in name != "since" || record["kind"] != "candidate" }
                        return [record[key] ?? ""] + cells.filter { isShown($0.key) }.map(\.value)
                    })
            }
            numbers.formUnion(tables[0].symmetricDifference(tables[1]).compactMap(\.first))
        }
        return numbers
    }

    @Test(
        "the people and applications listed are those whose lines two runs give otherwise",
        arguments: [
            [("{男: 50, 女: 40}", "{男: 45, 女: 40}")],
            [("mostWithJobs: 500000, jobs: 5", "mostWithJobs: 500000, jobs: 4"), ("most: 300000", "most: 100000")],
            [("reviewDays: 15", "reviewDays: 5"), ("lostAfterMonths: 6", "lostAfterMonths: 5")],
            [("leastMembers: 2", "leastMembers: 3"), ("unableGrades: [1, 2]", "unableGrades: [1, 2, 3, 4]")],
        ])
    func exact(changes: [(String, String)]) throws {
        let folder = try TemporaryFolder()
        let other = try Self.pipeline(changes, in: folder)
        for (name, pipeline) in [("now", Program.pipeline), ("then", other)] {
            let outcome = try Program.run(
                Program.month(Self.month, data: Files.exports, out: folder.path(name), pipeline: pipeline))
            try #require(outcome.status == 0, "\(outcome.errors)")
        }
        let before = try Files.list(folder.path("now"))
        let ledger = try Files.data(folder.path("now/ledger.sqlite"))
        let outcome = try Program.run(
            Program.month(
                Self.month, data: Files.exports, out: folder.path("now"), more: ["--what-if", other, "--json"]))
        try #require(outcome.status == 0, "\(outcome.errors)")
        #expect(try Files.list(folder.path("now")) == before)
        #expect(try Files.data(folder.path("now/ledger.sqlite")) == ledger)

        let document = try #require(
            try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
        let lines = try #require(document["differences"] as? [[String: String]])
        let (now, then) = (folder.path("now/\(Self.month)"), folder.path("then/\(Self.month)"))
        let people = try Self.differing(
            now, then, ["ledger", "difficulty", "help", "deadlines", "subsidy", "eligibility"],
            key: "registration_number")
        let loans = try Self.differing(now, then, ["loans"], key: "application_number")
        #expect(Set(lines.filter { $0["table"] != "loans" }.compactMap { $0["number"] }) == people)
        #expect(Set(lines.filter { $0["table"] == "loans" }.compactMap { $0["number"] }) == loans)
        #expect(!people.union(loans).isEmpty, "the changes concern nobody: a test of nothing")
    }

    @Test("the same file differs in nothing; a faulty one is told before anything is read; a new folder stays empty")
    func nothing() throws {
        let folder = try TemporaryFolder()
        let same = try Program.run(
            Program.month(
                Self.month, data: Files.exports, out: folder.path("out"),
                more: ["--what-if", Program.pipeline, "--language", "en"]))
        #expect(same.status == 0)
        #expect(same.output.contains("0 of 602 people and 0 loan applications are concerned"))
        #expect(!FileManager.default.fileExists(atPath: folder.path("out")))
        try Files.write(Array("name: x\n".utf8), to: folder.path("bad.yaml"))
        let bad = try Program.run(
            Program.month(
                Self.month, data: Files.exports, out: folder.path("out"), more: ["--what-if", folder.path("bad.yaml")]))
        #expect(bad.status == 78)
    }
}
