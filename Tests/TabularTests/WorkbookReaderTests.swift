import Testing

@testable import Tabular

@Suite("Reading workbooks")
struct WorkbookReaderTests {
    @Test("shared, inline and formula strings are text; runs are joined, phonetic guides are not")
    func strings() throws {
        let workbook = try HandMade.workbook(
            sheets: [
                (
                    "表", "visible",
                    HandMade.sheet(
                        """
                        <row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="C2" t="str"><f>A1</f><v>公式</v></c></row>
                        <row r="3"><c r="A3" t="inlineStr"><is><r><t>富</t></r><r><t>文本</t></r><rPh sb="0" eb="1"><t>wen</t></rPh></is></c>\
                        <c r="B3" t="inlineStr"><is><t>a_x000D_b_x005F_x000D_</t></is></c></row>
                        """)
                )
            ],
            strings: """
                <x:sst xmlns:x="urn:x"><x:si><x:t xml:space="preserve"> 440201196001011234</x:t></x:si>
                <x:si><x:r><x:rPr><x:b/></x:rPr><x:t>欧阳</x:t></x:r><x:r><x:t>海</x:t></x:r><x:rPh sb="0" eb="2"><x:t>ouyang</x:t></x:rPh><x:phoneticPr fontId="1"/></x:si></x:sst>
                """)
        #expect(
            try workbook.rows() == [
                ReadRow(number: 2, values: [" 440201196001011234", "欧阳海", "公式"]),
                ReadRow(number: 3, values: ["富文本", "a\rb_x000D_", ""]),
            ])
    }

    @Test(
        "numbers are plain decimals; what lost its digits stays as written",
        arguments: [
            ("15", "15"), ("123456789012345", "123456789012345"), ("440203198701011234", "4.40203198701011234E+17"),
            ("1234567890123456", "1.234567890123456E+15"), ("0123456789012345", "0123456789012345"),
            ("4.40203E+17", "4.40203E+17"), ("4.4020319870101101E+17", "4.4020319870101101E+17"), ("1.5E3", "1500"),
            ("1830.0999999999999", "1830.1"), ("0.30000000000000004", "0.3"), ("9999999999.99999999", "10000000000"),
            ("1E-3", "0.001"), ("-0.50", "-0.5"), ("0.0", "0"), ("1.2e+14", "120000000000000"), ("N/A", "N/A"),
            ("", ""),
        ])
    func numbers(written: String, text: String) throws {
        #expect(Array(NumberText.plain(Array(written.utf8)[...])) == Array(text.utf8))
    }

    @Test(
        "dates by number format, in both calendars",
        arguments: [
            (false, "44927", "2023-01-01"), (true, "44927", "2027-01-02"),
            (false, "46326.385416666664", "2026-10-31 09:15:00"),
            (false, "1", "1900-01-01"), (false, "59", "1900-02-28"), (false, "61", "1900-03-01"), (false, "60", "60"),
            (false, "0.75", "18:00:00"), (true, "0", "1904-01-01"), (false, "2958465", "9999-12-31"),
            (false, "2958466", "2958466"), (false, "-1", "-1"), (false, "45351", "2024-02-29"),
        ])
    func dates(countsFrom1904: Bool, serial: String, text: String) throws {
        let styles = """
            <styleSheet><numFmts><numFmt numFmtId="176" formatCode="[$-804]yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts>
            <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="176"/></cellXfs></styleSheet>
            """
        let workbook = try HandMade.workbook(
            sheets: [
                (
                    "表", "visible",
                    HandMade.sheet("<row r='2'><c s='1'><v>\(serial)</v></c><c s='0'><v>\(serial)</v></c></row>")
                )
            ],
            styles: styles, properties: countsFrom1904 ? "<workbookPr date1904='1'/>" : "")
        let row = try #require(workbook.rows().first)
        #expect(row.values[0] == text)
        #expect(row.values[1].first?.isLetter == false && !row.values[1].contains(":"))
    }

    @Test(
        "format codes of dates are told from others",
        arguments: [
            ("yyyy-mm-dd", true), ("General", false), ("@", false), ("0.00E+00", false), ("#,##0\"元/day\"", false),
            ("[Red]0", false), ("h:mm AM/PM", true), ("0_d", false), ("0\\d", false), ("m\"月\"d\"日\"", true),
        ])
    func codes(code: String, isDate: Bool) {
        #expect(CellFormats.isDate(code: code) == isDate)
    }

    @Test("booleans, errors and ISO dates")
    func types() throws {
        let row = """
            <row r="2"><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c><c t="d"><v>2026-10-31T00:00:00</v></c></row>
            <row r="3"><c t="b"><v>0</v></c><c t="d"><v>2026-10-31T09:15:00Z</v></c><c t="d"><v>2026-10-31</v></c></row>
            """
        let workbook = try HandMade.workbook(sheets: [("表", "visible", HandMade.sheet(row))])
        #expect(
            try workbook.rows().map(\.values) == [
                ["TRUE", "#N/A", "2026-10-31"], ["FALSE", "2026-10-31 09:15:00", "2026-10-31"],
            ])
    }

    @Test("a formula without its result is a defect of its row, an empty result is none")
    func formulas() throws {
        let rows = """
            <row r="2"><c r="A2"><v>1</v></c><c r="B2"><f>A2+1</f></c></row>
            <row r="3"><c r="A3"><f>A2</f><v>2</v></c><c r="B3" t="str"><f>""</f><v></v></c></row>
            <row r="4"><c r="C4"><f t="shared" si="0"/><v/></c></row>
            """
        let workbook = try HandMade.workbook(sheets: [("表", "visible", HandMade.sheet(rows))])
        let found = try workbook.rows()
        #expect(
            found == [
                ReadRow(number: 2, values: ["1", "", ""], defect: .formulaWithoutValue(column: 1)),
                ReadRow(number: 3, values: ["2", "", ""]),
                ReadRow(number: 4, values: ["", "", ""], defect: .formulaWithoutValue(column: 2)),
            ])
    }

    @Test("gaps are filled, hidden rows read, blank rows and totals left out; a lying dimension means nothing")
    func rows() throws {
        let rows = """
            <row r="3" hidden="1"><c r="C3"><v>3</v></c></row><row r="4"/>
            <row r="5"><c r="A5" t="inlineStr"><is><t> </t></is></c></row>
            <row><c><v>6</v></c><c r="D6"><v>9</v></c></row>
            <row r="9"><c r="B9" t="inlineStr"><is><t>合 计</t></is></c><c r="C9"><v>9</v></c></row>
            """
        let sheet = HandMade.sheet(rows, before: "<dimension ref=\"A1:XFD1048576\"/>")
            .replacing(
                "</sheetData>", with: "</sheetData><mergeCells count=\"7\"><mergeCell ref=\"A3:C3\"/></mergeCells>")
        let workbook = try HandMade.workbook(sheets: [("表", "visible", sheet)])
        #expect(
            try workbook.rows() == [
                ReadRow(number: 3, values: ["", "", "3"]), ReadRow(number: 6, values: ["6", "", ""]),
            ])
    }

    @Test("hidden rows and rows with values of formulas are counted, but for those left out")
    func counts() throws {
        let rows = """
            <row r="2" hidden="1"><c><v>1</v></c></row><row r="3" hidden="0"><c><v>2</v></c></row>
            <row r="4" hidden="true"><c><f>A2</f><v>1</v></c><c><f>A2</f><v>1</v></c></row>
            <row r="5" hidden="1"><c t="inlineStr"><is><t>合计</t></is></c><c><f>SUM(A2:A4)</f><v>4</v></c></row>
            <row r="6" hidden="1"/><row r="7"><c t="str"><f>A2&amp;""</f><v>x</v></c></row><row r="8"><c><f>A2</f></c></row>
            """
        let workbook = try HandMade.workbook(sheets: [("表", "visible", HandMade.sheet(rows))])
        let table = try #require(workbook.tables(SheetOptions(headings: ["甲", "乙"])).first)
        var numbers: [Int] = []
        while let batch = try table.nextBatch() { numbers += batch.rows.map(\.number) }
        #expect(numbers == [2, 3, 4, 7, 8])
        #expect(table.hiddenRows == 2)
        #expect(table.calculatedRows == 2)
    }

    @Test("counts in the part of strings are not believed")
    func lyingCounts() throws {
        let workbook = try HandMade.workbook(
            sheets: [("表", "visible", HandMade.sheet("<row r='2'><c t='s'><v>1</v></c></row>"))],
            strings: "<sst count=\"1\" uniqueCount=\"99999999\"><si><t>一</t></si><si><t>二</t></si></sst>")
        #expect(try workbook.rows().map(\.values) == [["二", "", ""]])
    }

    @Test("the header is found below titles, in strict and prefixed workbooks too")
    func header() throws {
        let plain =
            "<row r='2'><c t='inlineStr'><is><t>某县登记表</t></is></c></row><row r='4'><c r='B4' t='inlineStr'><is><t> 甲\n</t></is></c><c t='inlineStr'><is><t>乙</t></is></c><c t='inlineStr'><is><t>备注</t></is></c><c t='inlineStr'><is><t> </t></is></c></row><row r='5'><c r='B5'><v>1</v></c><c r='F5'><v>2</v></c></row>"
        var prefixed = plain
        for name in ["row", "c", "is", "t", "v"] {
            prefixed = prefixed.replacing("<\(name) ", with: "<x:\(name) ").replacing("<\(name)>", with: "<x:\(name)>")
                .replacing("</\(name)>", with: "</x:\(name)>")
        }
        let strict = "http://purl.oclc.org/ooxml/spreadsheetml/main"
        for data in [
            "<worksheet xmlns='\(strict)'><sheetData>\(plain)</sheetData></worksheet>",
            "<x:worksheet xmlns:x='\(strict)'><x:sheetData>\(prefixed)</x:sheetData></x:worksheet>",
        ] {
            let workbook = try HandMade.workbook(sheets: [("表", "visible", data)], namespace: strict)
            let table = try #require(workbook.tables(SheetOptions(headings: ["甲", "乙", "丙"])).first)
            #expect(table.header == ["", "甲", "乙", "备注"])
            #expect(table.headerRow == 4)
            #expect(try workbook.rows() == [ReadRow(number: 5, values: ["", "1", "", ""])])
        }
    }

    @Test("every visible sheet with the header belongs to the table; a hidden one only by name")
    func sheets() throws {
        let data = { (value: Int) in HandMade.sheet("<row r='2'><c><v>\(value)</v></c></row>") }
        let workbook = try HandMade.workbook(sheets: [
            (
                "说明", "visible",
                "<worksheet><sheetData><row><c t='inlineStr'><is><t>甲</t></is></c></row></sheetData></worksheet>"
            ),
            ("一", "visible", data(1)), ("藏", "hidden", data(2)), ("三", "visible", data(3)),
            ("四", "veryHidden", data(4)),
        ])
        #expect(workbook.sheets.map(\.isVisible) == [true, true, false, true, false])
        #expect(
            try workbook.rows() == [
                ReadRow(table: "调查.xlsx!一", number: 2, values: ["1", "", ""]),
                ReadRow(table: "调查.xlsx!三", number: 2, values: ["3", "", ""]),
            ])
        let hidden = SheetOptions(headings: ["甲", "乙"], sheetName: "藏")
        #expect(try workbook.rows(hidden) == [ReadRow(number: 2, values: ["2", "", ""])])
        let missing = SheetOptions(headings: ["甲"], sheetName: "无")
        #expect(throws: TabularError(.noSuchSheet, file: "调查.xlsx", cause: .named("无"))) {
            try workbook.tables(missing)
        }
        #expect(throws: TabularError(.headerNotFound, file: "调查.xlsx")) {
            try workbook.tables(SheetOptions(headings: ["子", "丑"]))
        }
    }

    @Test(
        "a damaged sheet ends the file with the place",
        arguments: [
            ("<row r='2'><c r='A2' t='s'><v>5</v></c></row>", TabularError.Kind.badCell, "A2"),
            ("<row r='2'><c r='B2'><v>5</v></c><c r='A2'><v>5</v></c></row>", .badCell, "2"),
            ("<row r='2'><c r='XFE2'><v>5</v></c></row>", .badCell, "2"),
            ("<row r='9'/><row r='9'/>", .badCell, "10"), ("<row r='1048577'/>", .badCell, "2"),
        ])
    func damage(rows: String, kind: TabularError.Kind, cell: String) throws {
        let workbook = try HandMade.workbook(sheets: [("表", "visible", HandMade.sheet(rows))])
        let error = #expect(throws: TabularError.self) { try workbook.rows() }
        #expect(error?.kind == kind)
        #expect(error?.cause == .cell(cell))
    }

    @Test("cells to the right of the header are no part of the table, near the header or far below")
    func surplus() throws {
        let rows = (2...30).map { number in
            number % 2 == 0
                ? "<row r='\(number)'><c r='E\(number)'><f>A1</f></c></row>"
                : "<row r='\(number)'><c r='A\(number)'><v>1</v></c><c r='D\(number)'><v>2</v></c></row>"
        }
        let workbook = try HandMade.workbook(sheets: [("表", "visible", HandMade.sheet(rows.joined()))])
        let found = try workbook.rows()
        #expect(found == stride(from: 3, through: 29, by: 2).map { ReadRow(number: $0, values: ["1", "", ""]) })
    }

    @Test("a document type declaration in a part is refused, as is a truncated part")
    func danger() throws {
        for (data, kind) in [
            ("<!DOCTYPE worksheet [<!ENTITY a 'b'>]><worksheet/>", TabularError.Kind.documentType),
            ("<worksheet><sheetData>", .truncated),
        ] {
            let workbook = try HandMade.workbook(sheets: [("表", "visible", data)])
            let error = #expect(throws: TabularError.self) { try workbook.rows() }
            #expect(error?.kind == kind)
            #expect(error?.file == "调查.xlsx!xl/worksheets/sheet1.xml")
        }
    }

    @Test("shared strings beyond the cap are refused")
    func cap() throws {
        let text = String(repeating: "字", count: 100)
        let archive = try ZipArchive(
            .memory(HandMade.zip([("s", "<sst><si><t>\(text)</t></si></sst>")]), name: "a.xlsx"))
        #expect(throws: TabularError(.workbookLimit, file: "a.xlsx!s", cause: .exceeded("sharedStringBytes", 299))) {
            try SharedStrings(archive.part("s", names: SharedStrings.names), limit: 299)
        }
        let strings = try SharedStrings(archive.part("s", names: SharedStrings.names), limit: 300)
        #expect(strings.text(at: 0).map { Array($0) } == Array(text.utf8))
    }
}
