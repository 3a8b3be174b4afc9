package import Roster

/// `quality.html`: what came in, what was put aside and why. No person is in it.
package struct QualityPage: Sendable {
    private let month: Month
    private let sources: [SourceSummary]
    private let names: ReportNames
    private let answers: AnswerSummary?
    private let actsBeyondCalendar: Int

    /// - Parameters:
    ///   - sources: in the order of the pipeline file.
    ///   - answers: what people answered of links, if they did.
    ///   - actsBeyondCalendar: acts whose due date lies past the end of the working-day table.
    package init(
        month: Month, sources: [SourceSummary], names: ReportNames, answers: AnswerSummary? = nil,
        actsBeyondCalendar: Int = 0
    ) {
        self.answers = answers
        self.actsBeyondCalendar = actsBeyondCalendar
        self.month = month
        self.sources = sources
        self.names = names
    }

    /// The page as HTML.
    package func html() throws -> String {
        var page = Page(title: "\(names.place)数据质量报告", period: chinese(month), notice: internalNotice)
        page.findings = findings
        page.figures = figures
        page.tables = [sourceTable, fileTable, quarantineTable, remarkTable, linkTable]
        page.tables +=
            [damagedTable, linkChangeTable].filter { !$0.rows.isEmpty } + (answers?.tables ?? []) + [gateTable]
        page.notes = notes
        return try PageTemplate.html(of: page)
    }

    private var rows: Int { sources.reduce(0) { $0 + $1.rows } }
    private var records: Int { sources.reduce(0) { $0 + $1.records } }
    private var quarantined: Int { sources.reduce(0) { $0 + $1.quarantined.total } }

    private var findings: [String] {
        let present = sources.filter { !$0.isMissing }
        let missing = sources.filter { $0.isMissing && $0.isRequired }.map(\.title)
        let files = present.reduce(0) { $0 + $1.files.count }
        var result = [
            "收到 \(present.count) 个来源、\(files) 个文件，共 \(NumberText.grouped(rows)) 行；"
                + "其中 \(NumberText.grouped(quarantined)) 行（\(NumberText.percent(quarantined, of: rows))）未能使用，已隔离。"
        ]
        if !missing.isEmpty { result.append("缺少必需来源：\(missing.joined(separator: "、"))。") }
        if actsBeyondCalendar > 0 {
            result.append("有 \(NumberText.grouped(actsBeyondCalendar)) 件办理事项的期限超出工作日历，期限留空；请更新工作日历表。")
        }
        return result
    }

    private var figures: [Page.Figure] {
        let gates = sources.flatMap(\.gates)
        let warned = gates.filter { $0.verdict == .warned }.count
        let stopped = gates.filter { $0.verdict == .stopped }.count
        return [
            .init(label: "读入行数", value: NumberText.grouped(rows), note: "标题、空行、合计行不算"),
            .init(label: "可用记录", value: NumberText.grouped(records), note: "行数 = 记录 + 隔离"),
            .init(label: "隔离行数", value: NumberText.grouped(quarantined), note: "原文见 quarantine 文件夹"),
            .init(label: "质量门槛", value: "\(gates.count)", note: "警告 \(warned)，未通过 \(stopped)"),
        ]
    }

    private var sourceTable: Page.Table {
        var table = Page.Table(
            "source", caption: "各来源行数", columns: ["来源", "文件", "行数", "记录", "隔离", "隔离率", "字段提示"])
        table.rows = sources.map { source in
            sourceRow(source.isMissing ? "\(source.title)（未收到）" : source.title, [source])
        }
        table.totals = [sourceRow("合计", sources)]
        return table
    }

    private func sourceRow(_ heading: String, _ sources: [SourceSummary]) -> Page.Row {
        let rows = sources.reduce(0) { $0 + $1.rows }
        let quarantined = sources.reduce(0) { $0 + $1.quarantined.total }
        return Page.Row(
            heading,
            [
                .count(sources.reduce(0) { $0 + $1.files.count }), .count(rows),
                .count(sources.reduce(0) { $0 + $1.records }), .count(quarantined), .share(quarantined, of: rows),
                .count(sources.reduce(0) { $0 + $1.remarks.total }),
            ])
    }

    private var fileTable: Page.Table {
        var table = Page.Table(
            "file", caption: "各文件行数", columns: ["文件", "来源", "编码", "字节", "行数", "记录", "隔离"], textColumns: 3)
        table.rows = sources.flatMap { source in
            source.files.map { file in
                Page.Row(
                    file.name,
                    [
                        .text(source.title), .text(file.encoding), .count(file.bytes), .count(file.rows),
                        .count(file.records), .count(file.quarantined.total),
                    ])
            }
        }
        return table
    }

    private var quarantineTable: Page.Table {
        findingTable("quarantine", caption: "隔离原因", tallies: sources.map { ($0.title, $0.quarantined) })
    }

    private var remarkTable: Page.Table {
        var table = findingTable("remark", caption: "字段提示（行仍使用）", tallies: sources.map { ($0.title, $0.remarks) })
        table.note = "字段只在与在册人员有关的行上逐一检查。"
        return table
    }

    private func findingTable(
        _ id: String, caption: String, tallies: [(title: String, tally: Tally<FindingCode>)]
    ) -> Page.Table {
        let all = tallies.reduce(into: Tally<FindingCode>()) { $0.merge($1.tally) }
        let codes = all.listed.map(\.key)
        var table = Page.Table(id, caption: caption, columns: ["来源", "合计"] + codes.map(\.label))
        func row(_ heading: String, _ tally: Tally<FindingCode>) -> Page.Row {
            Page.Row(heading, [.count(tally.total)] + codes.map { .count(tally[$0]) })
        }
        table.rows = tallies.filter { $0.tally.total > 0 }.map { row($0.title, $0.tally) }
        table.totals = [row("合计", all)]
        return table
    }

    private var linkTable: Page.Table {
        let grades = MatchGrade.allCases
        var table = Page.Table(
            "link", caption: "各来源与在册人员的匹配", columns: ["来源"] + grades.map { "\($0.rawValue) 级" } + ["家庭成员"])
        table.rows = sources.filter { $0.registeredLinks.total + $0.relativeLinks.total > 0 }.map { source in
            Page.Row(
                source.title,
                grades.map { .count(source.registeredLinks[$0]) } + [.count(source.relativeLinks.total)])
        }
        let overused = sources.filter { $0.overusedIDs > 0 }.map { "\($0.title) \($0.overusedIDs) 个" }
        table.note =
            "A、B 级可单独作为依据；C、D 级需核实；E 级只供复查。"
            + (overused.isEmpty ? "" : "姓名过多、不作依据的证件号码：\(overused.joined(separator: "、"))。")
        return table
    }

    private var damagedTable: Page.Table {
        let outcomes = ["linked", "ambiguous", "unlinked"]
        var table = Page.Table(
            "damaged", caption: "证件号码被遮蔽或有误的记录", columns: ["来源", "唯一相符", "多人相符", "无人相符"])
        table.rows = sources.filter { $0.damagedIDs.total > 0 }.map { source in
            Page.Row(source.title, outcomes.map { .count(source.damagedIDs[$0]) })
        }
        table.note = "按号码可见部分、姓名、性别和出生年月比对；多人相符的不匹配，逐条见 masked.csv。有误而无人相符的不列。"
        return table
    }

    private var linkChangeTable: Page.Table {
        var table = Page.Table(
            "links", caption: "与上月相比的匹配变化（两月都在册的人员）", columns: ["来源", "新增", "失去", "等级变动"])
        table.rows = sources.filter { $0.linkChanges.total > 0 }.map { source in
            Page.Row(source.title, LinkChange.Kind.allCases.map { .count(source.linkChanges[$0]) })
        }
        table.note = "逐条及原因（数据、模型、规则、复核）见 links.csv。"
        return table
    }

    private var gateTable: Page.Table {
        var table = Page.Table("gate", caption: "质量门槛", columns: ["来源", "门槛", "结果", "说明"], textColumns: 4)
        table.rows = sources.flatMap { source in
            source.gates.map { gate in
                Page.Row(
                    source.title,
                    [.text(gate.finding.gate), .text(gate.verdict.label), .text(gate.finding.chinese)])
            }
        }
        return table
    }

    private var notes: [String] {
        [
            "隔离的行附原文、位置和原因，存放在 quarantine 文件夹，供来源单位改正。",
            "结构和编码逐行检查；字段类型只在与在册人员有关的行上检查，其他人的行不再细读。",
            "本页为合计数，仅供内部使用。",
        ]
    }
}
