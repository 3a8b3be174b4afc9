import Foundation
import Roster
import Synthesis
import Tabular

/// Months written into a folder of their own, deleted at the end.
final class MadeUpMonths {
    let plan: SynthesisPlan

    init(_ change: (inout SynthesisPlan) -> Void = { _ in }) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "synthesis-\(UUID().uuidString)").path()
        let first = Month(index: 2026 * 12 + 7)
        var plan = SynthesisPlan(
            folder: folder, months: first...first.adding(2), registered: 600, insuranceRows: 6000, mess: 0.1,
            isShowcase: true)
        change(&plan)
        self.plan = plan
        try Synthesis.write(plan)
    }

    deinit { try? FileManager.default.removeItem(atPath: plan.folder) }

    /// Names of the files of a month, sorted.
    func files(of month: Month) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: path(month)).sorted()
    }

    func bytes(_ month: Month, _ file: String) throws -> Data {
        try Data(contentsOf: URL(filePath: path(month) + "/" + file))
    }

    /// The rows of `truth.csv` as dictionaries by heading.
    func truth(_ month: Month) throws -> [[String: String]] {
        let lines = String(decoding: try bytes(month, "truth.csv"), as: UTF8.self).split(separator: "\n")
        let rows = lines.map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
        let header = rows.first ?? []
        return rows.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
    }

    /// What `synth.json` says of the files: rows and rows put aside by family of faults.
    func counts(_ month: Month) throws -> [FileCount] {
        struct Document: Decodable { let files: [FileCount] }
        return try JSONDecoder().decode(Document.self, from: bytes(month, "synth.json")).files
    }

    /// The tables of a file as the reader sees them.
    func tables(_ month: Month, _ file: String) throws -> [TableSource] {
        try InputFile.tables(at: path(month) + "/" + file)
    }

    private func path(_ month: Month) -> String { plan.folder + "/" + month.description }
}

/// One file's entry in `synth.json`.
struct FileCount: Decodable, Equatable {
    let source: String
    let name: String
    let rows: Int
    let quarantined: [String: Int]
}
