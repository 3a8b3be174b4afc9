/// What people's answers tell of how right links are, in figures that stand ready to be shown.
package struct AnswerSummary: Sendable, Equatable {
    /// Answers about the pairs of one grade, or of one band of probability.
    package struct Group: Sendable, Equatable {
        package var label: String
        package var pairs: Int
        package var yes: Int
        package var no: Int
        package var unsure: Int
        /// The share of yes among yes and no.
        package var precision: Share?

        package init(label: String, pairs: Int, yes: Int, no: Int, unsure: Int, precision: Share?) {
            (self.label, self.pairs, self.yes, self.no) = (label, pairs, yes, no)
            (self.unsure, self.precision) = (unsure, precision)
        }
    }

    /// A share from 0 to 1 with its interval of 95 %.
    package struct Share: Sendable, Equatable {
        package var value: Double
        package var low: Double
        package var high: Double

        package init(value: Double, low: Double, high: Double) {
            (self.value, self.low, self.high) = (value, low, high)
        }

        /// `97.5%（94.1%–99.0%）`.
        var text: String {
            "\(DecimalText.percent(value))（\(DecimalText.percent(low))–\(DecimalText.percent(high))）"
        }
    }

    package var grades: [Group]
    package var bands: [Group]
    /// Of all links; `nil` while links of some band have no answer.
    package var precision: Share?
    /// Of all listed pairs that are one person's.
    package var recall: Share?

    package init(grades: [Group], bands: [Group], precision: Share?, recall: Share?) {
        (self.grades, self.bands, self.precision, self.recall) = (grades, bands, precision, recall)
    }

    /// Whether anybody answered.
    package var isEmpty: Bool { grades.allSatisfy { $0.yes + $0.no + $0.unsure == 0 } }
}

extension AnswerSummary {
    /// The figures by grade and by band, and what they come to.
    var tables: [Page.Table] {
        var (first, second) = (
            table("answers-grade", caption: "复核答复（按匹配等级）", of: grades, heading: "等级"),
            table("answers-band", caption: "复核答复（按概率）", of: bands, heading: "概率")
        )
        first.note = "准确率 = 是 ÷（是 + 否），括号内为 95% 置信区间（Wilson）。"
        second.note = overall
        return [first, second]
    }

    private var overall: String {
        let lacking = "有的概率段还没有答复，暂不能估计"
        return "全部链接的准确率：\(precision?.text ?? lacking)；召回率（只就列出的配对而言）：\(recall?.text ?? lacking)。"
    }

    private func table(_ id: String, caption: String, of groups: [Group], heading: String) -> Page.Table {
        var table = Page.Table(id, caption: caption, columns: [heading, "配对", "是", "否", "不确定", "准确率"])
        table.rows = groups.map { group in
            Page.Row(
                group.label,
                [
                    .count(group.pairs), .count(group.yes), .count(group.no), .count(group.unsure),
                    .number(group.precision?.text ?? "—"),
                ])
        }
        return table
    }
}
