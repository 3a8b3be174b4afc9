import Roster

/// 登记失业人员名册: the roster of registered people, in some months one file a county.
final class UnemployedExport: Export {
    private let setting: ExportSetting
    private let isSplit: Bool
    private var tables: [Int: TableWriter] = [:]
    private var dice: Dice
    private var lures = 0

    static let layout = TableLayout(
        source: .unemployed,
        columns: [
            "登记编号", "姓名", "证件类型", "证件号码", "性别", "出生日期", "民族", "文化程度", "户籍性质", "户籍地区划代码", "常住地区划代码",
            "登记机构代码", "登记机构名称", "登记渠道", "申请时间", "登记日期", "失业日期", "失业原因", "有效期至", "联系电话", "困难人员类别",
            "困难认定日期", "培训意愿", "创业意愿", "上次联系日期",
        ], keyColumn: 15, nameColumn: 1)

    init(_ setting: ExportSetting) throws {
        self.setting = setting
        isSplit = setting.wardrobe.phase == 1
        dice = Dice(setting.world.seed, Int(setting.month.index), for: .mess)
    }

    func add(_ view: PersonView) throws {
        guard view.person.presence == .listed else { return }
        let table = try table(of: view.profile.town.county)
        try addEarlier(view, table)
        try table.row(fields(view, view.person.registration, name: view.name, table))
        if view.person.sharesNumber, view.isInScope { try addSharer(view, table) }
        guard table.wantsLure() else { return }
        lures += 1
        var extra = view.person.registration
        extra.number = 9_900_000_000 + lures
        try table.lure(stranger(lures, view, extra, table), isLinked: true)
    }

    func close() throws -> [FileTally] {
        try tables.sorted { $0.key < $1.key }.map { try $0.value.close() }
    }

    private func table(of county: Int) throws -> TableWriter {
        let key = isSplit ? county : 0
        if let open = tables[key] { return open }
        let opened = try setting.table(Self.layout, part: isSplit ? "_\(county)" : "")
        tables[key] = opened
        return opened
    }

    /// An earlier registration that nobody took off the roster: set aside while both are valid.
    private func addEarlier(_ view: PersonView, _ table: TableWriter) throws {
        guard let earlier = view.person.earlier else { return }
        let name = view.person.isEarlierUnderOtherName ? Names.different(from: view.name) : view.name
        try table.row(fields(view, earlier, name: name, table))
        let isValid = earlier.validUntil.map { $0 >= view.month.firstDay } ?? true
        if isValid, view.isInScope { table.markLast(.duplicateRegistration) }
    }

    /// Another person's row under the same number. Of two such rows the one whose values come first bytewise counts, so
    /// the sharer's name comes after the person's.
    private func addSharer(_ view: PersonView, _ table: TableWriter) throws {
        let ordinal = 700_000 + view.person.serial
        let names = (0..<200).lazy.map { self.setting.world.name(Ordinals.misfiled + ordinal + $0 * 7_919) }
        guard let name = names.first(where: { view.name.utf8.lexicographicallyPrecedes($0.utf8) }) else { return }
        var fields = stranger(ordinal, view, view.person.registration, table)
        fields[1] = name
        try table.row(fields)
        table.markLast(.duplicateNumber)
    }

    private func stranger(
        _ ordinal: Int, _ view: PersonView, _ standing: Person.Standing, _ table: TableWriter
    ) -> [String] {
        let identity = setting.world.identity(Ordinals.misfiled + ordinal)
        var fields = fields(view, standing, name: setting.world.name(Ordinals.misfiled + ordinal), table)
        fields[2] = "居民身份证"
        fields[3] = identity.text
        fields[4] = identity.isMale ? "男" : "女"
        fields[5] = table.dress.text(identity.birthDate)
        return fields
    }

    private func fields(
        _ view: PersonView, _ standing: Person.Standing, name: String, _ table: TableWriter
    ) -> [String] {
        let (profile, dress) = (view.profile, table.dress)
        let applied = standing.registeredOn.adding(days: -profile.waitingDays)
        let recognised = profile.category.isEmpty ? nil : standing.registeredOn.adding(days: 20)
        return [
            numberText(standing.number), name, paperName(view.person.paper), idText(view, table),
            view.identity.isMale ? "男" : "女", dress.text(view.identity.birthDate), profile.ethnicity, profile.education,
            profile.isUrban ? "城镇" : "农村", String(profile.householdRegion), String(profile.residenceRegion),
            String(profile.town.code), profile.town.agencyName, profile.channel,
            dress.text(applied) + " " + twoDigits(8 + standing.number % 10) + ":15", dress.text(standing.registeredOn),
            dress.text(standing.registeredOn.adding(days: -20 - profile.waitingDays)), profile.reason,
            dress.text(standing.validUntil), profile.phone, profile.category, dress.text(recognised),
            profile.wantsTraining, profile.wantsBusiness, dress.text(view.person.contactedOn),
        ]
    }

    private func idText(_ view: PersonView, _ table: TableWriter) -> String {
        guard view.person.paper.isUsable else { return view.idOnRoster }
        if view.identity.isBornBefore2000, dice.chance(setting.mess.idShare * 0.1) { return view.identity.oldText }
        return table.id(view.idOnRoster)
    }

    private func paperName(_ paper: Person.Paper) -> String {
        switch paper {
        case .passport: "护照"
        case .travelPermit: "港澳居民来往内地通行证"
        default: "居民身份证"
        }
    }
}
