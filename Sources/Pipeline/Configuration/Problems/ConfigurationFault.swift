/// Everything that can be wrong with a pipeline file, by a closed list. Codes are stable; wording stands in
/// `ConfigurationFault+Text.swift`.
package enum ConfigurationFault: Hashable, Sendable {
    // the file
    case unreadable(UnreadableReason)
    case tooLarge(limitBytes: Int)
    case notUTF8
    // YAML
    case syntax(detail: String)
    case unknownKey
    case duplicateKey(first: ConfigPlace)
    case yamlFeature(YAMLFeature)
    case severalDocuments
    case nestedTooDeep(limit: Int)
    case tabIndentation
    // values
    case missingKey(String)
    case wrongType(expected: ExpectedValue)
    case outOfRange(String)
    case unknownWord(NameKind)
    case duplicateName(NameKind, first: ConfigPlace)
    // sources
    case badGlob(GlobFault)
    case overlappingFiles(other: String)
    case headingTwice(other: String, first: ConfigPlace)
    case fieldNotInSource(kind: String)
    case badPath
    case spellingTwice(other: String)
    // outputs
    case badOutputFile
    // tables
    case tableUnreadable(UnreadableReason)
    case tableLine(TableFault)
    // rules between values
    case contradiction(Contradiction)

    /// The stable code.
    package var code: String {
        switch self {
        case .unreadable: "E100"
        case .tooLarge: "E101"
        case .notUTF8: "E102"
        case .syntax: "E103"
        case .unknownKey: "E104"
        case .duplicateKey: "E105"
        case .yamlFeature: "E106"
        case .severalDocuments: "E107"
        case .nestedTooDeep: "E108"
        case .tabIndentation: "E109"
        case .missingKey: "E110"
        case .wrongType: "E111"
        case .outOfRange: "E112"
        case .unknownWord: "E113"
        case .duplicateName: "E114"
        case .badGlob: "E115"
        case .overlappingFiles: "E116"
        case .headingTwice: "E117"
        case .fieldNotInSource: "E118"
        case .badPath: "E119"
        case .spellingTwice: "E120"
        case .tableUnreadable: "E121"
        case .tableLine: "E122"
        case .contradiction: "E123"
        case .badOutputFile: "E124"
        }
    }
}

/// Why a file could not be read.
package enum UnreadableReason: Hashable, Sendable {
    case notFound
    case notAFile
    case noPermission
    case other
}

/// A feature of YAML that a pipeline file does without.
package enum YAMLFeature: Hashable, Sendable {
    case anchor
    case alias
    case tag
    case complexKey
}

/// The type a value should have had.
package enum ExpectedValue: Hashable, Sendable {
    case text, character, integer, share, flag, duration, size, day, list, mapping, oneCondition
}

/// What a name names.
package enum NameKind: Hashable, Sendable {
    case sourceKind, field, code, gateAction, status, rule, claim, condition, weight, action, ground, reason
    case standing, change, effective, timing, answer, grade, encoding, delimiter, span, column, columnForm, outputFile,
        level, fieldKind, category, helpLevel, helpItem, wish
}

/// Why a glob is none.
package enum GlobFault: Hashable, Sendable {
    case empty
    case unclosedBrace
    case unclosedBracket
    case absolute
    case leavesFolder
}

/// What is wrong with a line of a table.
package enum TableFault: Hashable, Sendable {
    case noHeader
    case missingColumn(String)
    case columnCount(found: Int, expected: Int)
    case badValue(column: String)
    case emptyValue(column: String)
    case duplicate(firstLine: Int)
    case notConsecutive(expected: String)
    case unclosedQuote
}

/// A rule between values that the file breaks.
package enum Contradiction: Hashable, Sendable {
    case spineMustStop
    case spineMissing
    case noFiles
    case fieldMissing
    case statusUnused
    case ruleForEveryoneMissing
    case contactAfterLoss
    case calendarMissing
    case weightsOfOtherModel
    case reviewAboveLink
    case levelOfOtherKind
}
