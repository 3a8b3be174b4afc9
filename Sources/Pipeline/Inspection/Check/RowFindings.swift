import Normalization
import Roster

/// One thing found in a row.
struct RowFinding {
    let code: FindingCode
    /// In Chinese.
    let message: String
    /// Place in the layout, if it is about a field.
    var field: Int?
    /// Column of the table, from 1.
    var column: Int?
    /// What stands there, where a code list says what may.
    var value: String?

    init(_ code: FindingCode, message: String) {
        (self.code, self.message) = (code, message)
    }
}

/// What was found in the rows of a table, grouped: the same thing in the same field is told once.
struct RowFindings {
    /// What makes two findings the same.
    struct Key: Hashable {
        let code: FindingCode
        let field: Int?
        let value: String?
    }

    /// A finding with its first places.
    struct Group {
        let message: String
        var places: [InputProblem.Place] = []
        var count = 0
    }

    private(set) var groups: [Key: Group] = [:]
    /// Names met, which messages must not show.
    var shown = ShownValue()
    private var values: [Int: Set<String>] = [:]

    /// Different values told of one field; the others are told together.
    private static let mostValues = 20

    /// Adds a finding at a place whose `row` is 0 if it is not known.
    mutating func add(_ finding: inout RowFinding, at place: RowPlace) {
        let key = Key(code: finding.code, field: finding.field, value: kept(finding.value, of: finding.field))
        var group = groups[key] ?? Group(message: finding.message)
        group.count += 1
        if group.places.count < InputProblem.shownPlaces {
            group.places.append(
                InputProblem.Place(
                    row: place.row == 0 ? nil : place.row, line: place.line, column: finding.column,
                    byte: place.byteOffset))
        }
        groups[key] = group
    }

    private mutating func kept(_ value: String?, of field: Int?) -> String? {
        guard let value, let field else { return nil }
        if values[field, default: []].contains(value) { return value }
        guard values[field, default: []].count < RowFindings.mostValues else { return nil }
        values[field, default: []].insert(value)
        return value
    }
}
