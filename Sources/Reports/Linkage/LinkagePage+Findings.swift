extension LinkagePage {
    /// What the reader should know first: what was compared, what came of it, what could not be found, what to mind.
    var findings: [String] {
        [comparedSentence, outcomeSentence, unlinkableSentence] + warnings
    }

    private var comparedSentence: String {
        let brought = NumberText.grouped(summary.rules.reduce(0) { $0 + $1.pairs })
        let rows = allLists.map { "“\($0.name)” \(NumberText.grouped($0.rowCount)) 行" }.joined(separator: "与")
        return rows + (summary.right == nil ? "自身查重：" : "相比：")
            + "\(summary.rules.count) 条阻断规则共选出 \(brought) 对记录，合并后比较 \(NumberText.grouped(summary.comparedPairs)) 对。"
    }

    private var outcomeSentence: String {
        let outcome = summary.outcome
        let unpaired = allLists.map { "“\($0.name)”中 \(NumberText.grouped($0.onlyHere)) 行" }.joined(separator: "、")
        return "判为匹配 \(NumberText.grouped(outcome.links)) 对，待复核 \(NumberText.grouped(outcome.reviews)) 对，"
            + "因互相矛盾被否决 \(NumberText.grouped(outcome.vetoed)) 对；\(unpaired)没有配对。"
    }

    private var unlinkableSentence: String {
        let rows = allLists.map { list in
            "“\(list.name)”中 \(NumberText.grouped(list.unlinkable)) 行"
                + "（\(NumberText.percent(list.unlinkable, of: list.rowCount))）"
        }
        return "无法匹配：\(rows.joined(separator: "、"))信息太少，即使与自身相比也达不到匹配阈值。"
    }

    private var warnings: [String] {
        var result: [String] = []
        if summary.model.isGuessed {
            result.append("注意：没有给定模型，模型由名单的列推测而来，使用前请核对字段、水平和阻断规则。")
        }
        if !summary.training.isPinned, !summary.training.hasConverged {
            result.append("注意：训练 \(summary.training.rounds) 轮后仍未收敛，权重仅供参考；请增加轮数或检查字段。")
        }
        return result + [skippedWarning, untrainedWarning].compactMap(\.self)
    }

    private var skippedWarning: String? {
        let blocks = summary.rules.reduce(0) { $0 + $1.skippedBlocks }
        guard blocks > 0 else { return nil }
        let pairs = NumberText.grouped(summary.rules.reduce(0) { $0 + $1.skippedPairs })
        return "注意：\(NumberText.grouped(blocks)) 个分块超过上限被跳过，涉及 \(pairs) 对记录；请收紧相应的阻断规则或提高上限。"
    }

    private var untrainedWarning: String? {
        let count = summary.fields.reduce(0) { $0 + $1.levels.filter { !$0.isTrained }.count }
        return count > 0 ? "注意：\(count) 个水平在训练中没有出现过，图表中以＊标出。" : nil
    }
}
