import Roster

/// 创业担保贷款申请: applications of people and of small firms.
final class LoanExport: Export {
    private let setting: ExportSetting
    private let table: TableWriter
    private var quota: Quota
    private var count = 0

    init(_ setting: ExportSetting) throws {
        self.setting = setting
        let columns = [
            "申请编号", "借款主体", "证件号码/统一社会信用代码", "姓名/企业名称", "申请日期", "申请金额", "期限月数", "年利率", "人群类别", "带动就业人数",
            "累计次数", "其他贷款余额", "配偶其他贷款余额", "登记注册日期", "登记注册地区划", "职工人数", "新招重点对象人数", "拖欠工资欠缴社保",
        ]
        table = try setting.table(TableLayout(source: .loan, columns: columns))
        quota = Quota(total: setting.plan.registered / 100 + 10, among: setting.peopleCount)
    }

    func add(_ view: PersonView) throws {
        for ordinal in quota.next() {
            let who = Ordinals.borrowers + ordinal
            if ordinal % 3 == 0 {
                let firm = Firms.employer(300_000 + ordinal)
                try write("小微企业", firm.creditCode, firm.name, ordinal)
            } else {
                try write("个人", setting.world.identity(who).text, setting.world.name(who), ordinal)
            }
        }
        guard view.isInScope, view.person.serial % 150 == 0 else { return }
        try write("个人", view.idElsewhere, view.nameElsewhere, view.person.serial)
    }

    func close() throws -> [FileTally] { [try table.close()] }

    private func write(_ borrower: String, _ id: String, _ name: String, _ ordinal: Int) throws {
        count += 1
        let isFirm = borrower == "小微企业"
        let applied = setting.month.firstDay.adding(days: -ordinal % 200)
        let groups = ["登记失业人员", "退役军人", "高校毕业生", "返乡创业农民工", "其他"]
        try table.row([
            "D4402\(setting.month.compact)\(count)", borrower, isFirm ? id : table.id(id), name,
            table.dress.text(applied),
            isFirm ? "\(500 + ordinal % 50 * 100)000" : "\(100 + ordinal % 5 * 50)000", isFirm ? "24" : "36",
            ["3.45", "3.60", "3.95"][ordinal % 3], isFirm ? table.blank : groups[ordinal % 5], String(ordinal % 8),
            String(ordinal % 4 + 1), isFirm ? table.blank : ordinal % 6 == 0 ? "20000" : "0",
            isFirm || ordinal % 9 == 0 ? table.blank : "0",
            table.dress.text(applied.adding(days: -400 - ordinal % 900)),
            ordinal % 11 == 0 ? "440106" : "440203", isFirm ? String(5 + ordinal % 150) : table.blank,
            isFirm ? String(ordinal % 12) : table.blank, ordinal % 20 == 0 ? "是" : "否",
        ])
    }
}
