import Roster

/// 残疾人证名册: disability certificates, whose number begins with the holder's ID number.
final class DisabilityExport: Export {
    private let setting: ExportSetting
    private let table: TableWriter
    private var quota: Quota
    private static let kinds = ["视力", "听力", "言语", "肢体", "智力", "精神", "多重"]
    private static let grades = ["一级", "二级", "三级", "四级"]

    init(_ setting: ExportSetting) throws {
        self.setting = setting
        let columns = ["残疾证号", "姓名", "残疾类别", "残疾等级", "发证日期", "有效期至"]
        table = try setting.table(TableLayout(source: .disability, columns: columns, keyColumn: 0, nameColumn: 1))
        quota = Quota(total: setting.plan.registered / 8, among: setting.peopleCount)
    }

    func add(_ view: PersonView) throws {
        for ordinal in quota.next() {
            let who = Ordinals.others + 10_000_000 + ordinal
            let identity = setting.world.identity(who)
            try table.row(fields(identity.text, setting.world.name(who), ordinal % 7 + 1, ordinal % 4 + 1, ordinal))
        }
        guard view.isInScope, let found = view.profile.disability else { return }
        try table.row(fields(view.idElsewhere, view.nameElsewhere, found.kind, found.grade, view.person.serial))
    }

    func close() throws -> [FileTally] { [try table.close()] }

    private func fields(_ id: String, _ name: String, _ kind: Int, _ grade: Int, _ ordinal: Int) -> [String] {
        let issued = Month(index: setting.plan.months.lowerBound.index).firstDay.adding(days: -ordinal % 3000 - 30)
        let until = ordinal % 5 == 0 ? nil : issued.adding(months: 120)
        return [
            id + "\(kind)\(grade)", name, Self.kinds[kind - 1], Self.grades[grade - 1], table.dress.text(issued),
            table.dress.text(until),
        ]
    }
}
