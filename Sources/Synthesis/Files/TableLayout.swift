import Roster

/// The columns of a source's table.
struct TableLayout: Sendable {
    let source: SourceKind
    let columns: [String]
    /// A key column that can be spoiled.
    var keyColumn: Int?
    /// The column of names.
    var nameColumn: Int?
    /// Some fields are quoted over several lines.
    var hasLongText = false

    /// Headings that different offices give to one column.
    private static let otherHeadings: [String: [String]] = [
        "证件号码": ["证件号码", "身份证号", "公民身份号码"],
        "姓名": ["姓名", "姓名", "姓名"],
        "联系电话": ["联系电话", "手机号码", "联系电话"],
    ]

    /// The headings by an office's choice, 0 to 2.
    func headings(_ choice: Int) -> [String] {
        columns.map { Self.otherHeadings[$0]?[choice % 3] ?? $0 }
    }
}

/// How untidy the files are.
struct MessRates: Sendable {
    /// Share of ID numbers written oddly.
    let idShare: Double
    /// Share of registered people beside whose rows a damaged one stands, a file.
    let badShare: Double
    /// Share of rows that end oddly or are followed by a blank line.
    let untidyShare: Double

    init(_ plan: SynthesisPlan) {
        idShare = plan.mess
        badShare = plan.mess == 0 ? 0 : plan.isShowcase ? 0.06 : plan.mess * 0.02
        untidyShare = plan.mess == 0 ? 0 : plan.isShowcase ? 0.01 : plan.mess * 0.01
    }
}
