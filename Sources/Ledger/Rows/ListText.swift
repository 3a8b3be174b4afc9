/// A list of texts in one column: joined by `;`, with `;` and `\` inside a text escaped by `\`.
enum ListText {
    /// The joined list; empty for an empty list.
    static func join(_ texts: [String]) -> String {
        if texts.count <= 1, let only = texts.first, !needsEscape(only) { return only }
        return texts.map(escaped).joined(separator: ";")
    }

    /// The list that was joined. An empty text is the empty list.
    static func split(_ text: String) -> [String] {
        guard !text.isEmpty else { return [] }
        var (parts, current, isEscaped) = ([String](), String.UnicodeScalarView(), false)
        for scalar in text.unicodeScalars {
            if isEscaped || (scalar != "\\" && scalar != ";") {
                current.append(scalar)
                isEscaped = false
            } else if scalar == "\\" {
                isEscaped = true
            } else {
                parts.append(String(current))
                current = String.UnicodeScalarView()
            }
        }
        return parts + [String(current)]
    }

    private static func needsEscape(_ text: String) -> Bool {
        text.utf8.contains { $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: "\\") }
    }

    private static func escaped(_ text: String) -> String {
        guard needsEscape(text) else { return text }
        return text.unicodeScalars.reduce(into: "") { result, scalar in
            if scalar == ";" || scalar == "\\" { result += "\\" }
            result.unicodeScalars.append(scalar)
        }
    }
}
