import Roster

extension ReportPage {
    /// The tables of what is found beside statuses, as far as anything was looked at.
    var serviceTables: [Page.Table] {
        [
            difficultyTable, exitTable, helpTable, deadlineTable, allowanceTable, loanTable, loanConditionTable,
            eligibilityTable,
        ].filter { !$0.rows.isEmpty }
    }

    private var services: ServiceSummary { summary.services }

    /// Categories of people who find work hard to get.
    private var difficultyTable: Page.Table {
        let kinds = DifficultyFinding.Kind.allCases
        var table = Page.Table("difficulty", caption: "就业困难人员", columns: ["类别"] + kinds.map(\.label))
        table.rows = services.difficulty.keys.sorted(by: precedesBytewise).map { category in
            Page.Row(names.category(category), kinds.map { .count(services.difficulty[category]?[$0] ?? 0) })
        }
        table.note = "“可认定”为按数据符合条件而尚未认定的人，一人可符合多个类别；“建议退出”须经人工确认。"
        return table
    }

    private var exitTable: Page.Table {
        var table = Page.Table("difficulty-exit", caption: "困难人员退出情形", columns: ["情形", "人数"])
        table.rows = services.exits.listed.map { Page.Row(names.exitGround($0.key), [.count($0.count)]) }
        return table
    }

    /// Help owed and given, by level and item.
    private var helpTable: Page.Table {
        var table = Page.Table(
            "help", caption: "三级就业帮扶", columns: ["级别和项目", "应提供人数", "应提供次数", "已提供次数", "尚缺次数"])
        for level in HelpLevel.allCases {
            for item in HelpItem.allCases {
                guard let total = services.help[level]?[item] else { continue }
                table.rows.append(
                    Page.Row(
                        "\(level.label) \(item.label)",
                        [.count(total.people), .count(total.owed), cell(total.given), cell(total.gap)]))
            }
        }
        table.note = "次数按服务记录计算；没有数据来源的项目以“—”表示。"
        return table
    }

    private func cell(_ count: Int?) -> Page.Cell {
        guard let count else { return Page.Cell(text: "—", style: "n") }
        return .count(count)
    }

    private var deadlineTable: Page.Table {
        let states = ActDeadline.State.allCases
        var table = Page.Table("deadline", caption: "办理时限", columns: ["事项", "合计"] + states.map(\.label))
        table.rows = ActDeadline.Act.allCases.compactMap { act in
            services.deadlines[act].map { row(act.label, $0, states) }
        }
        if services.actsBeyondCalendar > 0 {
            table.note = "另有 \(services.actsBeyondCalendar) 件的期限超出工作日历，见质量报告。"
        }
        return table
    }

    private var allowanceTable: Page.Table {
        var table = Page.Table("allowance", caption: "生活费补贴", columns: ["情况", "人次"])
        table.rows = services.allowance.listed.map { Page.Row($0.key.label, [.count($0.count)]) }
        return table
    }

    private var loanTable: Page.Table {
        var table = Page.Table("loan", caption: "创业担保贷款申请", columns: ["审核结果", "件数"])
        table.rows = services.loans.listed.map { Page.Row($0.key.label, [.count($0.count)]) }
        if services.loans[.pass] > 0 { table.note = "符合条件的申请共应贴息 \(services.interestSubsidy) 元。" }
        return table
    }

    private var loanConditionTable: Page.Table {
        let results = TestResult.allCases
        var table = Page.Table("loan-condition", caption: "贷款各项条件", columns: ["条件", "合计"] + results.map(\.label))
        table.rows = LoanCondition.allCases.compactMap { condition in
            services.loanConditions[condition].map { row(condition.column.heading, $0, results) }
        }
        return table
    }

    private var eligibilityTable: Page.Table {
        let results = TestResult.allCases
        var table = Page.Table(
            "eligibility", caption: "本月新登记的登记条件", columns: ["条件", "合计"] + results.map(\.label))
        table.rows = EligibilityCondition.allCases.compactMap { condition in
            services.eligibility[condition].map { row(condition.label, $0, results) }
        }
        return table
    }

    private func row<Key>(_ heading: String, _ tally: Tally<Key>, _ keys: [Key]) -> Page.Row {
        Page.Row(heading, [.count(tally.total)] + keys.map { .count(tally[$0]) })
    }
}
