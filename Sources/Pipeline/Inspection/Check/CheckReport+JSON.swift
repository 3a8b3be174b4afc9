import Foundation
import Roster

extension CheckReport {
    /// The report as one JSON document: `problems` by file and line, `files` in the order of sources and names.
    ///
    /// - Parameter configuration: what is wrong with the pipeline file itself.
    package func json(_ configuration: [ConfigurationProblem], language: Language) throws -> String {
        let document = Document(
            problems: configuration.map { ProblemEntry($0, language: language) }
                + problems.inFileOrder().map { ProblemEntry($0, language: language) },
            files: files)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(document), as: UTF8.self)
    }

    private struct Document: Encodable {
        let problems: [ProblemEntry]
        let files: [CheckedFile]
    }
}

/// A problem as JSON has it; `row`, `line`, `column` and `byte` are those of the first place.
struct ProblemEntry: Encodable {
    let code: String
    let severity: String
    var source: String?
    let file: String
    var row: Int?
    let line: Int?
    let column: Int?
    var byte: Int?
    let field: String
    let message: String
    let hint: String
    var count = 1
    var places: [Place] = []

    /// A further place.
    struct Place: Encodable {
        let row: Int?
        let line: Int?
        let column: Int?
        let byte: Int?
    }

    init(_ problem: InputProblem, language: Language) {
        (code, severity, source) = (problem.code, problem.severity.word, problem.source?.text)
        (file, field) = (problem.file, problem.field)
        let first = problem.places.first
        (row, line, column, byte) = (first?.row, first?.line, first?.column, first?.byte)
        (message, hint, count) = (problem.message[language], problem.hint[language], problem.count)
        places = problem.places.map { Place(row: $0.row, line: $0.line, column: $0.column, byte: $0.byte) }
    }

    init(_ problem: ConfigurationProblem, language: Language) {
        (code, severity, file) = (problem.code, problem.severity.rawValue, problem.file)
        (line, column, field) = (problem.place.line, problem.place.column, problem.keyPath)
        (message, hint) = (problem.message(in: language), problem.hint(in: language))
        places = [Place(row: nil, line: line, column: column, byte: nil)]
    }
}
