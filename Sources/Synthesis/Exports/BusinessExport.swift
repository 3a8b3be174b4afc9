import Roster

/// 市场主体登记名册: who runs which business; a table in even months of the plan, an XML document in odd ones.
final class BusinessExport: Export {
    private let setting: ExportSetting
    private let output: Output
    private var quota: Quota

    private enum Output {
        case table(TableWriter)
        case document(DocumentWriter)
    }

    static let layout = TableLayout(
        source: .business,
        columns: [
            "统一社会信用代码", "主体名称", "主体类型", "法定代表人或经营者", "证件号码", "成立日期", "登记状态", "状态日期", "登记机关区划代码", "行业门类", "从业人数",
        ], keyColumn: 5, nameColumn: 3)

    init(_ setting: ExportSetting) throws {
        self.setting = setting
        if setting.wardrobe.phase == 1 {
            output = .document(try DocumentWriter(setting, .business, .plain(root: "市场主体名册", attributes: [])))
        } else {
            output = .table(try setting.table(Self.layout))
        }
        quota = Quota(total: setting.plan.registered, among: setting.peopleCount)
    }

    func add(_ view: PersonView) throws {
        for ordinal in quota.next() { try addStranger(ordinal) }
        guard view.isInScope else { return }
        for business in view.facts.businesses where isVisible(business.foundedOn, in: view.month) {
            try write(business, view.idElsewhere, view.nameElsewhere)
        }
        guard case .table(let table) = output, table.wantsLure() else { return }
        let lure = Business(ordinal: 90, isCompany: false, foundedOn: view.month.adding(-5).firstDay)
        try table.lure(fields(lure, view.idElsewhere, view.nameElsewhere, table.dress), isLinked: view.isPlain)
    }

    func close() throws -> [FileTally] {
        switch output {
        case .table(let table): [try table.close()]
        case .document(let document): [try document.close()]
        }
    }

    private func addStranger(_ ordinal: Int) throws {
        var dice = Dice(setting.world.seed, ordinal, 3, for: .stranger)
        let founded = setting.month.firstDay.adding(days: -dice.among(40...4000))
        var business = Business(ordinal: 50_000_000 + ordinal, isCompany: dice.chance(0.4), foundedOn: founded)
        if dice.chance(0.2) {
            business.closure = dice.pick([.deregistered, .revoked, .movedOut])
            business.closedOn = founded.adding(days: dice.below(40))
        }
        let who = Ordinals.owners + ordinal
        try write(business, setting.world.identity(who).text, setting.world.name(who))
    }

    private func write(_ business: Business, _ id: String, _ name: String) throws {
        switch output {
        case .table(let table):
            try table.row(fields(business, table.id(id), name, table.dress))
        case .document(let document):
            let values = fields(business, id, name, Dress())
            try document.record("主体", zip(Self.layout.columns, values).map { .element($0, $1) })
        }
    }

    private func fields(_ business: Business, _ id: String, _ name: String, _ dress: Dress) -> [String] {
        let closedOn = business.closedOn.flatMap { isVisible($0, in: setting.month) ? $0 : nil }
        let state = closedOn == nil ? "存续" : business.closure?.rawValue ?? "存续"
        let firm = business.firm
        return [
            firm.creditCode, firm.name, business.isCompany ? "企业" : "个体工商户", name, id,
            dress.text(business.foundedOn), state, dress.text(closedOn ?? business.foundedOn),
            String(Places.counties[business.ordinal % Places.counties.count].code),
            ["A", "C", "E", "F", "G", "H", "I", "N", "O"][business.ordinal % 9], String(business.ordinal % 20 + 1),
        ]
    }
}
