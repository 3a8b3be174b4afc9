/// `summary.html` of a linkage of two lists: what was found, and by which weights. Values in it are masked by whoever made
/// the summary.
package struct LinkagePage: Sendable {
    let summary: LinkageSummary

    package init(_ summary: LinkageSummary) {
        self.summary = summary
    }

    /// The page as HTML: the same for the same summary.
    package func html() throws -> String {
        var page = Page(title: "名单匹配报告", period: lists, notice: internalNotice)
        page.findings = findings
        page.figures = figures
        page.notes = notes
        return try LinkageTemplate.html(of: page, exhibits: exhibits)
    }

    private var lists: String {
        guard let right = summary.right else { return "“\(summary.left.name)”自身查重" }
        return "“\(summary.left.name)”与“\(right.name)”"
    }

    private var exhibits: [Exhibit] {
        var result = [ScoreHistogram(summary.histogram, summary.thresholds).exhibit]
        if !summary.fields.isEmpty {
            result.append(MatchWeightChart(priorBits: summary.training.priorBits, fields: summary.fields).exhibit)
            result.append(ProbabilityChart(fields: summary.fields).exhibit)
        }
        let sides = summary.right == nil ? (left: "前一行的值", right: "后一行的值") : (left: "左表的值", right: "右表的值")
        for (index, waterfall) in summary.waterfalls.enumerated() {
            result.append(WaterfallChart(number: index + 1, waterfall: waterfall, sides: sides).exhibit)
        }
        let answers = summary.answers?.tables.map { Exhibit($0, remarks: $0.note.isEmpty ? [] : [$0.note]) } ?? []
        return result + answers + [ruleExhibit, listExhibit, modelExhibit]
    }

    private var figures: [Page.Figure] {
        let pairs = [
            figure("比较记录对", summary.comparedPairs, "由阻断规则选出"),
            figure("匹配", summary.outcome.links, "对，达到匹配阈值且未被否决"),
            figure("待复核", summary.outcome.reviews, "对，须经人工判断"),
            figure("否决", summary.outcome.vetoed, "对，有效证件等互相矛盾"),
        ]
        let rows = allLists.flatMap { list in
            [
                figure("“\(list.name)”行数", list.rowCount, "无配对 \(NumberText.grouped(list.onlyHere)) 行"),
                Page.Figure(
                    label: "“\(list.name)”无法匹配率", value: NumberText.percent(list.unlinkable, of: list.rowCount),
                    note: "\(NumberText.grouped(list.unlinkable)) 行信息太少"),
            ]
        }
        return pairs + rows
    }

    private func figure(_ label: String, _ count: Int, _ note: String) -> Page.Figure {
        Page.Figure(label: label, value: NumberText.grouped(count), note: note)
    }

    private var notes: [String] {
        [
            "方法：Fellegi–Sunter 概率匹配。每个字段按所达到的水平得到匹配权重（比特），与起始权重相加；每多 1 比特，是同一人的可能性对不是同一人的比翻一番。",
            "缺失值不作为证据，权重为 0。姓名等字段的罕见值另加权重、常见值另减权重，因此瀑布图中的权重可与水平表不同。",
            "阻断规则决定哪些记录对值得比较；任何规则都未选出的记录对不比较，也不会匹配。",
            "否决：两个本身有效而不同的证件号等，只能复核，不得自动匹配。",
            "瀑布图含个案，其中的值已作遮蔽；本页仅供内部使用。",
        ]
    }
}

extension LinkagePage {
    /// The left list, and the right one if there are two.
    var allLists: [LinkageSummary.List] { [summary.left] + (summary.right.map { [$0] } ?? []) }
}
