import Roster

/// 死亡人口名册: who died.
final class DeathExport: Export {
    private let setting: ExportSetting
    private let table: TableWriter
    private var quota: Quota

    init(_ setting: ExportSetting) throws {
        self.setting = setting
        let columns = ["证件号码", "姓名", "死亡日期", "信息来源"]
        table = try setting.table(TableLayout(source: .death, columns: columns, keyColumn: 2, nameColumn: 1))
        quota = Quota(total: setting.plan.registered / 20 + 20, among: setting.peopleCount)
    }

    func add(_ view: PersonView) throws {
        for ordinal in quota.next() {
            var dice = setting.stranger(ordinal, .death)
            let day = setting.month.lastDay.adding(days: -dice.below(700))
            let identity = setting.world.elder(30_000_000 + ordinal)
            try table.row(fields(table.id(identity.text), setting.world.name(ordinal + 7), day))
        }
        guard view.isInScope else { return }
        if let day = view.facts.diedOn, isVisible(day, in: view.month) {
            try table.row(fields(table.id(view.idElsewhere), view.nameElsewhere, day))
        }
        guard table.wantsLure() else { return }
        let day = view.month.firstDay.adding(days: 3)
        try table.lure(fields(view.idElsewhere, view.nameElsewhere, day), isLinked: view.isPlain)
    }

    func close() throws -> [FileTally] { [try table.close()] }

    private func fields(_ id: String, _ name: String, _ day: Day) -> [String] {
        [id, name, table.dress.text(day), day.number % 3 == 0 ? "民政殡葬" : "公安户籍"]
    }
}
