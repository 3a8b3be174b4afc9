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

/// A mistake put into the shipped file: `find`, which stands there once, becomes `replace`, in which `▸` marks the place
/// that the problem has to name; without a mark that is the file's start.
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
