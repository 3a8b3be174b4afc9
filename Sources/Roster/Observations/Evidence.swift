/// Index of a person in the month's spine.
package struct PersonSlot: Hashable, Comparable, Sendable, Codable {
    package let index: Int32

    package init(_ index: Int) { self.index = Int32(index) }
    package static func < (left: PersonSlot, right: PersonSlot) -> Bool { left.index < right.index }
}

/// A table of a source: what all its records share. One object a table, because the records are many.
package final class RecordOrigin: Sendable, Codable {
    package let source: SourceName
    /// File name, members as `archive.zip!member`.
    package let file: String

    package init(source: SourceName, file: String) {
        self.source = source
        self.file = file
    }
}

/// Where a record stands: source, file, row. Written `source:file:row`.
package struct RecordReference: Sendable, Codable, CustomStringConvertible {
    package let origin: RecordOrigin
    /// Ordinal of the data row from 1 (XML: of the record; XLSX: the sheet's own row number).
    package let row: Int

    package init(origin: RecordOrigin, row: Int) {
        self.origin = origin
        self.row = row
    }

    package init(source: SourceName, file: String, row: Int) {
        self.init(origin: RecordOrigin(source: source, file: file), row: row)
    }

    package var source: SourceName { origin.source }
    package var file: String { origin.file }
    package var description: String { "\(source):\(file):\(row)" }
}

extension RecordReference: Hashable {
    package static func == (left: RecordReference, right: RecordReference) -> Bool {
        left.row == right.row
            && (left.origin === right.origin || (left.source == right.source && left.file == right.file))
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(file)
        hasher.combine(row)
    }
}

extension RecordReference: Comparable {
    /// Bytewise by source and file name, then by row.
    package static func < (left: RecordReference, right: RecordReference) -> Bool {
        if left.origin === right.origin { return left.row < right.row }
        if left.source != right.source { return left.source < right.source }
        if left.file != right.file { return precedesBytewise(left.file, right.file) }
        return left.row < right.row
    }
}

/// How surely a record speaks of a person (`matching.md`): A decides, E is only reviewed.
package enum MatchGrade: String, CaseIterable, Hashable, Comparable, Sendable, Codable {
    case a = "A"
    case b = "B"
    case c = "C"
    case d = "D"
    case e = "E"

    /// The better grade is the smaller.
    package static func < (left: MatchGrade, right: MatchGrade) -> Bool { left.rawValue < right.rawValue }

    /// Whether a link of this grade decides a status on its own.
    package var decides: Bool { self <= .b }
}

/// One record linked to one person.
package struct Evidence: Sendable, Codable, Equatable {
    package var person: PersonSlot
    package var reference: RecordReference
    package var grade: MatchGrade
    /// The record names the registration but its ID or name contradicts it.
    package var contradictsIdentity: Bool
    package var observation: Observation

    package init(
        person: PersonSlot, reference: RecordReference, grade: MatchGrade, contradictsIdentity: Bool = false,
        observation: Observation
    ) {
        self.person = person
        self.reference = reference
        self.grade = grade
        self.contradictsIdentity = contradictsIdentity
        self.observation = observation
    }
}
