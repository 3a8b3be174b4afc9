import Normalization
import Tabular

/// A table opened to be looked at: how it is written, and its rows.
struct LookedTable {
    /// The file's, or `archive.zip!member`, or `file.xlsx!sheet`.
    let name: String
    let kind: TableSource.Kind
    let encoding: String
    /// What told the encoding; `nil` for workbooks, which have none.
    let encodingSource: XMLOutline.EncodingSource?
    /// Of text tables.
    let delimiter: UInt8?
    /// Headings as written; for XML the columns asked for.
    let header: [String]
    /// Line or row of the header, from 1; 0 for XML.
    let headerLine: Int
    let supply: any StretchSupply
    /// Name of the sheet, of workbooks.
    var sheet = ""

    /// Whether dates may be serial numbers, and rows are numbered by the sheet.
    var isWorkbook: Bool { kind == .workbook }
}

/// What to look for in tables: the headings that columns may have, and how text is written.
struct TableExpectation {
    var headings: Set<String>
    /// Declared for text tables and documents that do not say.
    var encoding: TextEncoding?
    var quotes: QuoteCaps
    /// Where records and values stand in XML.
    var layout: XMLLayout
    /// Names of the layout's columns.
    var columnNames: [String]

    /// What the pipeline says of a source.
    init(_ source: SourceDefinition) {
        headings = source.headings
        encoding = source.encoding
        quotes = source.quotes
        layout = XMLLayout(
            recordPaths: source.layout.recordPaths, columns: source.layout.fields.map(\.paths))
        columnNames = source.layout.fields.map(\.heading)
    }

    /// Any of some headings, in a file of which nothing is known.
    init(headings: Set<String>, quotes: QuoteCaps) {
        self.headings = headings
        self.quotes = quotes
        layout = XMLLayout(recordPaths: [], columns: [])
        columnNames = []
    }
}

/// Opens tables to be looked at.
struct TableOpening: Sendable {
    let limits: IngestLimits
    let totalMarks: [String]
    let size: SampleSize

    /// The tables in a table source: one, or one a sheet that has the header.
    func open(_ table: TableSource, name: String, as expected: TableExpectation) throws(TabularError) -> [LookedTable] {
        switch table.kind {
        case .delimited: [try openText(table, name: name, as: expected)]
        case .xml: [try openXML(table, name: name, as: expected)]
        case .workbook: try openWorkbook(table, name: name, as: expected)
        }
    }

    private func openText(
        _ table: TableSource, name: String, as expected: TableExpectation
    ) throws(TabularError) -> LookedTable {
        let options = DelimitedOptions(
            headings: expected.headings, encoding: expected.encoding, totalMarks: totalMarks,
            limits: limits.delimited(expected.quotes), pieceSize: size.pieceBytes(limits.blockBytes))
        let reader = try DelimitedReader(table, options: options)
        let format = reader.format
        let told: XMLOutline.EncodingSource =
            format.isEncodingGuessed ? .trial : format.encoding == expected.encoding ? .declaration : .mark
        return LookedTable(
            name: name, kind: .delimited, encoding: format.encoding.rawValue, encodingSource: told,
            delimiter: format.delimiter, header: format.header, headerLine: format.linesBeforeData,
            supply: TextSupply(reader, size: size, plainFile: try plainFile(table)))
    }

    private func plainFile(_ table: TableSource) throws(TabularError) -> (path: String, bytes: Int)? {
        guard table.member == nil, !table.path.lowercased().hasSuffix(".gz") else { return nil }
        return (table.path, try RegularFile(path: table.path).size)
    }

    private func openXML(
        _ table: TableSource, name: String, as expected: TableExpectation
    ) throws(TabularError) -> LookedTable {
        let reader = try XMLRecordReader(
            table, layout: expected.layout, encoding: expected.encoding ?? .utf8, limits: limits.xml)
        var early = try reader.nextBatch()
        let size = size
        let supply = BatchSupply(isEnough: { $0.bytes >= size.headBytes }) { () throws(TabularError) -> RowBatch? in
            guard let first = early else { return try reader.nextBatch() }
            early = nil
            return first
        }
        return LookedTable(
            name: name, kind: .xml, encoding: (reader.encoding ?? .utf8).rawValue, encodingSource: .nothing,
            delimiter: nil, header: expected.columnNames, headerLine: 0, supply: supply)
    }

    private func openWorkbook(
        _ table: TableSource, name: String, as expected: TableExpectation
    ) throws(TabularError) -> [LookedTable] {
        let options = SheetOptions(headings: expected.headings, totalMarks: totalMarks)
        let sheets = try WorkbookReader(table, limits: limits.workbook).tables(options)
        return sheets.map { sheet in
            looked(sheet, name: sheets.count == 1 ? name : "\(name)!\(sheet.sheet)")
        }
    }

    /// A sheet's table to be looked at.
    func looked(_ sheet: SheetTable, name: String) -> LookedTable {
        let size = size
        return LookedTable(
            name: name, kind: .workbook, encoding: "XLSX", encodingSource: nil, delimiter: nil, header: sheet.header,
            headerLine: sheet.headerRow,
            supply: BatchSupply(isEnough: { $0.rows >= size.sheetRows }) { () throws(TabularError) -> RowBatch? in
                try sheet.nextBatch()
            },
            sheet: sheet.sheet)
    }
}
