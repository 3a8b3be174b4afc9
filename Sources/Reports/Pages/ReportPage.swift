import Roster

/// `report.html`: what the month's ledger says, in counts. No person is in it.
package struct ReportPage: Sendable {
    let summary: MonthSummary
    let names: ReportNames

    package init(summary: MonthSummary, names: ReportNames) {
        self.summary = summary
        self.names = names
    }

    /// The page as HTML.
    package func html() throws -> String {
        var page = Page(
            title: "\(names.place)登记失业人员跟踪月报", period: chinese(summary.month), notice: internalNotice)
        page.findings = findings
        page.figures = figures
        page.tables = [
            statusTable, countyTable, flowTable, changeTable, townTable, actionTable, reasonTable, ruleTable,
        ]
        if summary.lowIncome.total > 0 { page.tables.append(lowIncomeTable) }
        page.tables += serviceTables
        page.notes = notes
        return try PageTemplate.html(of: page)
    }

    private var coverage: Coverage { summary.coverage }

    private var findings: [String] {
        let (people, tracked) = (NumberText.grouped(summary.people), NumberText.grouped(coverage.tracked))
        let share = NumberText.percent(coverage.tracked, of: summary.people)
        return [
            "\(chinese(summary.month))在册登记失业人员 \(people) 人，已跟踪 \(tracked) 人，覆盖率 \(share)。",
            "与上月相比：\(changeSentence)。",
            "状态需人工核实 \(NumberText.grouped(summary.needingVerification)) 人，列入核查名单 "
                + "\(NumberText.grouped(summary.onWorkList)) 人。",
        ]
    }

    private var changeSentence: String {
        let changes = summary.changes.listed.map { "\($0.key.label) \(NumberText.grouped($0.count)) 人" }
        return changes.isEmpty ? "没有人员" : changes.joined(separator: "，")
    }

    private var figures: [Page.Figure] {
        [
            figure("在册人员", summary.people, "登记有效的失业人员"),
            .init(
                label: "跟踪覆盖率", value: NumberText.percent(coverage.tracked, of: summary.people),
                note: "已跟踪 \(NumberText.grouped(coverage.tracked)) 人"),
            figure("建议退出", summary.actions[.cancel], "须经人工确认"),
            figure("需人工核实", summary.needingVerification, "证据不足或互相矛盾"),
            figure("列入核查名单", summary.onWorkList, "由镇街联系"),
            figure("应书面告知", summary.toNotify, "退出或续期"),
            figure("已认定困难人员", summary.recognised, "在册人员中"),
            figure("名册中消失", summary.vanished, "上月在册，本月名册没有"),
        ]
    }

    private func figure(_ label: String, _ count: Int, _ note: String) -> Page.Figure {
        Page.Figure(label: label, value: NumberText.grouped(count), note: note)
    }

    private var notes: [String] {
        [
            "在册：登记日期不晚于月末、有效期至不早于月初、此前没有经确认的退出。",
            "已跟踪：本月与各必需来源比对过，或有本月的电话、走访、线上调查结果；“失联”不算。一人可有多种途径。",
            "建议退出只是建议：比对结果不会自行终止任何人的登记。",
            "本页为合计数，未作小数目隐藏处理，仅供内部使用，请勿对外发布。",
        ]
    }
}

/// How far pages may travel as long as small counts are not suppressed.
let internalNotice = "内部使用"

/// `2026年10月`.
func chinese(_ month: Month) -> String {
    "\(month.year)年\(month.month)月"
}
