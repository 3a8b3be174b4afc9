import Mustache

/// Escapes scalar by scalar. Mustache's own escaping goes by characters as they are seen, and so misses a `<` or a quote
/// that a joiner or a combining mark has made part of a larger one.
struct MarkupEscaping: MustacheContentType {
    /// The name by which templates ask for it; made known to Mustache before anybody has it.
    static let name = {
        let name = "SCALARS"
        MustacheContentTypes.register(MarkupEscaping(), named: name)
        return name
    }()

    func escapeText(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            if let escaped = Self.escapes[scalar] {
                result.unicodeScalars.append(contentsOf: escaped.unicodeScalars)
            } else {
                result.unicodeScalars.append(Self.isControl(scalar) ? "\u{FFFD}" : scalar)
            }
        }
        return result
    }

    private static let escapes: [Unicode.Scalar: String] = [
        "<": "&lt;", ">": "&gt;", "&": "&amp;", "\"": "&quot;", "'": "&#39;",
    ]

    /// Control characters that a page may not hold.
    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .control && scalar != "\n" && scalar != "\t"
    }
}
