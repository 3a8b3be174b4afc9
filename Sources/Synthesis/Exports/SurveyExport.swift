import Roster

/// 跟踪调查结果: a month's answers. What was asked on a visit comes back as a filled-in workbook, the rest as a table.
final class SurveyExport: Export {
    private let setting: ExportSetting
    private let table: TableWriter
    private var visits: [[String]] = []

    static let columns = ["登记编号", "姓名", "证件号码", "调查方式", "调查日期", "调查结果", "就业单位", "就业日期", "备注", "调查人"]

    init(_ setting: ExportSetting) throws {
        self.setting = setting
        let layout = TableLayout(source: .survey, columns: Self.columns, keyColumn: 4, nameColumn: 1)
        table = try setting.table(layout, part: "_电话线上")
    }

    func add(_ view: PersonView) throws {
        guard view.isInScope else { return }
        for answer in view.facts.answers where answer.export == view.month {
            try write(answer, number: view.number, name: view.nameElsewhere, id: view.idOnFile)
        }
        if view.person.decoy == .misfiledAnswer {
            let identity = setting.world.identity(Ordinals.misfiled + 3_000_000 + view.person.serial)
            let day = view.month.firstDay.adding(days: 7)
            let answer = Answer(day: day, export: view.month, outcome: .employed, method: .phone)
            try write(answer, number: view.number, name: view.nameElsewhere, id: identity.text)
        }
        guard table.wantsLure() else { return }
        let lure = Answer(day: view.month.firstDay, export: view.month, outcome: .employed, method: .phone)
        try table.lure(
            fields(lure, view.number, view.nameElsewhere, view.idOnFile, table.dress), isLinked: view.isPlain)
    }

    func close() throws -> [FileTally] {
        let workbook = SurveyWorkbook(setting, rows: visits)
        return [try table.close(), try workbook.write()]
    }

    private func write(_ answer: Answer, number: String, name: String, id: String) throws {
        if answer.method == .visit {
            visits.append(fields(answer, number, name, id, Dress()))
        } else {
            try table.row(fields(answer, number, name, table.id(id), table.dress))
        }
    }

    private func fields(
        _ answer: Answer, _ number: String, _ name: String, _ id: String, _ dress: Dress
    ) -> [String] {
        let hasWork = answer.outcome.isPassing
        let employer = hasWork ? Firms.employer(Int(answer.day.number) % 200).name : dress.nullMark
        return [
            number, name, id, answer.method.rawValue, dress.text(answer.day), answer.outcome.rawValue, employer,
            hasWork ? dress.text(answer.day.adding(days: -6)) : dress.nullMark,
            answer.outcome == .unreached ? "电话无人接听" : dress.nullMark, "网格员乙",
        ]
    }
}
