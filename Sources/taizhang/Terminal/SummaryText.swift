import Pipeline

/// The closing lines of a run: month, people, statuses and changes, rows, gates, time, where the report lies.
struct SummaryText {
    private let summary: RunSummary
    private let language: Language

    init(_ summary: RunSummary, language: Language) {
        self.summary = summary
        self.language = language
    }

    /// About ten lines, one topic each.
    var lines: [String] {
        let manifest = summary.manifest
        var lines = [
            line("月份", "month", "\(manifest.month)  r\(manifest.revision)"),
            line("人员", "people", people),
            line("状态", "statuses", counts(manifest.people.statuses)),
            line("变动", "changes", counts(manifest.people.changes)),
            line("行数", "rows", rows),
        ]
        lines += review + quarantined + gates
        lines.append(line("用时", "time", time))
        lines.append(line("台账链", "chain", manifest.ledger.head))
        lines.append(line("结果", "result", result))
        return lines
    }

    private func line(_ chinese: String, _ english: String, _ text: String) -> String {
        let title = language.text(chinese, english)
        let width = title.unicodeScalars.reduce(0) { $0 + ($1.isASCII ? 1 : 2) }
        return title + String(repeating: " ", count: max(1, 10 - width)) + text
    }

    private var people: String {
        let people = summary.manifest.people
        return language.text(
            "在册 \(people.registered)，已跟踪 \(people.tracked)，存疑 \(people.needingVerification)，工作清单 \(people.onWorkLists)",
            "\(people.registered) in scope, \(people.tracked) tracked, \(people.needingVerification) in doubt, "
                + "\(people.onWorkLists) on work lists")
    }

    private func counts(_ counts: [String: Int]) -> String {
        let sorted = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        return sorted.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
    }

    private var rows: String {
        let rows = summary.rows
        return language.text(
            "读入 \(rows.read)，隔离 \(rows.quarantined)", "\(rows.read) read, \(rows.quarantined) put aside")
    }

    /// Links that people are asked about.
    private var review: [String] {
        guard let review = summary.manifest.review else { return [] }
        let (open, answered) = (review.open.values.reduce(0, +), review.answered.values.reduce(0, +))
        let text = language.text("待答 \(open) 对，已答 \(answered)", "\(open) pairs to be answered, \(answered) answered")
        return [line("复核", "review", text)]
    }

    /// One line for all sources with rows put aside.
    private var quarantined: [String] {
        let sources = summary.quarantinedBySource
        guard !sources.isEmpty else { return [] }
        let text = sources.map { "\($0.source) \($0.rows)" }.joined(separator: ", ")
        return [line("隔离", "put aside", text)]
    }

    private var gates: [String] {
        let warnings =
            summary.notices.map { $0[language] }
            + summary.warnings.map { "\($0.source) \($0.gate): \($0.message[language])" }
        guard !warnings.isEmpty else { return [line("关口", "gates", language.text("全部通过", "all passed"))] }
        return warnings.map { line("警告", "warning", $0) }
    }

    private var time: String {
        "\(summary.clock.total.inHundredths) s, \(StageClock.peakMemory) MiB"
    }

    private var result: String {
        guard !summary.request.isDryRun else { return language.text("试运行，未发布", "dry run, nothing published") }
        return summary.hasReport ? "\(summary.folder)/report.html" : summary.folder
    }
}
