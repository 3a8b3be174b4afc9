import Roster

/// 灵活就业社会保险补贴发放名册: one month of subsidy for flexible work.
final class FlexibleSubsidyExport: Export {
    private let setting: ExportSetting
    private let table: TableWriter
    private var quota: Quota

    init(_ setting: ExportSetting) throws {
        self.setting = setting
        let columns = ["证件号码", "姓名", "补贴所属月份", "金额", "发放日期", "经办区划代码"]
        table = try setting.table(TableLayout(source: .flexibleSubsidy, columns: columns, keyColumn: 2, nameColumn: 1))
        quota = Quota(total: setting.plan.registered / 25, among: setting.peopleCount)
    }

    func add(_ view: PersonView) throws {
        for ordinal in quota.next() {
            let who = Ordinals.others + 1_000_000 + ordinal
            try table.row(fields(table.id(setting.world.identity(who).text), setting.world.name(who), setting.month))
        }
        guard view.isInScope else { return }
        if let months = view.facts.subsidised, months.contains(view.month) { try add(view, view.month) }
        if view.person.decoy == .subsidyPast { try add(view, view.month.adding(-1)) }
        guard table.wantsLure() else { return }
        try table.lure(fields(view.idElsewhere, view.nameElsewhere, view.month), isLinked: view.isPlain)
    }

    func close() throws -> [FileTally] { [try table.close()] }

    private func add(_ view: PersonView, _ month: Month) throws {
        try table.row(fields(table.id(view.idElsewhere), view.nameElsewhere, month))
    }

    private func fields(_ id: String, _ name: String, _ month: Month) -> [String] {
        let day = setting.month.adding(1).firstDay.adding(days: 4)
        return [id, name, table.dress.text(month), "420.50", table.dress.text(day), "440203"]
    }
}
