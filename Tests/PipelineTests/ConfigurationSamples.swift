import Foundation
import Pipeline
import Testing

/// Where the files of the tests lie, and pipeline files with one mistake made from the shipped one.
enum ConfigurationSamples {
    /// The project's folder.
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The shipped pipeline file.
    static let shippedFile = root.appendingPathComponent("pipelines/shaoguan-monthly.yaml").path

    /// The text of the shipped pipeline file.
    static func shippedText() throws -> String {
        try String(contentsOfFile: shippedFile, encoding: .utf8)
    }

    /// A faulty example among the fixtures.
    static func fixture(_ name: String) -> String {
        root.appendingPathComponent("fixtures/pipelines/\(name)").path
    }

    /// What loading finds, warnings included.
    static func problems(in text: String) -> [ConfigurationProblem] {
        do {
            return try PipelineDefinition.parse(text, file: shippedFile).warnings
        } catch {
            return error.problems
        }
    }

    /// What loading a file finds.
    static func problems(ofFile file: String) -> [ConfigurationProblem] {
        do {
            return try PipelineDefinition.load(file).warnings
        } catch {
            return error.problems
        }
    }
}

/// Longer passages of the shipped file.
enum ShippedPassage {
    static let serviceFiles = "\"服务记录*.{csv,csv.gz,txt,txt.gz,tsv,tsv.gz,xml,xml.gz,xlsx,zip}\""

    static let deathFields = """
            fields:
              idNumber: {headings: [证件号码, 身份证号, 身份证号码, 公民身份号码], required: yes}
              name: {headings: [姓名, 人员姓名, 死者姓名], required: yes}
              diedOn: {headings: [死亡日期, 死亡时间], key: yes, required: yes}

        """

    static let lastRule = """
        id: R14
            title: 未能比对
            holdsWhen: 没有可用的证件号码，或缺少必需来源
            legalBasis: 《工作方案》二（二）1（每月至少一次跟踪调查）
            outcomes:
              - {when: otherwise,
        """
}

/// A mistake put into the shipped file: `find`, which stands there once, becomes `replace`. In that `▸` marks the place
/// that the problem has to name; without a mark it is the file's start.
struct SeededMistake: Sendable, CustomTestStringConvertible {
    var title: String
    var find: String
    var replace: String
    var code: String
    var nearest: String?

    init(_ title: String, _ find: String, _ replace: String, _ code: String, nearest: String? = nil) {
        (self.title, self.find, self.replace, self.code, self.nearest) = (title, find, replace, code, nearest)
    }

    var testDescription: String { title }

    /// The faulty text and the marked place, or `nil` if `find` does not stand there once.
    func plant(in text: String) -> (text: String, place: ConfigPlace)? {
        guard text.components(separatedBy: find).count == 2 else { return nil }
        let marked = text.replacingOccurrences(of: find, with: replace)
        guard let mark = marked.range(of: "▸") else { return (marked, .start) }
        let lines = marked[..<mark.lowerBound].split(separator: "\n", omittingEmptySubsequences: false)
        let place = ConfigPlace(line: lines.count, column: (lines.last?.unicodeScalars.count ?? 0) + 1)
        return (marked.replacingOccurrences(of: "▸", with: ""), place)
    }
}
