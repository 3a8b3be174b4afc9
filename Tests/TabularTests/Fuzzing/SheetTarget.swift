@testable import Tabular

extension FuzzTarget {
    /// The cells of a sheet, with given styles and shared strings, in blocks cut anywhere.
    static let sheet = FuzzTarget(
        "sheet", maximumLength: 4_096, prefix: [0, 61, 200],
        parserFiles: [
            "Workbook/Reading/SheetTable.swift", "Workbook/Reading/SheetRowReader.swift",
            "Workbook/Reading/SheetCells.swift", "Workbook/Reading/CellContent.swift",
            "Workbook/Reading/CellText.swift", "Workbook/Reading/NumberText.swift",
            "Workbook/Reading/SerialDate.swift",
        ],
        seeds: SheetSeeds.all
    ) { (input) throws(FuzzViolation) in
        var input = input
        let countsFrom1904 = input.choice() & 1 == 1
        let cuts = input.cuts(2, upTo: max(0, input.rest.count - 2))
        let content = SheetSeeds.content(countsFrom1904: countsFrom1904)
        let whole = SheetSeeds.rows(of: input.bytes, content, cuts: [])
        let cut = SheetSeeds.rows(of: input.bytes, content, cuts: cuts)
        try expectEqual(cut, whole, "blocks of any size give the same, cut at \(cuts)")
        try SheetSeeds.check(whole ?? [])
    }
}

/// What the target of sheets begins with, and a workbook around it.
enum SheetSeeds {
    /// A row without the batch it came from.
    struct Row: Equatable {
        var number: Int
        var values: [String]
        var defect: RowDefect?
    }

    static let all: [[UInt8]] = [
        """
        <worksheet><dimension ref="A1:C9"/><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v>\
        </c></row><row r="2"><c r="A2" s="1"><v>46326</v></c><c r="B2" s="2"><v>0.5</v></c></row></sheetData></worksheet>
        """,
        """
        <x:worksheet xmlns:x="urn:x"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:r><x:t>甲</x:t></x:r><x:rPh><x:t>jia\
        </x:t></x:rPh></x:is></x:c><x:c t="inlineStr"><x:is><x:t>乙</x:t></x:is></x:c></x:row><x:row r="5"><x:c t="b">\
        <x:v>1</x:v></x:c><x:c t="e"><x:v>#N/A</x:v></x:c></x:row></x:sheetData></x:worksheet>
        """,
        """
        <worksheet><sheetData><row><c t="str"><v>甲</v></c><c t="str"><v>乙</v></c></row><row><c><f>A1</f></c><c t="d">\
        <v>2026-10-31T09:15:00Z</v></c></row><row><c><v>4.40201E+17</v></c><c t="str"><v>a_x000D_b</v></c></row><row>\
        <c t="str"><v>合计</v></c><c><v>-0.10000000000000001</v></c></row><row/></sheetData></worksheet>
        """,
    ].map { [0, 61, 200] + Array($0.utf8) }

    /// Two plain formats and one of dates, and five shared strings.
    static func content(countsFrom1904: Bool) -> CellContent {
        var content = CellContent(countsFrom1904: countsFrom1904)
        (content.formats, content.strings) = (formats, strings)
        return content
    }

    /// All rows of all batches, or `nil` if the sheet is refused.
    static func rows(of sheet: [UInt8], _ content: CellContent, cuts: [Int]) -> [Row]? {
        let part = WorkbookPart(MemoryStream(sheet, cuts: cuts), names: SheetCells.names)
        let options = SheetOptions(headings: ["甲", "乙"])
        var rows: [Row] = []
        do throws(TabularError) {
            guard let table = try SheetTable(part, sheet: "表", content: content, options: options) else { return [] }
            while let batch = try table.nextBatch() {
                rows += batch.rows.map { Row(number: $0.number, values: batch.values(of: $0), defect: $0.defect) }
            }
            return rows
        } catch {
            return nil
        }
    }

    /// Rows stand in order and are as wide as the header.
    static func check(_ rows: [Row]) throws(FuzzViolation) {
        for (row, next) in zip(rows, rows.dropFirst()) {
            try expect(row.number < next.number, "rows stand in order")
            try expectEqual(row.values.count, next.values.count, "rows are as wide as the header")
        }
    }

    private static let formats = part(
        "<styleSheet><cellXfs><xf/><xf numFmtId=\"14\"/><xf numFmtId=\"21\"/></cellXfs></styleSheet>", CellFormats.names
    ) {
        (part) throws(TabularError) in try CellFormats(part)
    }

    private static let strings = part(
        "<sst><si><t>甲</t></si><si><t>乙</t></si><si><t>丙</t></si><si/></sst>", SharedStrings.names
    ) {
        (part) throws(TabularError) in try SharedStrings(part, limit: 1_000)
    }

    private static func part<Value>(
        _ text: String, _ names: [String], read: (WorkbookPart) throws(TabularError) -> Value
    ) -> Value {
        do throws(TabularError) {
            return try read(WorkbookPart(MemoryStream(Array(text.utf8)), names: names))
        } catch {
            preconditionFailure("the small parts are right: \(error)")
        }
    }
}
