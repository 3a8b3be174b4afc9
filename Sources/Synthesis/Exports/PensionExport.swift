import Roster

/// 养老待遇领取名册: who draws a pension.
final class PensionExport: Export {
    private let setting: ExportSetting
    private let table: TableWriter
    private var quota: Quota

    init(_ setting: ExportSetting) throws {
        self.setting = setting
        let columns = ["证件号码", "姓名", "待遇类别", "待遇开始年月", "发放状态", "终止原因", "发放地区划代码"]
        table = try setting.table(TableLayout(source: .pension, columns: columns, keyColumn: 3, nameColumn: 1))
        quota = Quota(total: setting.plan.registered * 3 / 2, among: setting.peopleCount)
    }

    func add(_ view: PersonView) throws {
        for ordinal in quota.next() { try addStranger(ordinal) }
        guard view.isInScope else { return }
        for pension in view.facts.pensions {
            try table.row(fields(table.id(view.idElsewhere), view.nameElsewhere, pension))
        }
        guard table.wantsLure() else { return }
        let lure = Pension(kind: 1, start: view.month.adding(-1), state: 1)
        try table.lure(fields(view.idElsewhere, view.nameElsewhere, lure), isLinked: view.isPlain)
    }

    func close() throws -> [FileTally] { [try table.close()] }

    private func addStranger(_ ordinal: Int) throws {
        var dice = Dice(setting.world.seed, ordinal, for: .stranger)
        let identity = setting.world.elder(ordinal)
        let start = identity.birthDate.month.adding(720 + dice.below(36))
        let state = dice.chance(0.95) ? 1 : dice.among(2...3)
        let pension = Pension(kind: dice.pick([1, 1, 2, 3, 3, 3]), start: min(start, setting.month), state: state)
        try table.row(fields(table.id(identity.text), setting.world.name(ordinal), pension))
    }

    private func fields(_ id: String, _ name: String, _ pension: Pension) -> [String] {
        let reason = pension.state == 3 ? "重复领取" : table.blank
        let county = Places.counties[Int(pension.start.index) % Places.counties.count].code
        return [
            id, name, String(pension.kind), table.dress.text(pension.start), String(pension.state), reason,
            String(county),
        ]
    }
}
