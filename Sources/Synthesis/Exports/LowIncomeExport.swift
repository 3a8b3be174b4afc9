import Roster
import Tabular

/// 低保和低收入家庭名册: families on support, from civil affairs, in one of three shapes a month. Many ID numbers are masked.
final class LowIncomeExport: Export {
    private let setting: ExportSetting
    private let document: DocumentWriter
    private let style: Style
    private var quota: Quota

    /// The shapes: elements, elements with a prefix, attributes only.
    private enum Style: CaseIterable {
        case elements, prefixed, attributes
    }

    init(_ setting: ExportSetting) throws {
        self.setting = setting
        style = Style.allCases[setting.wardrobe.phase]
        let month = setting.month.compact
        let chinese = [("统计月份", month), ("单位", "韶关市民政局")]
        let shape =
            switch style {
            case .elements: DocumentWriter.Shape(root: "低保名册", attributes: chinese)
            case .prefixed: DocumentWriter.Shape(root: "低保名册", attributes: chinese, prefix: "mz:")
            case .attributes:
                DocumentWriter.Shape(
                    root: "LowIncome", attributes: [("month", month), ("unit", "韶关市民政局")], encoding: .gb18030)
            }
        document = try DocumentWriter(setting, .lowIncome, shape)
        quota = Quota(total: setting.plan.registered / 5, among: setting.peopleCount)
    }

    func add(_ view: PersonView) throws {
        for ordinal in quota.next() { try addStrangers(ordinal) }
        guard view.isInScope, let support = view.facts.lowIncome, support.since <= view.month.adding(1) else { return }
        var members = [Member(view.nameElsewhere, idOnRoster(of: view), view.identity)]
        for number in 0..<view.profile.relatives {
            let ordinal = Ordinals.relative(number, of: view.person.serial)
            let identity = setting.world.identity(ordinal)
            members.append(Member(setting.world.name(ordinal), identity.masked, identity))
        }
        try write(members, support, number: view.person.serial, region: view.profile.town.code)
    }

    func close() throws -> [FileTally] { [try document.close()] }

    /// The number as this roster has it: masked for some people in every month.
    private func idOnRoster(of view: PersonView) -> String {
        view.isMaskedOnSupportRoster ? view.identity.masked : view.idElsewhere
    }

    private func addStrangers(_ ordinal: Int) throws {
        var dice = Dice(setting.world.seed, ordinal, 5, for: .stranger)
        let members = (0..<dice.among(1...4)).map { number in
            let who = Ordinals.others + 12_000_000 + ordinal * 4 + number
            let identity = setting.world.identity(who)
            return Member(setting.world.name(who), dice.chance(0.5) ? identity.masked : identity.text, identity)
        }
        let since = setting.plan.months.lowerBound.adding(-dice.below(60))
        let support = LowIncome(kind: dice.pick(LowIncome.Kind.allCases), since: since)
        try write(members, support, number: 10_000_000 + ordinal, region: dice.pick(Places.towns).code)
    }

    private func write(_ members: [Member], _ support: LowIncome, number: Int, region: Int) throws {
        let isAttributes = style == .attributes
        let names = ["编号", "类别", "区划", "户主", "起始年月", "月保障金"]
        let short = ["id", "type", "region", "head", "start", "amount"]
        let values = [
            "440203" + String(1_000_000 + number), support.kind.rawValue, String(region), members[0].name,
            support.since.compact, "\(600 + number % 1500).00",
        ]
        try document.family(
            isAttributes ? "Family" : "家庭", Array(zip(isAttributes ? short : names, values)),
            members.enumerated().map { part($0.element, isHead: $0.offset == 0, number: number) })
    }

    private func part(_ member: Member, isHead: Bool, number: Int) -> DocumentWriter.Part {
        let birth = member.identity.birthDate.month.compact
        let sex = member.identity.isMale ? "男" : "女"
        let relation = isHead ? "本人" : number % 2 == 0 ? "配偶" : "子女"
        let values = [member.name, member.id, sex, birth, relation, "有", "无业", "良好"]
        guard style == .attributes else {
            let names = ["姓名", "证件号码", "性别", "出生年月", "与户主关系", "劳动能力", "就业状况", "健康状况"]
            let parts = zip(names, values).map { name, value in
                name == "姓名" && number % 7 == 0 ? DocumentWriter.Part.quoted(name, value) : .element(name, value)
            }
            return .group("成员", [], parts)
        }
        let names = ["name", "idcard", "sex", "birth", "relation", "ability", "job", "health"]
        return .group("Member", Array(zip(names, values)), [])
    }

    private struct Member {
        let name: String
        let id: String
        let identity: MadeUpIdentity

        init(_ name: String, _ id: String, _ identity: MadeUpIdentity) {
            self.name = name
            // this office never writes a capital check character
            self.id = id.hasSuffix("X") ? id.dropLast() + "x" : id
            self.identity = identity
        }
    }
}

extension PersonView {
    /// Whether the support roster hides the middle of the person's number.
    var isMaskedOnSupportRoster: Bool { person.serial % 10 < 3 }

    /// Family support that can be tied to the person: by a whole number and a name that nearly agrees, or by a masked one
    /// and a name that differs by no more than variant characters.
    var lowIncomeCode: String {
        guard let support = facts.lowIncome, support.since <= month, isPlain else { return "" }
        return isMaskedOnSupportRoster && !person.spelling.keepsCharacters(of: name) ? "" : support.kind.code
    }
}
