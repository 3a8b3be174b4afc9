import Normalization

/// What a column seems to hold.
package enum ColumnType: String, Sendable, Encodable {
    case idNumber = "id_number"
    case certificate
    case creditCode = "credit_code"
    case phone, date, month, region, integer, money, name, identifier
    case codeList = "code_list"
    case text, empty

    /// The type that the shapes of the values tell, with the help of what the heading usually stands for.
    init(_ profile: ColumnProfile, field: FieldLayout?) {
        guard profile.shaped > 0 else {
            self = .empty
            return
        }
        let isPerson = field.map { FieldName.personNames.contains($0.field) } ?? false
        if isPerson, profile.percent(.name) >= 50 {
            self = .name
        } else if let exact = ColumnType.exact(profile) {
            self = exact
        } else if ColumnType.isCodeList(profile, hasCodes: !(field?.codes.isEmpty ?? true)) {
            self = .codeList
        } else {
            self = ColumnType.loose(profile)
        }
    }

    /// Shapes that few values have by chance, the rarest first.
    private static func exact(_ profile: ColumnProfile) -> ColumnType? {
        let rules: [(ValueShape, Int, ColumnType)] = [
            (.idNumber, 50, .idNumber), (.certificate, 50, .certificate), (.creditCode, 50, .creditCode),
            (.phone, 70, .phone), (.day, 70, .date), (.month, 70, .month), (.region, 90, .region),
        ]
        return rules.first { profile.percent($0.0) >= $0.1 }?.2
    }

    private static func isCodeList(_ profile: ColumnProfile, hasCodes: Bool) -> Bool {
        guard !profile.hasManyValues, profile.counts.keys.allSatisfy({ $0.count <= 16 }) else { return false }
        if hasCodes { return true }
        let distinct = profile.counts.count
        return distinct <= 20 && profile.filled >= 10 && distinct * 3 <= profile.filled
    }

    private static func loose(_ profile: ColumnProfile) -> ColumnType {
        if profile.percent(.integer) >= 90 { return .integer }
        if profile.percent(.money) >= 90 { return .money }
        if profile.percent(.name) >= 70 { return .name }
        return profile.percent(.identifier) >= 70 ? .identifier : .text
    }

    /// The shape of its values, for an example.
    var shape: ValueShape? {
        switch self {
        case .idNumber: .idNumber
        case .certificate: .certificate
        case .creditCode: .creditCode
        case .phone: .phone
        case .date: .day
        case .month: .month
        case .region: .region
        case .integer: .integer
        case .money: .money
        case .name: .name
        case .identifier: .identifier
        case .codeList, .text, .empty: nil
        }
    }

    /// In words.
    package func name(in language: Language) -> String {
        switch self {
        case .idNumber: language.text("证件号码", "ID number")
        case .certificate: language.text("残疾证号", "disability number")
        case .creditCode: language.text("信用代码", "credit code")
        case .phone: language.text("电话", "phone")
        case .date: language.text("日期", "date")
        case .month: language.text("年月", "month")
        case .region: language.text("区划代码", "region code")
        case .integer: language.text("整数", "integer")
        case .money: language.text("金额", "money")
        case .name: language.text("姓名", "name")
        case .identifier: language.text("编号", "number")
        case .codeList: language.text("代码", "code list")
        case .text: language.text("文本", "text")
        case .empty: language.text("全空", "empty")
        }
    }
}

extension FieldName {
    /// What a column of the field holds; `nil` where any text will do.
    var columnType: ColumnType? {
        switch self {
        case .idNumber: .idNumber
        case .name, .ownerName, .headName: .name
        case .phone: .phone
        case .creditCode: .creditCode
        case .birthDate, .appliedAt, .registeredOn, .unemployedOn, .validUntil, .recognisedOn, .lastContactOn,
            .receivedOn, .paidOn, .foundedOn, .stateSince, .issuedOn, .diedOn, .startedOn, .endedOn, .appliedOn,
            .reviewedOn, .noticeFrom, .noticeUntil, .completedOn, .businessRegisteredOn, .answeredOn, .employedOn:
            .date
        case .birthMonth, .period, .startMonth, .reportMonth: .month
        case .householdRegion, .residenceRegion, .agencyCode, .region: .region
        case .base, .amount, .subsidyAmount, .allowanceAmount, .otherLoans, .spouseLoans: .money
        case .monthsPaid, .monthsGranted, .staff, .termMonths, .jobs, .times, .newHires: .integer
        case .sex, .scheme, .payer, .payment, .paymentState, .pensionKind, .pensionState, .businessKind,
            .businessState, .spellKind, .familyKind, .serviceKind, .surveyMethod, .outcome:
            .codeList
        default: nil
        }
    }
}
