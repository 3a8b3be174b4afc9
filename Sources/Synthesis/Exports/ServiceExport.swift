import Roster

/// 服务记录: services given to registered people, public-welfare posts among them. There are no names in it.
final class ServiceExport: Export {
    private let setting: ExportSetting
    private let table: TableWriter

    init(_ setting: ExportSetting) throws {
        self.setting = setting
        let columns = ["登记编号", "证件号码", "服务类型", "申请时间", "完成时间", "岗位编号", "机构代码", "经办人"]
        table = try setting.table(TableLayout(source: .service, columns: columns, keyColumn: 2))
    }

    func add(_ view: PersonView) throws {
        guard view.isInScope else { return }
        for service in view.facts.services where service.appliedOn <= view.month.lastDay {
            try write(view, service.kind.rawValue, service.appliedOn, service.completedOn, post: nil)
        }
        for post in view.facts.posts where isVisible(post.start, in: view.month) {
            let end = post.end.flatMap { isVisible($0, in: view.month) ? $0 : nil }
            try write(view, "公益性岗位", post.start, end, post: post.number)
        }
        guard table.wantsLure() else { return }
        let lure = fields(view, "公益性岗位", view.month.firstDay, nil, post: 77)
        try table.lure(lure, isLinked: false)
    }

    func close() throws -> [FileTally] { [try table.close()] }

    private func write(_ view: PersonView, _ kind: String, _ applied: Day, _ completed: Day?, post: Int?) throws {
        try table.row(fields(view, kind, applied, completed, post: post))
    }

    private func fields(_ view: PersonView, _ kind: String, _ applied: Day, _ completed: Day?, post: Int?) -> [String] {
        [
            view.number, table.id(view.idOnFile), kind, table.dress.text(applied) + " 09:30",
            table.dress.text(completed), post.map { "G\($0)" } ?? table.blank, String(view.profile.town.code), "经办员甲",
        ]
    }
}
