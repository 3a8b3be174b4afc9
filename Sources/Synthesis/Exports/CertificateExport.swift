import Roster

/// 培训证书和补贴台账: certificates and what became of their subsidy; some occupations run over two lines.
final class CertificateExport: Export {
    private let setting: ExportSetting
    private let table: TableWriter
    private var quota: Quota

    init(_ setting: ExportSetting) throws {
        self.setting = setting
        let columns = [
            "证件号码", "姓名", "证书编号", "职业工种", "等级", "核发日期", "申请日期", "审核日期", "公示开始", "公示结束", "支付日期", "补贴金额",
            "生活费补贴金额",
        ]
        table = try setting.table(
            TableLayout(source: .certificate, columns: columns, keyColumn: 5, nameColumn: 1, hasLongText: true))
        quota = Quota(total: setting.plan.registered / 10, among: setting.peopleCount)
    }

    func add(_ view: PersonView) throws {
        for ordinal in quota.next() {
            let who = Ordinals.others + 16_000_000 + ordinal
            try write(setting.world.identity(who).text, setting.world.name(who), ordinal)
        }
        guard view.isInScope else { return }
        if view.person.serial % 12 == 0 { try write(view.idElsewhere, view.nameElsewhere, view.person.serial) }
        guard table.wantsLure() else { return }
        try table.lure(fields(view.idElsewhere, view.nameElsewhere, 5), isLinked: view.isPlain)
    }

    func close() throws -> [FileTally] { [try table.close()] }

    private func write(_ id: String, _ name: String, _ ordinal: Int) throws {
        try table.row(fields(table.id(id), name, ordinal))
    }

    private func fields(_ id: String, _ name: String, _ ordinal: Int) -> [String] {
        let occupation = ["家政服务员", "育婴员", "电工", "中式烹调师\n（粤菜师傅）", "焊工,特种", "养老护理员 \"康养\""][ordinal % 6]
        let steps = 1 + ordinal / 12 % 6
        let issued = setting.plan.months.lowerBound.firstDay.adding(days: -20 - ordinal % 300)
        let days = [0, 30, 42, 50, 57, 90].prefix(steps).map { table.dress.text(issued.adding(days: $0)) }
        let isPaid = steps == 6
        return [id, name, "Z4402\(10_000_000 + ordinal)", occupation, "初级"] + days
            + Array(repeating: table.blank, count: 6 - steps)
            + [isPaid ? "1200.00" : table.blank, isPaid && ordinal % 2 == 0 ? "500.00" : table.blank]
    }
}
