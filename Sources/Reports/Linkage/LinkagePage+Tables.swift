extension LinkagePage {
    /// What each blocking rule brings.
    var ruleExhibit: Exhibit {
        var table = Page.Table("rules", caption: "阻断规则", columns: ["规则", "记录对", "跳过的分块", "跳过的记录对"])
        table.rows = summary.rules.map { ruleRow($0.label, [$0]) }
        table.totals = [ruleRow("合计", summary.rules)]
        return Exhibit(
            table, remarks: ["同一对记录可由多条规则选出，合计因此可大于比较的 \(NumberText.grouped(summary.comparedPairs)) 对。"])
    }

    private func ruleRow(_ heading: String, _ rules: [LinkageSummary.Rule]) -> Page.Row {
        Page.Row(
            heading,
            [
                .count(rules.reduce(0) { $0 + $1.pairs }), .count(rules.reduce(0) { $0 + $1.skippedBlocks }),
                .count(rules.reduce(0) { $0 + $1.skippedPairs }),
            ])
    }

    /// What of each list found no pair, or could not find one.
    var listExhibit: Exhibit {
        var table = Page.Table(
            "lists", caption: "名单", columns: ["名单", "行数", "无配对", "无配对率", "无法匹配", "无法匹配率"])
        table.rows = allLists.map { list in
            Page.Row(
                list.name,
                [
                    .count(list.rowCount), .count(list.onlyHere), .share(list.onlyHere, of: list.rowCount),
                    .count(list.unlinkable), .share(list.unlinkable, of: list.rowCount),
                ])
        }
        return Exhibit(table, remarks: ["无法匹配：字段缺失太多，与自身相比也达不到匹配阈值的行。"])
    }

    /// The model and where its weights come from.
    var modelExhibit: Exhibit {
        let (training, bands) = (summary.training, ScoreBands(summary.thresholds))
        var table = Page.Table("model", caption: "模型", columns: ["项目", "内容"], textColumns: 2)
        table.rows = [
            ("模型", summary.model.name + (summary.model.isGuessed ? "（推测）" : "")),
            ("模型摘要", summary.model.digest),
            ("权重来源", training.isPinned ? "权重文件（固定，本次未训练）" : "本次训练"),
            ("训练轮数", training.isPinned ? "—" : "\(training.rounds)（\(training.hasConverged ? "已收敛" : "未收敛")）"),
            ("预计匹配占较小名单", DecimalText.percent(training.matchedShare)),
            ("起始权重", "\(DecimalText.bits(training.priorBits)) 比特"),
            ("匹配阈值", ScoreBands.text(summary.thresholds.link, bands.link)),
            ("复核阈值", ScoreBands.text(summary.thresholds.review, bands.review)),
        ].map { Page.Row($0.0, [.text($0.1)]) }
        return Exhibit(table)
    }
}
