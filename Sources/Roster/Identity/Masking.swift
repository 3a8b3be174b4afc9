/// How personal data is shown wherever it is not meant for an officer's eyes.
package enum Masking {
    /// `4402**********1234`: four characters at each end of 18; shorter values keep two at most.
    package static func idNumber(_ text: String) -> String {
        let characters = Array(text)
        guard characters.count >= 12 else { return String(repeating: "*", count: characters.count) }
        return String(characters.prefix(4)) + String(repeating: "*", count: characters.count - 8)
            + String(characters.suffix(4))
    }

    /// `王*`: the first character, whatever the length.
    package static func name(_ text: String) -> String {
        text.isEmpty ? "" : String(text.prefix(1)) + "*"
    }

    /// `1962/**/**`: the year of a date, however it is written. A whole birth date would complete a masked ID number.
    package static func day(_ text: String) -> String {
        var digits = 0
        return String(
            text.map { character in
                guard character.isNumber else { return character }
                digits += 1
                return digits <= 4 ? character : "*"
            })
    }

    /// `138****5678`.
    package static func phone(_ text: String) -> String {
        let characters = Array(text)
        guard characters.count >= 11 else { return String(repeating: "*", count: characters.count) }
        return String(characters.prefix(3)) + String(repeating: "*", count: characters.count - 7)
            + String(characters.suffix(4))
    }
}
