import Roster

extension ReportPage {
    /// People by status.
    var statusTable: Page.Table {
        var table = Page.Table("status", caption: "各状态人数", columns: ["状态", "人数", "占比"])
        table.rows = names.statuses.sorted(summary.statuses.keys).map { status in
            countRow(names.statuses.label(status), summary.statuses[status])
        }
        table.totals = [countRow("合计", summary.people)]
        return table
    }

    /// People by county and status.
    var countyTable: Page.Table {
        let statuses = names.statuses.sorted(summary.statuses.keys)
        var table = Page.Table(
            "county", caption: "各县区状态人数", columns: ["县区", "合计"] + statuses.map { names.statuses.label($0) })
        table.rows = summary.counties.keys.sorted(by: precedesBytewise).map { county in
            row(names.countyOrCode(county), summary.counties[county] ?? Tally(), statuses)
        }
        table.totals = [row("合计", summary.statuses, statuses)]
        return table
    }

    /// From last month's status to this month's.
    var flowTable: Page.Table {
        let statuses = names.statuses.sorted(summary.statuses.keys)
        var table = Page.Table(
            "flow", caption: "上月状态到本月状态",
            columns: ["上月状态 ＼ 本月状态", "合计"] + statuses.map { names.statuses.label($0) })
        let previous = names.statuses.sorted(summary.flows.keys.compactMap { $0 })
        table.rows = previous.map { row(names.statuses.label($0), summary.flows[$0] ?? Tally(), statuses) }
        if let new = summary.flows[nil] { table.rows.append(row("上月不在册", new, statuses)) }
        table.totals = [row("合计", summary.statuses, statuses)]
        table.note = "每行为上月同一状态的人本月的去向。"
        return table
    }

    /// People by kind of change.
    var changeTable: Page.Table {
        var table = Page.Table("change", caption: "变化情况", columns: ["变化", "人数"])
        table.rows = summary.changes.listed.map { Page.Row($0.key.label, [.count($0.count)]) }
        table.note = "“名册中消失”的人不在本月在册人员之内。"
        return table
    }

    /// People checked, by town and method.
    var townTable: Page.Table {
        var table = Page.Table(
            "town", caption: "各镇街跟踪覆盖",
            columns: ["镇街", "在册", "已跟踪", "覆盖率"] + TrackingMethod.allCases.map(\.label))
        table.rows = summary.towns.keys.sorted(by: precedesBytewise).map { town in
            row(names.townOrCode(town), summary.towns[town] ?? Coverage())
        }
        table.totals = [row("合计", summary.coverage)]
        table.note = "一人可有多种途径，各途径之和可大于已跟踪人数。"
        return table
    }

    /// People by proposed action.
    var actionTable: Page.Table {
        var table = Page.Table("action", caption: "处理建议", columns: ["建议", "人数", "占比"])
        table.rows = summary.actions.listed.map { countRow($0.key.label, $0.count) }
        table.totals = [countRow("合计", summary.actions.total)]
        return table
    }

    /// People by reason to be on a work list.
    var reasonTable: Page.Table {
        var table = Page.Table("worklist", caption: "核查原因", columns: ["原因", "人数"])
        table.rows = summary.workListReasons.listed.map { Page.Row($0.key.label, [.count($0.count)]) }
        table.note = "一人可有多个原因。"
        return table
    }

    /// People by the rule that decided.
    var ruleTable: Page.Table {
        var table = Page.Table("rule", caption: "判定规则", columns: ["规则", "人数", "占比"])
        table.rows = summary.rules.listed.map { countRow($0.key, $0.count) }
        table.totals = [countRow("合计", summary.rules.total)]
        return table
    }

    /// People of low-income families by kind.
    var lowIncomeTable: Page.Table {
        var table = Page.Table("low-income", caption: "低保和低收入家庭成员", columns: ["类别", "人数"])
        table.rows = summary.lowIncome.listed.map { Page.Row($0.key.label, [.count($0.count)]) }
        table.totals = [Page.Row("合计", [.count(summary.lowIncome.total)])]
        return table
    }

    private func countRow(_ heading: String, _ count: Int) -> Page.Row {
        Page.Row(heading, [.count(count), .share(count, of: summary.people)])
    }

    private func row(_ heading: String, _ tally: Tally<StatusCode>, _ statuses: [StatusCode]) -> Page.Row {
        Page.Row(heading, [.count(tally.total)] + statuses.map { .count(tally[$0]) })
    }

    private func row(_ heading: String, _ coverage: Coverage) -> Page.Row {
        let counts: [Page.Cell] = [
            .count(coverage.people), .count(coverage.tracked), .share(coverage.tracked, of: coverage.people),
        ]
        return Page.Row(heading, counts + TrackingMethod.allCases.map { .count(coverage.methods[$0]) })
    }
}
