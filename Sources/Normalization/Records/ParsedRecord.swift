package import Roster

/// What became of one row.
package struct ParsedRecord: Sendable, Equatable {
    /// By what the row names its person.
    package var key: RecordKey
    /// What the row says, unless it has a defect, belongs to the roster, or says nothing.
    package var observation: Observation?
    /// The registration, for rows of the roster without defect.
    package var registration: Registration?
    /// Why the row is put aside, if it is.
    package var defect: RecordDefect?
    /// Remarks about fields of a row that is kept.
    package var findings: [FieldFinding]

    package init(key: RecordKey) {
        self.key = key
        findings = []
    }
}

/// A key field that is empty or holds no value of its type.
package struct RecordDefect: Error, Sendable, Hashable {
    /// `keyFieldEmpty` or `keyFieldInvalid`.
    package var code: FindingCode
    /// Heading of the field.
    package var field: String
    /// In Chinese, without the value.
    package var message: String
}
