import Roster

/// 户籍家庭名册: the household books of registered people, with their relatives.
final class HouseholdExport: Export {
    private let setting: ExportSetting
    private let document: DocumentWriter

    init(_ setting: ExportSetting) throws {
        self.setting = setting
        document = try DocumentWriter(
            setting, .household, .plain(root: "户籍家庭名册", attributes: [("统计月份", setting.month.compact)]))
    }

    func add(_ view: PersonView) throws {
        guard view.isInScope, view.profile.relatives > 0 else { return }
        let region = view.profile.town.code
        var members = [member(view.nameElsewhere, "本人或户主", view.idElsewhere, isMale: view.identity.isMale)]
        for number in 0..<view.profile.relatives {
            let ordinal = Ordinals.relative(number, of: view.person.serial)
            let identity = setting.world.identity(ordinal)
            let relation = number == 0 ? "配偶" : identity.isMale ? "子" : "女"
            members.append(member(setting.world.name(ordinal), relation, identity.text, isMale: identity.isMale))
        }
        try document.family(
            "户",
            [
                ("户号", "H\(view.person.serial + 1_000_000)"),
                ("户类别", view.person.serial % 25 == 0 ? "集体户" : "家庭户"),
                ("城乡", view.profile.isUrban ? "城镇" : "农村"), ("区划", String(region)),
            ], members)
    }

    func close() throws -> [FileTally] { [try document.close()] }

    private func member(_ name: String, _ relation: String, _ id: String, isMale: Bool) -> DocumentWriter.Part {
        .group(
            "成员", [],
            [
                .element("姓名", name), .element("证件号码", id),
                .element("与户主关系", relation == "本人或户主" ? "户主" : relation), .element("性别", isMale ? "男" : "女"),
            ])
    }
}
