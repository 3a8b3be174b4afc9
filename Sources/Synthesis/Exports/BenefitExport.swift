import Roster

/// 失业保险金发放名册: one month of unemployment benefit.
final class BenefitExport: Export {
    private let setting: ExportSetting
    private let table: TableWriter
    private var quota: Quota

    init(_ setting: ExportSetting) throws {
        self.setting = setting
        let columns = ["证件号码", "姓名", "发放月份", "金额", "累计月数", "核定月数", "经办区划代码"]
        table = try setting.table(TableLayout(source: .unemploymentBenefit, columns: columns, nameColumn: 1))
        quota = Quota(total: setting.plan.registered / 10, among: setting.peopleCount)
    }

    func add(_ view: PersonView) throws {
        for ordinal in quota.next() {
            let stranger = Ordinals.others + ordinal
            try add(setting.world.identity(stranger).text, setting.world.name(stranger), months: ordinal % 12 + 1)
        }
        guard view.isInScope, let months = view.facts.benefit, months.contains(view.month) else { return }
        try add(view.idElsewhere, view.nameElsewhere, months: months.lowerBound.months(to: view.month) + 1)
    }

    func close() throws -> [FileTally] { [try table.close()] }

    private func add(_ id: String, _ name: String, months: Int) throws {
        let month = table.dress.text(setting.month)
        try table.row([table.id(id), name, month, "1548.00", String(months), String(max(months, 12)), "440204"])
    }
}
