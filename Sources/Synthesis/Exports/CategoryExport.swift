import Roster
import Tabular

/// 困难类别名册: one table a category; in even months of the plan all of them in one zip archive.
final class CategoryExport: Export {
    private let setting: ExportSetting
    private var tables: [(String, ExportFile, TableWriter)] = []
    private var quota: Quota
    private let isArchive: Bool

    static let categories = ["脱贫人口/建档立卡", "失地农民", "戒毒康复", "刑满释放", "精神障碍康复", "退役士兵", "需赡养患重大疾病直系亲属"]
    private static let codes = ["05": 0, "06": 1, "08": 2, "09": 3, "10": 4, "11": 5, "12": 6]

    init(_ setting: ExportSetting) throws {
        self.setting = setting
        isArchive = setting.wardrobe.phase != 1
        quota = Quota(total: setting.plan.registered / 20, among: setting.peopleCount)
        let columns = ["证件号码", "姓名", "类别", "认定日期", "来源单位"]
        let layout = TableLayout(source: .category, columns: columns, keyColumn: 2, nameColumn: 1)
        let dress = setting.wardrobe.dress(.category, month: setting.month)
        for category in Self.categories {
            let part = category.prefix { $0 != "/" }
            let name = "\(SourceKind.category.fileStem)_\(setting.month.compact)_\(part).csv"
            let file = try ExportFile(name, in: isArchive ? nil : setting.folder, encoding: dress.encoding)
            let table = try TableWriter(file, layout, dress, setting.mess, seed: setting.world.seed)
            tables.append((category, file, table))
        }
    }

    func add(_ view: PersonView) throws {
        for ordinal in quota.next() {
            let who = Ordinals.others + 15_000_000 + ordinal
            let day = setting.plan.months.lowerBound.firstDay.adding(days: -ordinal % 1500)
            try write(ordinal % 7, setting.world.identity(who).text, setting.world.name(who), day)
        }
        guard view.isInScope, let index = Self.codes[view.profile.category] else { return }
        try write(index, view.idElsewhere, view.nameElsewhere, view.person.registration.registeredOn.adding(days: 10))
    }

    func close() throws -> [FileTally] {
        let archiveName = "\(SourceKind.category.fileStem)_\(setting.month.compact).zip"
        var tallies: [FileTally] = []
        for (_, _, table) in tables {
            var tally = try table.close()
            if isArchive { tally.name = archiveName + "!" + tally.name }
            tallies.append(tally)
        }
        if isArchive { try writeArchive(archiveName) }
        return tallies
    }

    private func writeArchive(_ name: String) throws {
        var archive = ZipWriter()
        for (_, file, _) in tables { archive.add(file.name, file.take()) }
        let output = try ExportFile(name, in: setting.folder, encoding: .utf8)
        try output.append(archive.finished())
        try output.close()
    }

    private func write(_ index: Int, _ id: String, _ name: String, _ day: Day) throws {
        let (category, _, table) = tables[index]
        try table.row([table.id(id), name, category, table.dress.text(day), "韶关市有关单位"])
    }
}
