import Foundation
import Pipeline

/// What a linkage came to, as text for a terminal.
struct MatchText {
    private let report: LinkageReport
    private let output: String
    private let language: Language

    init(_ report: LinkageReport, output: String, language: Language) {
        (self.report, self.output, self.language) = (report, output, language)
    }

    /// The report as a JSON document with sorted keys.
    static func json(_ report: LinkageReport) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(report), as: UTF8.self)
    }

    /// The lines.
    var lines: [String] {
        var lines = [list(report.left, report.right == nil ? "名单  " : "左名单", report.right == nil ? "list" : "left")]
        if let right = report.right { lines.append(list(right, "右名单", "right")) }
        if report.isGuessed {
            lines.append(
                language.text("模型    由共有列推定，见 model.yaml", "model   guessed from shared columns, see model.yaml"))
        }
        if !report.droppedFields.isEmpty {
            let names = report.droppedFields.joined(separator: ", ")
            lines.append(language.text("缺列    未用字段 \(names)", "absent  fields not used: \(names)"))
        }
        lines.append(
            language.text(
                "比较    \(report.comparedPairs) 对；链接 \(report.links)，待复核 \(report.reviews)（其中证件冲突 \(report.vetoed)）",
                "pairs   \(report.comparedPairs) compared; \(report.links) links, \(report.reviews) for review (\(report.vetoed) vetoed)"
            ))
        if report.skippedBlocks > 0 {
            lines.append(
                language.text(
                    "过大    有 \(report.skippedBlocks) 个分块超过上限，未比较，见 summary.html",
                    "skipped \(report.skippedBlocks) blocks above the cap, see summary.html"))
        }
        if report.answersApplied + report.answersUnused > 0 {
            lines.append(
                language.text(
                    "答复    用上 \(report.answersApplied) 条，内容已变或不再出现 \(report.answersUnused) 条",
                    "answers \(report.answersApplied) applied, \(report.answersUnused) for pairs that are no more"))
        }
        if let quality = report.quality {
            let shares = [quality.precision, quality.recall].map { $0?.text ?? "—" }
            lines.append(
                language.text(
                    "质量    准确率 \(shares[0])，召回率 \(shares[1])", "quality precision \(shares[0]), recall \(shares[1])"))
        }
        return lines + [language.text("结果    \(output)", "result  \(output)")]
    }

    private func list(_ list: LinkageReport.List, _ chinese: String, _ english: String) -> String {
        let aside =
            list.quarantined > 0 ? language.text("，隔离 \(list.quarantined)", ", \(list.quarantined) put aside") : ""
        let only = report.right == nil ? "" : language.text("，只在此名单 \(list.only)", ", \(list.only) only here")
        return language.text(
            "\(chinese)  \(list.file)：\(list.rows) 行\(aside)\(only)",
            "\(english.padding(toLength: 8, withPad: " ", startingAt: 0))\(list.file): \(list.rows) rows\(aside)\(only)"
        )
    }
}
