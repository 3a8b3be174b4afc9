/// What is wrong with a row or a field, by a closed list of codes.
package enum FindingCode: String, CaseIterable, Hashable, Sendable, Codable {
    // structure: the row as a whole
    case fieldCount = "field_count"
    case nulByte = "nul_byte"
    case unbalancedQuote = "unbalanced_quote"
    case overLong = "over_long"
    case formulaWithoutValue = "formula_without_value"
    // encoding
    case undecodable
    // key fields
    case keyFieldEmpty = "key_field_empty"
    case keyFieldInvalid = "key_field_invalid"
    // duplicates
    case duplicateRegistration = "duplicate_registration"
    case duplicateNumber = "duplicate_number"
    // fields: the row stays
    case fieldInvalid = "field_invalid"
    case idInvalid = "id_invalid"
    case idPrecisionLost = "id_precision_lost"
    case sexDiffers = "sex_differs"
    case birthDateDiffers = "birth_date_differs"
    case regionUnknown = "region_unknown"
    // workbooks: the row stays
    case hiddenRow = "hidden_row"
    case formulaValue = "formula_value"

    /// The family under which the quarantine counts it, or `nil` if the row is kept.
    package var family: QuarantineFamily? {
        switch self {
        case .fieldCount, .nulByte, .unbalancedQuote, .overLong, .formulaWithoutValue: .structure
        case .undecodable: .encoding
        case .keyFieldEmpty, .keyFieldInvalid: .keyField
        case .duplicateRegistration, .duplicateNumber: .duplicate
        case .fieldInvalid, .idInvalid, .idPrecisionLost, .sexDiffers, .birthDateDiffers, .regionUnknown, .hiddenRow,
            .formulaValue:
            nil
        }
    }
}

/// The four families of reasons for which a row is put aside.
package enum QuarantineFamily: String, CaseIterable, Hashable, Sendable, Codable {
    case structure
    case encoding
    case keyField = "key_field"
    case duplicate
}

/// Where a row stands in a file.
package struct RowPlace: Hashable, Sendable, Codable {
    package var file: String
    /// Ordinal of the data row from 1.
    package var row: Int
    /// Physical line from 1.
    package var line: Int
    /// From 0 in the uncompressed stream as delivered.
    package var byteOffset: Int

    package init(file: String, row: Int, line: Int, byteOffset: Int) {
        self.file = file
        self.row = row
        self.line = line
        self.byteOffset = byteOffset
    }
}

/// A row that could not be used, with everything needed to send it back.
package struct QuarantinedRow: Hashable, Sendable, Codable {
    package var place: RowPlace
    package var code: FindingCode
    /// In Chinese: what is wrong and where, without personal data beyond the row's own.
    package var reason: String
    /// Heading of the field at fault, or empty.
    package var field: String
    /// The row as delivered, decoded as far as possible; line ends inside are kept.
    package var raw: String
    /// The row's fields in the sender's column order, as far as it could be split.
    package var fields: [String]

    package init(
        place: RowPlace, code: FindingCode, reason: String, field: String = "", raw: String, fields: [String]
    ) {
        self.place = place
        self.code = code
        self.reason = reason
        self.field = field
        self.raw = raw
        self.fields = fields
    }
}

/// A remark about a field of a row that was kept.
package struct FieldFinding: Hashable, Sendable, Codable {
    package var code: FindingCode
    /// Heading of the field.
    package var field: String
    /// In Chinese, without the value; only where two columns of a row differ in sex or birth date, with both.
    package var message: String

    package init(code: FindingCode, field: String, message: String) {
        self.code = code
        self.field = field
        self.message = message
    }
}
