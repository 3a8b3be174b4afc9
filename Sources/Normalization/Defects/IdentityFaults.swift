import Roster

/// What is said of identity numbers that can't be matched, or that other columns contradict.
enum IdentityFaults {
    /// The remark about a reading, if there is one.
    static func remark(on reading: IDReading, _ heading: String) -> FieldFinding? {
        switch reading {
        case .missing, .usable, .masked, .otherPaper: nil
        case .precisionLost:
            FieldFinding(
                code: .idPrecisionLost, field: heading,
                message: "「\(heading)」被电子表格按数值保存，末几位已丢失，不能比对；请把该列设为文本后重新导出")
        case .faulty(_, let fault):
            FieldFinding(
                code: .idInvalid, field: heading, message: "「\(heading)」\(sentence(fault))，不能比对；请核对原件")
        }
    }

    /// The sex in the number is not that of the column.
    static func sexDiffers(_ heading: String, number: Sex, column: Sex) -> FieldFinding {
        FieldFinding(
            code: .sexDiffers, field: heading,
            message: "「\(heading)」为\(column.rawValue)，证件号码中为\(number.rawValue)，以证件号码为准；请核对")
    }

    /// The birth date in the number is not that of the column.
    static func birthDateDiffers(_ heading: String, number: Day, column: String) -> FieldFinding {
        FieldFinding(
            code: .birthDateDiffers, field: heading,
            message: "「\(heading)」为 \(column)，证件号码中为 \(number)，以证件号码为准；请核对")
    }

    private static func sentence(_ fault: IDFault) -> String {
        switch fault {
        case .checkDigit: "校验码不符"
        case .birthDate: "中的出生日期不存在或超出范围"
        case .province: "开头不是已知的省级代码"
        case .shape: "位数或字符不对"
        case .placeholder: "是占位号码"
        case .notUpgraded: "是 15 位旧号码，不能确定对应的 18 位号码"
        }
    }
}
