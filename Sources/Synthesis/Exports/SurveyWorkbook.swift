import Roster
import Tabular

/// Answers as a workbook that staff filled in: a line of title above the header.
struct SurveyWorkbook {
    private let name: String
    private let path: String
    private let title: String
    private let rows: [[String]]

    init(_ setting: ExportSetting, rows: [[String]]) {
        name = "\(SourceKind.survey.fileStem)_\(setting.month.compact)_走访.xlsx"
        path = setting.folder + "/" + name
        title = "\(setting.month.year)年\(setting.month.month)月走访名单（虚构数据）"
        self.rows = rows
    }

    /// Writes the workbook. Throws if it can't be written.
    func write() throws -> FileTally {
        var columns = SurveyExport.columns.map { _ in SheetColumn("", width: 18) }
        columns[0].heading = title
        var plan = SheetPlan(name: "走访", columns: columns)
        plan.hasFilter = false
        plan.hasFrozenHeader = false
        var writer = try WorkbookWriter(path: path, title: title, rowCount: rows.count + 2)
        try writer.addSheet(plan)
        try writer.append(SurveyExport.columns.map { .text($0) })
        for row in rows { try writer.append(row.map { $0.isEmpty ? .empty : .text($0) }) }
        try writer.finish()
        return FileTally(name: name, source: SourceKind.survey.rawValue, rows: rows.count)
    }
}
