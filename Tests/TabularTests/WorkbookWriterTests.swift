import Foundation
import Testing

@testable import Tabular

@Suite("Writing workbooks")
struct WorkbookWriterTests {
    private static let columns = [
        SheetColumn("登记编号", width: 18), SheetColumn("证件号码", width: 22),
        SheetColumn("登记日期", width: 12, format: .date), SheetColumn("月数", format: .number(decimals: 0)),
        SheetColumn("处理结果", isUnlocked: true, choices: ChoiceList(["仍失业", "单位就业"])),
    ]

    private func write(
        _ path: String, rows: [[WorkbookCell]], rowCount: Int? = nil, columns: [SheetColumn] = columns
    ) throws {
        var writer = try WorkbookWriter(path: path, title: "台账", rowCount: rowCount ?? rows.count)
        try writer.addNotes(name: "说明", lines: ["怎样填写", "请从下拉列表中选择。"])
        var plan = SheetPlan(name: "甲区", columns: columns)
        plan.isProtected = true
        plan.footer = "内部资料 R&D"
        try writer.addSheet(plan)
        for row in rows { try writer.append(row) }
        try writer.finish()
    }

    private func read(_ path: String, columns: [SheetColumn] = columns) throws -> [ReadRow] {
        try WorkbookReader(ZipArchive(path: path)).rows(SheetOptions(headings: Set(columns.map(\.heading))))
    }

    @Test("text comes back as it was given, whatever it looks like", arguments: [10, 20_001])
    func roundTrip(rowCount: Int) throws {
        let folder = try WorkFolder()
        let texts = [
            "440201196001011234", "44020119600101123X", "000123", "=1+1", "@SUM(A1)", "4.40203E+17", "'引号", " 前后 ",
            "2026-10-31", "甲\n乙", "甲\r\n乙\t丙", "_x000D_", "a_x0041_b", "<&>\"", "𠮷野家", "TRUE", "\u{1}控制",
        ]
        try write(folder.file("a.xlsx"), rows: texts.map { [.text($0), .text($0)] }, rowCount: rowCount)
        let found = try read(folder.file("a.xlsx"))
        #expect(found.map { $0.values[0] } == texts)
        #expect(found.map(\.number) == Array(2..<texts.count + 2))
    }

    @Test("what a cell can't hold is replaced or cut")
    func unwritable() throws {
        let folder = try WorkFolder()
        let long = String(repeating: "字", count: 40_000)
        try write(
            folder.file("a.xlsx"),
            rows: [[.text("a\0b\u{FFFF}")], [.text(long)], [.text(String(repeating: "a", count: 32_767))]])
        let found = try read(folder.file("a.xlsx")).map { $0.values[0] }
        #expect(found == ["a\u{FFFD}b\u{FFFD}", long.prefix(32_766) + "…", String(repeating: "a", count: 32_767)])
    }

