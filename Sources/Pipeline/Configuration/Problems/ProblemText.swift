/// Problems as text for a terminal: what, where, an excerpt with a caret, what to do.
package enum ProblemText {
    /// A problem in the shape `错误 E104 … / --> file:line:column / excerpt / caret / 处理：…`.
    package static func render(_ problem: ConfigurationProblem, language: Language, text: String?) -> String {
        var lines = [heading(problem, language), "  --> \(problem.file):\(problem.place)"]
        if let excerpt = excerpt(of: problem, from: text) { lines += excerpt }
        let hint = problem.hint(in: language)
        if !hint.isEmpty { lines.append("  " + language.text("处理：", "help: ") + hint) }
        return lines.joined(separator: "\n")
    }

    /// All problems of a file, a blank line between them, and a closing line with the counts.
    package static func render(_ errors: ConfigurationErrors, language: Language) -> String {
        let blocks = errors.problems.map { render($0, language: language, text: errors.texts[$0.file]) }
        let count = errors.problems.count { $0.severity == .error }
        let warnings = errors.problems.count - count
        let closing = language.text("共 \(count) 处错误，\(warnings) 处警告。", "errors: \(count), warnings: \(warnings).")
        return (blocks + [closing]).joined(separator: "\n\n")
    }

    private static func heading(_ problem: ConfigurationProblem, _ language: Language) -> String {
        let severity =
            switch problem.severity {
            case .error: language.text("错误", "error")
            case .warning: language.text("警告", "warning")
            }
        return "\(severity) \(problem.code) \(problem.message(in: language))"
    }

    private static func excerpt(of problem: ConfigurationProblem, from text: String?) -> [String]? {
        guard let line = text.flatMap({ self.line(problem.place.line, of: $0) }) else { return nil }
        let scalars = Array(line.unicodeScalars)
        let start = min(problem.place.column - 1, scalars.count)
        let before = scalars[0..<start].reduce(0) { $0 + width($1) }
        let found = Array(problem.found.unicodeScalars)
        let isShown = !found.isEmpty && scalars[start...].starts(with: found)
        let carets = isShown ? found.reduce(0) { $0 + width($1) } : 1
        let shown = String(line.map { $0 == "\t" ? " " : $0 })
        return [
            "   |  \(shown)", "   |  " + String(repeating: " ", count: before) + String(repeating: "^", count: carets),
        ]
    }

    private static func line(_ number: Int, of text: String) -> Substring? {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        return lines.indices.contains(number - 1) ? lines[number - 1] : nil
    }

    /// Columns on a terminal: two for CJK and full-width characters.
    private static func width(_ scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
            0xFFE0...0xFFE6, 0x20000...0x3FFFD:
            2
        default: 1
        }
    }
}
