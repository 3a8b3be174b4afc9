import Foundation
import Testing

/// The way of a review workbook out and back, and what is refused.
@Suite("Answers and refusals of match")
struct MatchAnswerTests {
    /// Lists in which some pairs agree in name and birth date alone.
    private static func folder() throws -> TemporaryFolder {
        var lists = MadeUpLists(count: 300, shared: 120, seed: 5)
        lists.weaken(rows: 0..<24)
        let folder = try MatchTests.folder(lists)
        try Files.copy(Program.root.appending(path: "pipelines").path, to: folder.path("pipelines"))
        let text = try String(contentsOfFile: MatchTests.model, encoding: .utf8)
        let eager = text.replacing("review: 0.5}", with: "review: 0.001}")
        try #require(eager != text)
        try Files.write(Array(eager.utf8), to: folder.path("pipelines/eager.yaml"))
        return folder
    }

    /// Answers every pair that is up for review by its place in `pairs.csv`, as a workbook saved as CSV does.
    private static func answers(
        _ folder: TemporaryFolder, _ answer: (Int) -> String
    ) throws -> (path: String, pairs: [[Int]]) {
        let workbook = try WorkbookText.of(folder.path("out/review.xlsx"))
        let codes = workbook.matches(of: /\b[0-9a-f]{16}\b/).map { String($0.output) }
        let pairs = try MatchTests.pairs(folder).filter { $0["decision"] == "review" }
            .map { [Int($0["left_row"] ?? "") ?? 0, Int($0["right_row"] ?? "") ?? 0] }
        // Behind the doubtful pairs stand some that were linked.
        try #require(codes.count > pairs.count + 4 && pairs.count >= 4)
        let lines = codes.enumerated().map {
            "\($0.offset < pairs.count ? answer($0.offset) : "是"),甲,2026/11/3,\($0.element)"
        }
        let text = "是否同一人,复核人,复核日期,配对码\n" + lines.joined(separator: "\n") + "\n"
        try Files.write(Array(text.utf8), to: folder.path("answers.csv"))
        return (folder.path("answers.csv"), pairs)
    }

    @Test("yes links, no leaves out, unsure and unanswered pairs stay")
    func roundTrip() throws {
        let folder = try Self.folder()
        let eager = ["--model", folder.path("pipelines/eager.yaml")]
        try #require(try MatchTests.match(folder, more: eager).status == 0)
        let before = try MatchTests.links(folder)
        let words = ["是", "否", "不确定", ""]
        let (path, asked) = try Self.answers(folder) { words[$0 % 4] }
        let more = ["--model", folder.path("out/model.yaml"), "--answers", path, "--json"]
        let outcome = try MatchTests.match(folder, out: "next", more: more)
        try #require(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.output.contains("\"precision\"") && outcome.output.contains("\"byBand\""))
        let page = try String(contentsOfFile: folder.path("next/summary.html"), encoding: .utf8)
        #expect(page.contains("复核答复（按概率）") && page.contains("全部链接的准确率"))
        let links = try MatchTests.links(folder, "next")
        let all = Set(
            try MatchTests.pairs(folder, "next").map {
                [Int($0["left_row"] ?? "") ?? 0, Int($0["right_row"] ?? "") ?? 0]
            })
        for (index, pair) in asked.enumerated() {
            #expect(links.contains(pair) == (index % 4 == 0), "\(index)")
            #expect(all.contains(pair) == (index % 4 != 1), "\(index)")
        }
        #expect(before.isSubset(of: links))
    }

    @Test(
        "what can't be used is refused by its code, and nothing is written",
        arguments: [
            (["nobody.csv", "right.csv"], [String](), 66, "E209"),
            (["left.csv", "right.csv"], ["--model", "fields: {}"], 78, "E110"),
            (["left.csv", "other.csv"], ["--model", ""], 65, "E223"),
            (["left.csv", "other.csv"], [], 65, "E22"),
        ])
    func refused(lists: [String], options: [String], status: Int32, code: String) throws {
        let folder = try Self.folder()
        try Files.write(Array("甲,乙\n1,2\n3,4\n".utf8), to: folder.path("other.csv"))
        var more = options
        if let text = options.last {
            try Files.write(Array(text.utf8), to: folder.path("model.yaml"))
            more[1] = text.isEmpty ? MatchTests.model : folder.path("model.yaml")
        }
        let outcome = try MatchTests.match(folder, lists, more: more)
        #expect(outcome.status == status, "\(outcome.errors)")
        #expect(outcome.errors.contains(code), "\(outcome.errors)")
        #expect(!FileManager.default.fileExists(atPath: folder.path("out")))
    }

    @Test("a folder that holds other files is not replaced, one of an earlier linkage is")
    func occupied() throws {
        let folder = try Self.folder()
        try Files.write(Array("x".utf8), to: folder.path("out/other.txt"))
        let outcome = try MatchTests.match(folder)
        #expect(outcome.status == 73 && outcome.errors.contains("E403"), "\(outcome.errors)")
        #expect(try Files.list(folder.path("out")) == ["other.txt"])
        try FileManager.default.removeItem(atPath: folder.path("out"))
        for _ in 0..<2 { #expect(try MatchTests.match(folder).status == 0) }
    }
}
