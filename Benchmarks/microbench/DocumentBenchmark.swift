import Tabular

/// Reading and writing of documents: what their rows cost, without anything done with them.
enum DocumentBenchmark {
    /// Rows of the families' list in an XML file, by one thread.
    static func readXML(_ file: String) throws -> Int {
        var rows = 0
        for table in try InputFile.tables(at: file) {
            let reader = try XMLRecordReader(table, layout: families)
            while let batch = try reader.nextBatch() { rows += batch.rows.count }
        }
        return rows
    }

    /// The same by as many threads as there are, three pieces at a time; a document of one piece by one thread. -1 if a piece
    /// can't be parsed alone.
    static func readXMLPieces(_ file: String) async throws -> Int {
        var rows = 0
        for table in try InputFile.tables(at: file) {
            guard let reader = try XMLPieceReader(table, layout: families) else { return try readXML(file) }
            let parser = reader.parser
            rows += try await withThrowingTaskGroup(of: Int?.self) { group in
                for _ in 0..<3 {
                    guard let piece = try reader.nextPiece() else { break }
                    group.addTask { parser.parse(piece)?.reduce(0) { $0 + $1.rows.count } }
                }
                var sum = 0
                while let count = try await group.next() {
                    guard let count else { return -1 }
                    sum += count
                    guard let piece = try reader.nextPiece() else { continue }
                    group.addTask { parser.parse(piece)?.reduce(0) { $0 + $1.rows.count } }
                }
                return sum
            }
        }
        return rows
    }

    private static let families = XMLLayout(
        recordPaths: [["低保名册", "家庭", "成员"]],
        columns: [["@统计月份"], ["家庭/@编号"], ["家庭/@类别"], ["家庭/@区划"]]
            + ["姓名", "证件号码", "性别", "出生年月", "与户主关系", "劳动能力", "就业状况", "健康状况"].map { ["家庭/成员/\($0)"] })

    /// Rows of all sheets of a workbook with the headings of a tracking survey.
    static func readWorkbook(_ file: String) throws -> Int {
        let options = SheetOptions(headings: Set(headings))
        var rows = 0
        for source in try InputFile.tables(at: file) {
            for table in try WorkbookReader(source).tables(options) {
                while let batch = try table.nextBatch() { rows += batch.rows.count }
            }
        }
        return rows
    }

    /// A tracking survey of so many made-up rows, written and counted again.
    static func writeWorkbook(_ file: String, rows: Int) throws -> Int {
        var writer = try WorkbookWriter(path: file, title: "名册", rowCount: rows)
        try writer.addSheet(SheetPlan(name: "名册", columns: headings.map { SheetColumn($0) }))
        for row in 0..<rows { try writer.append(cells(of: row)) }
        try writer.finish()
        return rows
    }

    private static let headings = [
        "登记编号", "姓名", "证件号码", "调查方式", "调查日期", "调查结果", "就业单位", "就业日期", "备注", "调查人",
    ]

    private static func cells(of row: Int) -> [WorkbookCell] {
        let isEmployed = row % 5 == 1
        let day = row % 28 + 1
        return [
            .text(String(44_020_000_000_000 + row)), .text(row % 3 == 0 ? "欧阳美玲" : "李建国"),
            .text("4402011990\(10_000_000 + row &* 7_919 % 90_000_000)"), .text(["电话", "走访", "线上"][row % 3]),
            .text(day < 10 ? "2026-10-0\(day)" : "2026-10-\(day)"),
            .text(["仍失业", "单位就业", "灵活就业", "自主创业", "失联"][row % 5]),
            .text(isEmployed ? "韶关市第\(row % 5_000)商贸有限公司" : ""), .text(isEmployed ? "2026-09-01" : ""), .empty,
            .text("调查员\(row % 40)"),
        ]
    }
}
