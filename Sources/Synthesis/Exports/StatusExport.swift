import Roster

/// 其他状态名册: who studies, serves, is abroad, in prison, unable to work, or moved away.
final class StatusExport: Export {
    private let setting: ExportSetting
    private let table: TableWriter
    private var quota: Quota

    init(_ setting: ExportSetting) throws {
        self.setting = setting
        let columns = ["证件号码", "姓名", "状态", "起始日期", "终止日期", "来源"]
        table = try setting.table(TableLayout(source: .status, columns: columns, keyColumn: 3, nameColumn: 1))
        quota = Quota(total: setting.plan.registered / 12 + 20, among: setting.peopleCount)
    }

    func add(_ view: PersonView) throws {
        for ordinal in quota.next() { try addStranger(ordinal) }
        guard view.isInScope else { return }
        for spell in view.facts.spells where isVisible(spell.start, in: view.month) {
            try table.row(fields(table.id(view.idElsewhere), view.nameElsewhere, spell))
        }
        guard table.wantsLure() else { return }
        let lure = Spell(kind: .student, start: view.month.adding(-3).firstDay)
        try table.lure(fields(view.idElsewhere, view.nameElsewhere, lure), isLinked: view.isPlain)
    }

    func close() throws -> [FileTally] { [try table.close()] }

    private func addStranger(_ ordinal: Int) throws {
        var dice = setting.stranger(ordinal, .status)
        let start = setting.month.lastDay.adding(days: -dice.below(900))
        let end = dice.chance(0.3) ? start.adding(days: dice.below(900)) : nil
        let spell = Spell(kind: dice.pick(Spell.Kind.allCases), start: start, end: end)
        let who = Ordinals.others + 5_000_000 + ordinal
        try table.row(fields(table.id(setting.world.identity(who).text), setting.world.name(who), spell))
    }

    private func fields(_ id: String, _ name: String, _ spell: Spell) -> [String] {
        let origin =
            switch spell.kind {
            case .imprisoned: "司法行政"
            case .military: "退役军人事务"
            case .student: "教育"
            case .emigrated: "出入境"
            case .incapacitated: "劳动能力鉴定"
            case .movedOut: "公安户籍"
            }
        return [id, name, spell.kind.rawValue, table.dress.text(spell.start), table.dress.text(spell.end), origin]
    }
}
