import Foundation

extension [FileInspection] {
    /// The inspections as one JSON document, `{"files": […]}`.
    package func json(in language: Language) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let document = Document(files: map { Entry($0, language) })
        return String(decoding: try encoder.encode(document), as: UTF8.self)
    }

    private struct Document: Encodable {
        let files: [Entry]
    }

    private struct Entry: Encodable {
        let file: String
        let bytes: Int
        let container: String
        let sheets: [FileInspection.Sheet]?
        let tables: [TableInspection]
        let problems: [ProblemEntry]

        init(_ inspection: FileInspection, _ language: Language) {
            (file, bytes, container) = (inspection.file, inspection.bytes, inspection.container)
            sheets = inspection.sheets.isEmpty ? nil : inspection.sheets
            tables = inspection.tables
            problems = inspection.problems.map { ProblemEntry($0, language: language) }
        }
    }
}
