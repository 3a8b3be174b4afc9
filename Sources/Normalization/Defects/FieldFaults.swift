import Roster

/// What is said of fields that are empty or hold no value of their type.
enum FieldFaults {
    /// A key field is empty.
    static func keyEmpty(_ heading: String) -> RecordDefect {
        RecordDefect(code: .keyFieldEmpty, field: heading, message: "「\(heading)」为空，本行不能使用；请补填后重报")
    }

    /// A key field holds no value of its type.
    static func keyInvalid(_ heading: String, _ expectation: String) -> RecordDefect {
        RecordDefect(
            code: .keyFieldInvalid, field: heading,
            message: "「\(heading)」不是\(expectation)，本行不能使用；请改正后重报")
    }

    /// Another field holds no value of its type.
    static func invalid(_ heading: String, _ expectation: String) -> FieldFinding {
        FieldFinding(
            code: .fieldInvalid, field: heading, message: "「\(heading)」不是\(expectation)，按未填处理；请改正")
    }

    /// A field without which the row says nothing is empty.
    static func missing(_ heading: String) -> FieldFinding {
        FieldFinding(code: .fieldInvalid, field: heading, message: "「\(heading)」为空，本行不作证据；请补填")
    }

    /// A region code that the regions table covers but does not know.
    static func regionUnknown(_ heading: String) -> FieldFinding {
        FieldFinding(
            code: .regionUnknown, field: heading, message: "「\(heading)」中的县区代码不在区划表中，仅作提示；请核对")
    }

    /// A credit code with a wrong check character.
    static func creditCode(_ heading: String) -> FieldFinding {
        FieldFinding(code: .fieldInvalid, field: heading, message: "「\(heading)」位数或校验码不符，照原样使用；请核对")
    }
}
