import Normalization
import Roster

/// Reads a code list: the program's word, and how files write it.
struct CodesParser {
    let field: FieldName

    /// What files write → the program's word, and the first spelling of each word.
    func codes(_ cursor: ConfigCursor) -> (codes: [String: String], choices: [String]) {
        var codes: [String: String] = [:]
        var choices: [String] = []
        for entry in cursor.entries() {
            if let words = field.codeWords, !words.contains(entry.name) {
                entry.reportKey(.unknownWord(.code), candidates: words)
            }
            for (number, spelling) in entry.itemsOrOne().enumerated() {
                guard let text = spelling.text() else { continue }
                if number == 0 { choices.append(text) }
                if let other = codes[text] {
                    spelling.report(.spellingTwice(other: other))
                } else {
                    codes[text] = entry.name
                }
            }
        }
        return (codes, choices)
    }
}

extension FieldName {
    /// The program's words for the field's values; `nil` where any word will do.
    fileprivate var codeWords: [String]? {
        switch self {
        case .scheme: InsuranceScheme.allCases.map(\.rawValue)
        case .payer: PayerKind.allCases.map(\.rawValue)
        case .payment: PaymentKind.allCases.map(\.rawValue)
        case .paymentState: PaymentState.allCases.map(\.rawValue)
        case .pensionKind: PensionKind.allCases.map(\.rawValue)
        case .pensionState: PensionState.allCases.map(\.rawValue)
        case .businessKind: BusinessKind.allCases.map(\.rawValue)
        case .businessState: BusinessState.allCases.map(\.rawValue)
        case .spellKind: SpellKind.allCases.map(\.rawValue)
        case .familyKind: LowIncomeKind.allCases.map(\.rawValue)
        case .serviceKind: ServiceKind.allCases.map(\.rawValue)
        case .surveyMethod: SurveyMethod.allCases.map(\.rawValue)
        case .outcome: SurveyOutcome.allCases.map(\.rawValue)
        case .sex: [Sex.male.rawValue, Sex.female.rawValue]
        case .setting: [HouseholdKind.urban.rawValue, HouseholdKind.rural.rawValue]
        case .wantsTraining, .wantsBusiness, .isInArrears: ["是", "否"]
        default: nil
        }
    }
}
