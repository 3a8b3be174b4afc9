import Foundation
package import Reports
import Roster

/// What another pipeline file would decide of a month's evidence, held against the one in use.
package struct PolicyComparison: Sendable, Equatable, Codable {
    package var month: String
    /// Name and file of the pipeline in use, and of the other.
    package var pipeline: String
    package var whatIf: String
    /// People in the month by the pipeline in use.
    package var people: Int
    /// Registered people of whom anything differs.
    package var peopleConcerned: Int
    /// Applications for loans of which anything differs.
    package var loansConcerned: Int
    /// Differing values by file and column.
    package var counts: [String: [String: Int]]
    /// By number, the people before the applications.
    package var differences: [LineDifference]

    init(month: Month, pipeline: String, whatIf: String, people: Int, differences: [LineDifference]) {
        self.month = month.description
        (self.pipeline, self.whatIf, self.people) = (pipeline, whatIf, people)
        self.differences = differences
        peopleConcerned = Set(differences.filter { $0.table != "loans" }.map(\.number)).count
        loansConcerned = Set(differences.filter { $0.table == "loans" }.map(\.number)).count
        counts = differences.reduce(into: [:]) { $0[$1.table, default: [:]][$1.column, default: 0] += 1 }
    }
}

extension PolicyComparison {
    /// The comparison as JSON: keys sorted, two blanks of indentation.
    package func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }

    /// The differing values as CSV, one a line, with a header: number, table, line, column, now, what_if.
    package var csv: String {
        var text = CSVText()
        for heading in ["number", "table", "line", "column", "now", "what_if"] { text.add(heading) }
        text.endRow()
        for difference in differences {
            for value in [
                difference.number, difference.table, difference.line, difference.column, difference.now,
                difference.then,
            ] {
                text.add(value)
            }
            text.endRow()
        }
        return String(decoding: text.bytes.dropLast(), as: UTF8.self)
    }
}
