import Roster

/// Values of exports as messages may show them: what could be somebody's number, name or telephone is masked.
struct ShownValue {
    /// Values of columns that hold names.
    var names: Set<String> = []

    private static let longest = 20
    private static let mostNames = 50_000

    /// Remembers a value of a column that holds names.
    mutating func noteName(_ value: String) {
        if names.count < ShownValue.mostNames, !value.isEmpty { names.insert(value) }
    }

    /// A value met where a code or a heading should stand.
    ///
    /// Words in Chinese are shown only if they begin like one of the words that belong there: any other may be a name.
    func text(_ value: String, near word: String? = nil) -> String {
        if ShownValue.hasNumber(value) {
            return value.allSatisfy(\.isASCII) ? Masking.idNumber(value) : Masking.name(value)
        }
        guard value.contains(where: { !$0.isASCII }) else {
            return value.count > 8 ? Masking.name(value) : value
        }
        if value.count > ShownValue.longest || names.contains(value) { return Masking.name(value) }
        let isNearWord = word.map { value.count >= 4 && value.prefix(2) == $0.prefix(2) } ?? false
        return isNearWord ? value : Masking.name(value)
    }

    /// A heading: names of columns are no secret, but a row of data may have been taken for a header. Control characters
    /// are left out: a terminal would obey them, and they could stand between the digits of a number.
    static func heading(_ text: String) -> String {
        let text = String(text.unicodeScalars.filter { $0.properties.generalCategory != .control })
        if hasNumber(text) { return Masking.name(text) }
        return text.count > 40 ? String(text.prefix(39)) + "…" : text
    }

    /// Whether seven digits in a row, or ten digits and letters with a digit among them, stand in the text.
    static func hasNumber(_ text: String) -> Bool {
        var (digits, characters, hasDigit) = (0, 0, false)
        for scalar in text.unicodeScalars {
            let isDigit = scalar.properties.numericType == .decimal
            let isSeparator = scalar == "-" || scalar == " " || scalar == "*"
            if isDigit { digits += 1 } else if !isSeparator { digits = 0 }
            let isCode = isDigit || (scalar.isASCII && scalar.properties.isAlphabetic)
            (characters, hasDigit) = isCode ? (characters + 1, hasDigit || isDigit) : (0, false)
            if digits >= 7 || (characters >= 10 && hasDigit) { return true }
        }
        return false
    }
}
