import Roster

extension FindingCode {
    /// The code under which rows and fields are told.
    var problemCode: String {
        switch self {
        case .fieldCount: "E411"
        case .nulByte: "E412"
        case .unbalancedQuote: "E413"
        case .overLong: "E414"
        case .formulaWithoutValue: "E416"
        case .undecodable: "E421"
        case .keyFieldEmpty: "E431"
        case .keyFieldInvalid: "E432"
        case .duplicateRegistration: "E441"
        case .duplicateNumber: "E442"
        case .fieldInvalid: "E451"
        case .idInvalid: "E453"
        case .idPrecisionLost: "E454"
        case .sexDiffers: "E455"
        case .birthDateDiffers: "E456"
        case .regionUnknown: "E457"
        case .hiddenRow: "E458"
        case .formulaValue: "E459"
        }
    }

    /// What it means for a run: a row put aside or a value left out is a warning, a remark a note.
    var problemSeverity: InputProblem.Severity {
        switch self {
        case .idInvalid, .sexDiffers, .birthDateDiffers, .regionUnknown, .hiddenRow, .formulaValue: .note
        default: .warning
        }
    }

    /// What is wrong, in English; the Chinese wording comes with the finding.
    func problemText(field: String) -> String {
        switch self {
        case .fieldCount: "the number of fields differs from the header's"
        case .nulByte: "a NUL byte in the row"
        case .unbalancedQuote: "quotes are not balanced"
        case .overLong: "the row is too long"
        case .formulaWithoutValue: "a formula without a calculated value"
        case .undecodable: "bytes that do not decode in the file's encoding"
        case .keyFieldEmpty: "\(field) is empty, the row can't be used"
        case .keyFieldInvalid: "\(field) holds no value of its type, the row can't be used"
        case .duplicateRegistration: "another row holds a valid registration of this person"
        case .duplicateNumber: "the registration number occurs twice"
        case .fieldInvalid: "\(field) holds no value of its type"
        case .idInvalid: "\(field) is no valid number and can't be matched"
        case .idPrecisionLost: "\(field) has lost digits to a spreadsheet"
        case .sexDiffers: "\(field) is not the sex in the ID number"
        case .birthDateDiffers: "\(field) is not the birth date in the ID number"
        case .regionUnknown: "the county code in \(field) is not in the table of regions"
        case .hiddenRow: "the sheet hides the row; it was read"
        case .formulaValue: "the value was calculated by a formula"
        }
    }
}
