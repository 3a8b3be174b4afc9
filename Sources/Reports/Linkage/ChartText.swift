/// Text in charts, which does not wrap.
enum ChartText {
    /// The text, cut with `…` where it takes more columns; Chinese characters take two.
    static func clipped(_ text: String, columns: Int) -> String {
        guard width(text) > columns else { return text }
        var (result, left) = ("", columns - 1)
        for character in text {
            left -= width(String(character))
            guard left >= 0 else { break }
            result.append(character)
        }
        return result + "…"
    }

    /// Columns that a text takes, of the width of a Latin letter.
    static func width(_ text: String) -> Int {
        text.unicodeScalars.reduce(0) { $0 + ($1.value < 0x1100 ? 1 : 2) }
    }
}
