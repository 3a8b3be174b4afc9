import Roster

/// 社会保险缴费明细: contributions of three months back to one ahead, the largest export by far.
final class InsuranceExport: Export {
    private let setting: ExportSetting
    private let table: TableWriter
    private var strangers: InsuredStrangers
    /// Rows wanted in all; a tenth of them is left for the end, because registered people come with unequal numbers.
    private let target: Int
    private let firmCount: Int
    private var seen = 0

    static let layout = TableLayout(
        source: .insurance,
        columns: [
            "个人编号", "证件号码", "姓名", "险种类型", "参保身份", "单位编号", "统一社会信用代码", "单位名称", "费款所属期", "缴费类型", "缴费基数", "缴费状态",
            "到账日期", "参保地区划代码",
        ], keyColumn: 8, nameColumn: 2)

    init(_ setting: ExportSetting) throws {
        self.setting = setting
        target = setting.plan.insuranceRows
        firmCount = max(200, min(target / 150, 200_000))
        table = try setting.table(Self.layout, isGzipped: setting.plan.isGzipped)
        strangers = InsuredStrangers(setting, table, firmCount: firmCount)
    }

    func add(_ view: PersonView) throws {
        seen += 1
        try strangers.fill(table, upTo: (target - target / 10) * seen / max(1, setting.peopleCount))
        guard view.isInScope else { return }
        for row in Biography(view, firmCount: firmCount).rows {
            try write(row, view.idElsewhere, view.nameElsewhere, view.person.serial)
        }
        try addDecoys(view)
        try addRelatives(view)
        guard table.wantsLure() else { return }
        let firm = Firms.employer(1)
        let row = ContributionRow(scheme: .employeePension, firm: firm, period: view.month, base: 5000)
        try table.lure(
            fields(row, view.idElsewhere, view.nameElsewhere, view.person.serial), isLinked: view.isPlain)
    }

    func close() throws -> [FileTally] {
        try strangers.fill(table, upTo: target)
        return [try table.close()]
    }

    private func addDecoys(_ view: PersonView) throws {
        guard let decoy = view.person.decoy else { return }
        let firm = Firms.employer(firmCount + view.person.serial % 90)
        for row in ContributionRow.rows(of: decoy, at: firm, in: view.month, base: 4800) {
            switch decoy {
            case .borrowedID:
                try write(row, view.identity.text, Names.different(from: view.name), view.person.serial)
            case .namesake:
                try write(row, view.identity.withWrongCheck, view.name, Ordinals.misfiled + view.person.serial)
            default: try write(row, view.idElsewhere, view.nameElsewhere, view.person.serial)
            }
        }
    }

    /// Some of the relatives in the household book work.
    private func addRelatives(_ view: PersonView) throws {
        for number in 0..<view.profile.relatives {
            let ordinal = Ordinals.relative(number, of: view.person.serial)
            guard ordinal % 10 < 4 else { continue }
            let job = Job(employer: .firm(0), from: view.month, pattern: .full)
            let firm = Firms.employer(ordinal % firmCount)
            for row in ContributionRow.rows(of: job, at: firm, for: view.month, base: 5200).prefix(3) {
                try write(row, setting.world.identity(ordinal).text, setting.world.name(ordinal), ordinal)
            }
        }
    }

    private func write(_ row: ContributionRow, _ id: String, _ name: String, _ ordinal: Int) throws {
        try table.row(fields(row, table.id(id), name, ordinal))
    }

    private func fields(_ row: ContributionRow, _ id: String, _ name: String, _ ordinal: Int) -> [String] {
        let received = row.state == 1 ? row.period.firstDay.adding(days: 12 + ordinal % 15) : nil
        let county = Places.counties[ordinal % Places.counties.count].code
        return [
            String(44_000_000_000 + ordinal), id, name, String(row.scheme.rawValue), String(row.payer.rawValue),
            row.firm.unitNumber, row.firm.creditCode, row.firm.name, table.dress.text(row.period), String(row.payment),
            "\(row.base).00", String(row.state), table.dress.text(received), String(county),
        ]
    }
}
