import Foundation
import Testing

/// The recorded months against the generator's own truth.
@Suite("Truth")
struct TruthTests {
    static func records(_ path: String) throws -> [String: [String: String]] {
        let table = try CSVTable(path)
        return Dictionary(table.records.map { ($0["registration_number"] ?? "", $0) }) { first, _ in first }
    }

    /// People whose decided values differ from the truth, of those who can be matched by ID and name.
    static func differences(truth: [String: [String: String]], ledger: [String: [String: String]]) -> [String] {
        truth.filter { ["A", "B"].contains($0.value["matchable"]) }.keys.sorted().filter { number in
            ["status", "rule", "change", "low_income"].contains { truth[number]?[$0] != ledger[number]?[$0] }
        }
    }

    @Test("everybody who can be matched has the true status, rule, change and low income", arguments: Program.months)
    func statuses(month: String) throws {
        let truth = try Self.records("\(Files.exports)/\(month)/truth.csv")
        let ledger = try Self.records("\(Files.expected)/\(month)/ledger.csv")
        #expect(truth.keys.sorted() == ledger.keys.sorted())
        #expect(Self.differences(truth: truth, ledger: ledger).isEmpty)
        let matchable = truth.values.count { ["A", "B"].contains($0["matchable"]) }
        #expect(matchable * 100 >= truth.count * 97, "\(matchable) of \(truth.count)")
    }

    @Test("every rule and every kind of change but corrected occurs at least three times")
    func coverage() throws {
        let ledger = try CSVTable("\(Files.expected)/2026-10/ledger.csv").records
        for number in 1...14 {
            let rule = number < 10 ? "R0\(number)" : "R\(number)"
            #expect(ledger.count { $0["rule"] == rule } >= 3, "\(rule)")
        }
        let changes = try Program.months.flatMap { try CSVTable("\(Files.expected)/\($0)/changes.csv").records }
        let unchanged = ledger.count { $0["change"] == "unchanged" }
        #expect(unchanged >= 3)
        for kind in [
            "registered", "returned", "found_job", "started_business", "went_flexible", "suspected", "unverified",
            "lost_job", "retired", "left", "cleared", "vanished",
        ] {
            #expect(changes.count { $0["change"] == kind } >= 3, "\(kind)")
        }
    }

    @Test("another order of rules gives other statuses: the truth is not the program's own")
    func swappedRules() throws {
        let folder = try TemporaryFolder()
        try Files.copy(Program.root.appending(path: "pipelines").path, to: folder.path("pipelines"))
        let file = folder.path("pipelines/shaoguan-monthly.yaml")
        let text = try String(contentsOfFile: file, encoding: .utf8)
        let swapped = try Self.swapping("R01", "R05", in: text)
        try Files.write(Array(swapped.utf8), to: file)
        for month in Program.months {
            let outcome = try Program.run(
                Program.month(month, data: Files.exports, out: folder.path("out"), pipeline: file))
            try #require(outcome.status == 0, "\(outcome.errors)")
        }
        let truth = try Self.records("\(Files.exports)/2026-10/truth.csv")
        let ledger = try Self.records(folder.path("out/2026-10/ledger.csv"))
        let differing = Self.differences(truth: truth, ledger: ledger)
        #expect(differing.contains { truth[$0]?["status"] == "deceased" && ledger[$0]?["status"] == "employed" })
    }

    /// The pipeline text with the blocks of two rules exchanged.
    private static func swapping(_ first: String, _ second: String, in text: String) throws -> String {
        var blocks = text.components(separatedBy: "\n  - id: R")
        let indices = try [first, second].map { rule in
            try #require(blocks.firstIndex { "R\($0)".hasPrefix("\(rule)\n") }, "\(rule)")
        }
        blocks.swapAt(indices[0], indices[1])
        return blocks.joined(separator: "\n  - id: R")
    }
}
