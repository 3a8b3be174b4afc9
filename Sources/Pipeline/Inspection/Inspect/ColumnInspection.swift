import Normalization
import Roster

/// One column of an inspected table, fit to be shown: nothing in it names a person.
package struct ColumnInspection: Sendable, Encodable {
    /// From 1.
    package let column: Int
    package let heading: String
    /// Where it stands in XML.
    package var path: String?
    package let type: ColumnType
    package let filled: Int
    package let empty: Int
    /// Different values; of very many at least so many.
    package let distinct: Int
    /// Percent of the values looked at that are of the type; of ID numbers those that can be matched.
    package let valid: Int
    /// Identity numbers by what they come to, of the values looked at.
    package var ids: [String: Int]?
    /// The values of a code list, most frequent first, as far as they can be shown.
    package var codes: [Code]?
    /// Masked.
    package let sample: String

    /// A value of a code list.
    package struct Code: Sendable, Encodable {
        package let value: String
        package let count: Int
    }

    /// Share of empty cells in tenths of a percent.
    package var emptyPermille: Int { filled + empty == 0 ? 0 : empty * 1000 / (filled + empty) }

    init(
        _ profile: ColumnProfile, column: Int, heading: String, field: FieldLayout?, vocabulary: Set<String>
    ) {
        self.column = column
        self.heading = heading
        type = ColumnType(profile, field: field)
        (filled, empty, distinct) = (profile.filled, profile.empty, profile.distinct.count)
        if type == .idNumber {
            let tally = profile.ids
            let counts = [
                "usable": tally.usable, "masked": tally.masked, "precision_lost": tally.precisionLost,
                "faulty": tally.faulty, "other": tally.other,
            ]
            ids = counts.filter { $0.value > 0 }
            valid = profile.shaped == 0 ? 0 : tally.usable * 100 / profile.shaped
        } else {
            valid = type.shape.map(profile.percent) ?? (profile.filled > 0 ? 100 : 0)
        }
        let words = ColumnInspection.codes(profile, vocabulary: vocabulary)
        if type == .codeList { codes = words }
        sample = type == .codeList ? words.first?.value ?? "" : ColumnInspection.masked(profile, type)
    }

    private static func codes(_ profile: ColumnProfile, vocabulary: Set<String>) -> [Code] {
        let sorted = profile.counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        return sorted.prefix(12).map { value, count in
            Code(value: shown(value, vocabulary: vocabulary), count: count)
        }
    }

    /// A word of a code list: in the clear if some source of the pipeline knows it, or if it is a short code. Any other may
    /// be a name: in a file whose columns have slipped, names stand under every heading.
    private static func shown(_ value: String, vocabulary: Set<String>) -> String {
        if vocabulary.contains(value) { return value }
        if ShownValue.hasNumber(value) { return Masking.idNumber(value) }
        return value.allSatisfy(\.isASCII) && value.count <= 8 ? value : Masking.name(value)
    }

    private static func masked(_ profile: ColumnProfile, _ type: ColumnType) -> String {
        guard let shape = type.shape else { return profile.example(of: .text).map(Masking.name) ?? "" }
        guard let value = profile.example(of: shape) else { return "" }
        switch type {
        case .month, .region, .integer, .money: return value
        case .date: return Masking.day(value)
        case .phone: return Masking.phone(value)
        case .name: return Masking.name(value)
        default: return Masking.idNumber(value)
        }
    }
}
