import Pipeline

/// What another pipeline file would decide otherwise: figures first, then every differing value as a line of CSV.
struct ComparisonText {
    private let comparison: PolicyComparison
    private let language: Language

    init(_ comparison: PolicyComparison, language: Language) {
        self.comparison = comparison
        self.language = language
    }

    /// The figures, a blank line, the list; no list if nothing differs.
    var text: String {
        var lines = [
            language.text(
                "\(comparison.month)：以 \(comparison.whatIf) 代替 \(comparison.pipeline)，同一批证据",
                "\(comparison.month): \(comparison.whatIf) instead of \(comparison.pipeline), on the same evidence"),
            language.text(
                "涉及在册 \(comparison.people) 人中的 \(comparison.peopleConcerned) 人、贷款申请 \(comparison.loansConcerned) 件；"
                    + "没有发布或记录任何内容",
                "\(comparison.peopleConcerned) of \(comparison.people) people and \(comparison.loansConcerned) loan "
                    + "applications are concerned; nothing was published or recorded"),
        ]
        for (table, columns) in comparison.counts.sorted(by: { $0.key < $1.key }) {
            let counts = columns.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
            lines.append("\(table): \(counts)")
        }
        if !comparison.differences.isEmpty { lines += ["", comparison.csv] }
        return lines.joined(separator: "\n")
    }
}
