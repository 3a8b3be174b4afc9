import Roster
import Tabular
import Testing

@testable import Reports

struct WorkbookTests {
    private static let choices = SurveyChoices(methods: ["电话", "走访", "线上"], outcomes: ["仍失业", "单位就业", "失联"])

    private static func summary(of rows: [LedgerRow]) -> MonthSummary {
        rows.reduce(into: MonthSummary(month: Samples.month)) { $0.add($1) }
    }

    @Test("The ledger workbook has a sheet a county in order of code, and one for counties without a name")
    func countySheets() throws {
        let scratch = try Scratch()
        let rows = [
            Samples.row("1", town: "440204002"), Samples.row("2"), Samples.row("3", town: "449999001"),
            Samples.fullRow("4"), Samples.row("5", town: ""),
        ]
        let path = scratch.file("台账.xlsx")
        try LedgerWorkbook(summary: Self.summary(of: rows), names: Samples.names).write(to: path, rows: rows)
        let book = try ReadWorkbook(path)
        #expect(book.sheets == ["武江区", "浈江区", "其他", "填写说明"])
        let number = ColumnName.registrationNumber
        #expect(try book.column(number, of: "武江区") == ["2", "4"])
        #expect(try book.column(number, of: "浈江区") == ["1"])
        #expect(try book.column(number, of: "其他") == ["5", "3"])
    }

    @Test("The ledger workbook has the columns of ledger.csv under their Chinese headings")
    func ledgerHeadings() throws {
        let scratch = try Scratch()
        let path = scratch.file("台账.xlsx")
        let rows = [Samples.fullRow("4")]
        try LedgerWorkbook(summary: Self.summary(of: rows), names: Samples.names).write(to: path, rows: rows)
        let book = try ReadWorkbook(path)
        #expect(try book.header(of: "武江区") == LedgerRow.table.columns.map(\.name.heading))
        let row = try #require(try book.rows(of: "武江区").first)
        #expect(row[.idNumber] == "440201199001011234")
        #expect(row[.status] == "疑似就业待核实")
        #expect(row[.employer] == "甲,乙\"公司\"")
        #expect(row[.method] == "信息比对；电话")
        #expect(row[.dueDate] == "2026-11-23")
        #expect(row[.confirmedStatus] == "单位就业")
        #expect(row[.monthsUnemployed] == "2")
    }

