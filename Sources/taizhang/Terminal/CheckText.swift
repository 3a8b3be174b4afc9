import Pipeline

/// The closing lines of a check: what was seen of each file, and how it stands.
struct CheckText {
    private let report: CheckReport
    private let language: Language

    init(_ report: CheckReport, language: Language) {
        (self.report, self.language) = (report, language)
    }

    /// One line a file, and the counts of problems.
    var lines: [String] {
        let width = (report.files.map { $0.source.count }.max() ?? 0) + 2
        return report.files.map { $0.source.padded(to: width) + text(of: $0) } + [counts]
    }

    private func text(of file: CheckedFile) -> String {
        let delimiter = file.delimiter.map { $0 == "\t" ? " tab" : " \($0)" } ?? ""
        let sum = file.quarantined.values.reduce(0, +)
        var text = "\(file.name)  \(file.encoding)\(delimiter)  "
        text += language.text(
            "行 \(file.rows)，记录 \(file.records)，隔离 \(sum)",
            "\(file.rows) rows, \(file.records) records, \(sum) put aside")
        if sum > 0 {
            let codes = file.quarantined.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            text += " (\(codes.map { "\($0.key) \($0.value)" }.joined(separator: ", ")))"
        }
        return file.sampled ? text + language.text("  [抽样]", "  [sample]") : text
    }

    private var counts: String {
        func count(_ severity: InputProblem.Severity) -> Int { report.problems.count { $0.severity == severity } }
        return language.text(
            "错误 \(count(.error))，警告 \(count(.warning))，提示 \(count(.note))",
            "errors: \(count(.error)), warnings: \(count(.warning)), notes: \(count(.note))")
    }
}
