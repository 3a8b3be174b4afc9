/// Odd ways to write an identity number that lose nothing.
enum IDScript {
    /// The number as a spreadsheet or a hasty hand leaves it.
    static func untidy(_ text: String, _ dice: inout Dice) -> String {
        switch dice.below(6) {
        case 0 where text.hasSuffix("X"): text.dropLast() + "x"
        case 1: "'" + text
        case 2: "\t" + text
        case 3: wide(text)
        case 4: "=\"" + text + "\""
        default: text + " "
        }
    }

    /// In full-width characters.
    static func wide(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            let isInASCII = scalar.value > 0x20 && scalar.value < 0x7F
            let wide = isInASCII ? Unicode.Scalar(scalar.value + 0xFEE0) : scalar
            if let wide { result.unicodeScalars.append(wide) }
        }
        return result
    }
}