    @Test("dates and numbers are typed cells; missing cells are empty")
    func types() throws {
        let folder = try WorkFolder()
        try write(
            folder.file("a.xlsx"),
            rows: [
                [.text("1"), .empty, .date(year: 2026, month: 10, day: 31), .integer(12)],
                [.text("2"), .text(""), .date(year: 2024, month: 2, day: 29), .number(-0.5), .text("仍失业")],
                [],
            ])
        #expect(
            try read(folder.file("a.xlsx")).map(\.values) == [
                ["1", "", "2026-10-31", "12", ""], ["2", "", "2024-02-29", "-0.5", "仍失业"],
            ])
    }

    @Test("two runs give the same bytes", arguments: [10, 20_001])
    func sameBytes(rowCount: Int) async throws {
        let folder = try WorkFolder()
        let rows = (0..<50).map { [WorkbookCell.text("R\($0 % 7)"), .text("姓名"), .date(year: 2026, month: 1, day: 2)] }
        try write(folder.file("a.xlsx"), rows: rows, rowCount: rowCount)
        try await Task.sleep(for: .seconds(2.1))
        try write(folder.file("b.xlsx"), rows: rows, rowCount: rowCount)
        #expect(
            try Data(contentsOf: URL(filePath: folder.file("a.xlsx")))
                == Data(contentsOf: URL(filePath: folder.file("b.xlsx"))))
    }

    @Test("sheet names are made legal and each is there once")
    func names() {
        var names = SheetNames()
        let wishes = [
            "曲江区", "曲江区", "a/b:c*d?e[f]", "", "'引'", "History", String(repeating: "街", count: 40),
            String(repeating: "街", count: 50), "QJ", "qj",
        ]
        #expect(
            wishes.map { names.claim($0) } == [
                "曲江区", "曲江区(2)", "a_b_c_d_e_f_", "表", "引", "表History", String(repeating: "街", count: 31),
                String(repeating: "街", count: 28) + "(2)", "QJ", "qj(2)",
            ])
    }

    @Test("a list too long for its rule stands on a sheet of its own, once")
    func choices() throws {
        var sheet = ChoiceSheet(name: "代码表")
        let long = ChoiceList((0..<100).map { "原因\($0)" })
        #expect(sheet.formula(for: ChoiceList(["是", "否"]), heading: "选") == "\"是,否\"")
        #expect(sheet.formula(for: long, heading: "因") == "='代码表'!$A$2:$A$101")
        #expect(sheet.formula(for: ChoiceList(["甲,乙", "丙"]), heading: "序") == "='代码表'!$B$2:$B$3")
        #expect(sheet.formula(for: long, heading: "因") == "='代码表'!$A$2:$A$101")
        #expect(sheet.lists.map(\.heading) == ["因", "序"])
        #expect(sheet.rows.count == 100)
        #expect(sheet.rows[2] == [.text("原因2"), .empty])
    }

    @Test("parts of a sheet say what was planned")
    func parts() throws {
        let folder = try WorkFolder()
        let columns =
            Self.columns + [
                SheetColumn("原因", choices: ChoiceList((0..<100).map { "原因\($0)" })), SheetColumn("校验码", isHidden: true),
            ]
        try write(folder.file("a.xlsx"), rows: [[.text("1")], [.text("2")]], columns: columns)
        let archive = try ZipArchive(path: folder.file("a.xlsx"))
        let sheet = try text(of: "xl/worksheets/sheet2.xml", in: archive)
        for part in [
            "<pane xSplit=\"2\" ySplit=\"1\" topLeftCell=\"C2\"", "<autoFilter ref=\"A1:G3\"/>",
            "orientation=\"landscape\"",
            "paperSize=\"9\"", "fitToHeight=\"0\"", "<sheetProtection sheet=\"1\"", "sort=\"0\" autoFilter=\"0\"",
            "sqref=\"E2:E3\"", "<formula1>\"仍失业,单位就业\"</formula1>", "<formula1>'代码表'!$A$2:$A$101</formula1>",
            "errorTitle=\"不在列表中\"", "hidden=\"1\"", "&amp;L内部资料 R&amp;&amp;D&amp;C第 &amp;P 页 / 共 &amp;N 页",
        ] {
            #expect(sheet.contains(part), "\(part)")
        }
        #expect(try text(of: "xl/workbook.xml", in: archive).contains("_xlnm.Print_Titles"))
        #expect(try text(of: "docProps/core.xml", in: archive).contains("<dc:title>台账</dc:title>"))
        #expect(try text(of: "docProps/core.xml", in: archive).contains("2000-01-01T00:00:00Z"))
    }

    @Test("a workbook that is not finished leaves no file; a finished one is its owner's only")
    func files() throws {
        let folder = try WorkFolder()
        func abandon() throws {
            var writer = try WorkbookWriter(path: folder.file("a.xlsx"), title: "台账", rowCount: 1)
            try writer.addSheet(SheetPlan(name: "甲区", columns: Self.columns))
        }
        try abandon()
        #expect(!FileManager.default.fileExists(atPath: folder.file("a.xlsx")))
        try write(folder.file("b.xlsx"), rows: [[.text("1")]])
        let attributes = try FileManager.default.attributesOfItem(atPath: folder.file("b.xlsx"))
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["b.xlsx"])
    }

    @Test("a workbook with other rows than were written, or cut short, is found out")
    func verification() throws {
        let folder = try WorkFolder()
        try write(folder.file("a.xlsx"), rows: [[.text("1")], [.text("2")]])
        try WorkbookWriter.verify(folder.file("a.xlsx"), rowCounts: [2, 3])
        #expect(throws: TabularError(.rowsLost, file: "a.xlsx", cause: .rows(written: 6, found: 5))) {
            try WorkbookWriter.verify(folder.file("a.xlsx"), rowCounts: [2, 4])
        }
        let whole = try Data(contentsOf: URL(filePath: folder.file("a.xlsx")))
        try whole.dropLast(100).write(to: URL(filePath: folder.file("b.xlsx")))
        #expect(throws: TabularError.self) { try WorkbookWriter.verify(folder.file("b.xlsx"), rowCounts: [2, 3]) }
    }

    @Test("a place where nothing can be written is an error")
    func unwritablePlace() throws {
        let folder = try WorkFolder()
        let error = #expect(throws: TabularError.self) {
            try write(folder.file("missing/a.xlsx"), rows: [[.text("1")]])
        }
        #expect(error == TabularError(.notWritten, file: "a.xlsx", cause: .systemCall(errno: ENOENT)))
    }

    private func text(of part: String, in archive: ZipArchive) throws -> String {
        let entry = try #require(archive.entry(named: part))
        return String(decoding: try archive.open(entry).readAll(upTo: 1 << 20), as: UTF8.self)
    }
}