    @Test("A work list can be read as a survey: its answer columns stand empty under the survey's headings")
    func workList() throws {
        let scratch = try Scratch()
        let path = scratch.file("list.xlsx")
        var entry = WorkListEntry(row: Samples.fullRow("000123456789012345"), phone: "01380000000")
        entry.row.dueDate = nil
        let workbook = WorkListWorkbook(month: Samples.month, names: Samples.names, choices: Self.choices)
        try workbook.write(
            to: path, townCode: "440203001", entries: [entry, WorkListEntry(row: Samples.row("2"), phone: "")])
        let book = try ReadWorkbook(path)
        #expect(book.sheets == ["核查名单", "填写说明"])
        let rows = try book.rows(of: "核查名单")
        #expect(rows.count == 2)
        let row = try #require(rows.first)
        #expect(row[.registrationNumber] == "000123456789012345")
        #expect(row[.phone] == "01380000000")
        #expect(row[.worklist] == "证据互相矛盾（本人所述与比对结果不符）；疑似就业")
        #expect(row[.task]?.hasPrefix("1. ") == true)
        #expect(row[.dueDate] == "")
        let answers: [ColumnName] = [
            .surveyMethod, .surveyDate, .surveyResult, .employer, .employedOn, .note, .surveyor,
        ]
        for answer in answers { #expect(row[answer] == "", "\(answer)") }
        #expect(RowChecksum.matches(row[.checkCode] ?? "", registrationNumber: "000123456789012345"))
    }

    @Test("A quarantined row stands beside the sender's columns, surplus fields in the last, formulas as text")
    func quarantine() throws {
        let scratch = try Scratch()
        let path = scratch.file("q.xlsx")
        let row = QuarantinedRow(
            place: RowPlace(file: "甲.csv", row: 2, line: 3, byteOffset: 40), code: .fieldCount, reason: "应为 2 列",
            field: "姓名", raw: "=1+1,\u{0}b,c,d", fields: ["=1+1", "\u{0}b", "c", "d"])
        let short = QuarantinedRow(
            place: RowPlace(file: "甲.csv", row: 5, line: 6, byteOffset: 90), code: .fieldCount, reason: "应为 2 列",
            raw: "-x", fields: ["-x"])
        try QuarantineWorkbook(month: Samples.month, title: "保险").write(
            to: path, sections: [.init(headings: ["证件号码", "姓名"], rows: [row, short])])
        let book = try ReadWorkbook(path)
        let cells = try book.cells(of: "未能使用的行")
        #expect(
            try book.header(of: "未能使用的行")
                == QuarantinedRow.table.columns.map(\.name.heading) + ["证件号码", "姓名"])
        #expect(
            cells.first == [
                "甲.csv", "2", "3", "40", "field_count", "应为 2 列", "姓名", "=1+1,\u{FFFD}b,c,d", "=1+1", "\u{FFFD}b,c,d",
            ])
        #expect(cells.last?.prefix(9).last == "-x")
        #expect(cells.count == 2)
    }

    @Test("Each header of a source's files has a sheet of its own, and overlong text is cut with a mark")
    func sections() throws {
        let scratch = try Scratch()
        let path = scratch.file("q.xlsx")
        let long = QuarantinedRow(
            place: RowPlace(file: "a.csv", row: 1, line: 2, byteOffset: 9), code: .overLong, reason: "过长",
            raw: String(repeating: "长", count: 40_000), fields: [])
        try QuarantineWorkbook(month: Samples.month, title: "保险").write(
            to: path, sections: [.init(headings: ["甲"], rows: [long]), .init(headings: [], rows: [])])
        let book = try ReadWorkbook(path)
        #expect(book.sheets == ["未能使用的行1", "未能使用的行2", "说明"])
        let raw = try #require(try book.rows(of: "未能使用的行1").first?[.raw])
        #expect(raw.utf16.count == 32_767)
        #expect(raw.hasSuffix("…"))
    }

    @Test("A table that fills its sheet goes on in another one", arguments: [(0, [0]), (2, [2]), (5, [2, 2, 1])])
    func series(count: Int, split: [Int]) throws {
        let scratch = try Scratch()
        let path = scratch.file("s.xlsx")
        let columns = [ColumnName.registrationNumber, .name].map { SheetColumn($0.heading) }
        var workbook = try WorkbookWriter(path: path, title: "表", rowCount: count)
        var series = SheetSeries(SheetPlan(name: "表", columns: columns), capacity: 2)
        try series.begin(in: &workbook)
        for number in 0..<count { try series.append([.text(String(number)), .text("甲")], to: &workbook) }
        try workbook.finish()
        let book = try ReadWorkbook(path)
        #expect(book.sheets == ["表", "表（2）", "表（3）"].prefix(split.count).map(\.self))
        let cells = try book.sheets.map { try book.column(.registrationNumber, of: $0) }
        #expect(cells.map(\.count) == split)
        #expect(cells.flatMap(\.self) == (0..<count).map(String.init))
    }

    @Test("The same rows give the same bytes")
    func deterministic() throws {
        let scratch = try Scratch()
        let rows = [Samples.row("1", town: "440204002"), Samples.fullRow("2")]
        let workbook = LedgerWorkbook(summary: Self.summary(of: rows), names: Samples.names)
        try workbook.write(to: scratch.file("a.xlsx"), rows: rows)
        try workbook.write(to: scratch.file("b.xlsx"), rows: rows)
        #expect(try scratch.bytes("a.xlsx") == scratch.bytes("b.xlsx"))
        #expect(try !scratch.bytes("a.xlsx").isEmpty)
    }
}
