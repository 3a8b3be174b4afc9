extension InputProblem {
    /// The problem in the shape of all diagnostics: code and message, places, what to do.
    package func text(in language: Language) -> String {
        var lines = ["\(severity.name(in: language)) \(code) \(title(in: language))"]
        lines += placeTexts.map { "  --> \($0)" }
        let rest = count - places.count
        if places.count > 1 || rest > 0, rest > 0, !places.isEmpty {
            lines.append("  " + language.text("另有 \(rest) 处", "and \(rest) more"))
        }
        if !hint[language].isEmpty { lines.append("  \(language.text("处理：", "help: "))\(hint[language])") }
        return lines.joined(separator: "\n")
    }

    private func title(in language: Language) -> String {
        guard let source else { return message[language] }
        return "\(source): \(message[language])"
    }

    private var placeTexts: [String] {
        if places.isEmpty { return file.isEmpty ? [] : [file] }
        return places.map { place in
            var text = file
            if let line = place.line {
                text += ":\(line)" + (place.column.map { ":\($0)" } ?? "")
            } else if let byte = place.byte {
                text += " @\(byte)"
            }
            return text
        }
    }
}

extension InputProblem.Severity {
    /// The severity in words.
    func name(in language: Language) -> String {
        switch self {
        case .note: language.text("提示", "note")
        case .warning: language.text("警告", "warning")
        case .error: language.text("错误", "error")
        }
    }
}

extension [InputProblem] {
    /// Most important last: by severity, then file and line.
    package func inReadingOrder() -> [InputProblem] {
        sorted { left, right in
            if left.severity != right.severity { return left.severity < right.severity }
            return left.standsBefore(right)
        }
    }

    /// By file, line and column.
    package func inFileOrder() -> [InputProblem] {
        sorted { $0.standsBefore($1) }
    }
}

extension InputProblem {
    fileprivate func standsBefore(_ other: InputProblem) -> Bool {
        let (mine, its) = (places.first, other.places.first)
        let (left, right) = (
            [mine?.line ?? 0, mine?.column ?? 0, mine?.byte ?? 0], [its?.line ?? 0, its?.column ?? 0, its?.byte ?? 0]
        )
        if file != other.file { return Array(file.utf8).lexicographicallyPrecedes(Array(other.file.utf8)) }
        if left != right { return left.lexicographicallyPrecedes(right) }
        return (code, field, message.en) < (other.code, other.field, other.message.en)
    }
}
