/// What is wrong with a row on purpose.
enum Damage: CaseIterable, Sendable {
    case cutShort, fieldTooMany, strayDelimiter, openQuote, nul, undecodable, emptyKey, brokenKey

    /// The family under which the row is put aside.
    var family: Fault {
        switch self {
        case .cutShort, .fieldTooMany, .strayDelimiter, .openQuote, .nul: .structure
        case .undecodable: .encoding
        case .emptyKey, .brokenKey: .keyField
        }
    }
}

/// Families of faults for which rows are put aside.
enum Fault: String, CaseIterable, Sendable {
    case structure, encoding
    case keyField = "key_field"
    case duplicateNumber = "duplicate_number"
    case duplicateRegistration = "duplicate_registration"
}

/// What a file holds: rows in all, and those a careful reader puts aside.
struct FileTally: Sendable {
    var name: String
    var source: String
    var rows = 0
    var faults: [Fault: Int] = [:]

    /// Counts a row that is put aside.
    mutating func add(_ fault: Fault) {
        faults[fault, default: 0] += 1
    }
}
