/// An XLSX workbook opened for reading: its list of sheets, its formats and its distinct strings. The cells are streamed.
package final class WorkbookReader {
    /// The sheets with cells, in the workbook's order.
    package let sheets: [Sheet]
    private let archive: ZipArchive
    private let index: WorkbookIndex
    private let content: CellContent

    /// A sheet as the workbook lists it.
    package struct Sheet: Hashable, Sendable {
        package let name: String
        /// Neither hidden nor very hidden.
        package let isVisible: Bool
    }

    /// Opens the workbook of a source.
    package convenience init(_ source: TableSource, limits: WorkbookLimits = .standard) throws(TabularError) {
        try self.init(source.openArchive(), limits: limits)
    }

    /// Opens a workbook by its archive.
    package init(_ archive: ZipArchive, limits: WorkbookLimits = .standard) throws(TabularError) {
        self.archive = archive
        index = try WorkbookIndex(archive)
        guard index.sheets.count <= limits.sheets else {
            throw TabularError(.workbookLimit, file: archive.name, cause: .exceeded("sheets", limits.sheets))
        }
        sheets = index.sheets.map { Sheet(name: $0.name, isVisible: $0.isVisible) }
        var content = CellContent(countsFrom1904: index.countsFrom1904)
        if let part = index.stylesPart, archive.entry(named: part) != nil {
            content.formats = try CellFormats(archive.part(part, names: CellFormats.names))
        }
        if let part = index.sharedStringsPart, archive.entry(named: part) != nil {
            content.strings = try SharedStrings(
                archive.part(part, names: SharedStrings.names), limit: limits.sharedStringBytes)
        }
        self.content = content
    }

    /// The tables to be read: of the sheet asked for by name, else of every visible sheet that has a known header.
    ///
    /// No sheet of that name is `noSuchSheet`, no header anywhere `headerNotFound`.
    package func tables(_ options: SheetOptions) throws(TabularError) -> [SheetTable] {
        let wanted = index.sheets.filter { options.sheetName.map { [$0] }?.contains($0.name) ?? $0.isVisible }
        if let name = options.sheetName, wanted.isEmpty {
            throw TabularError(.noSuchSheet, file: archive.name, cause: .named(name))
        }
        var tables: [SheetTable] = []
        for sheet in wanted {
            let part = try archive.part(sheet.part, names: SheetCells.names)
            if let table = try SheetTable(part, sheet: sheet.name, content: content, options: options) {
                tables.append(table)
            }
        }
        guard let first = tables.first else { throw TabularError(.headerNotFound, file: archive.name) }
        guard tables.count > 1 else {
            first.name = archive.name
            return tables
        }
        for table in tables { table.name = "\(archive.name)!\(table.sheet)" }
        return tables
    }

    /// The first rows of a sheet that are not blank, for looking into a workbook of which nothing is known.
    package func firstRows(ofSheet sheet: Int, count: Int = 50) throws(TabularError) -> [[String]] {
        var rows = SheetRowReader(try archive.part(index.sheets[sheet].part, names: SheetCells.names), content: content)
        guard let batch = try rows.read(rowCount: count) else { return [] }
        return batch.rows.prefix(count).map { batch.values(of: $0) }
    }

    /// Number of rows that a sheet lists, headers and blank ones included.
    func rowCount(of sheet: Int) throws(TabularError) -> Int {
        let part = try archive.part(index.sheets[sheet].part, names: ["row"])
        var events = XMLEvents()
        var count = 0
        while try part.next(&events) {
            count += events.list.count { $0.kind == .start && $0.name == 0 }
        }
        return count
    }
}

/// How much a workbook may hold.
package struct WorkbookLimits: Hashable, Sendable {
    /// Bytes of all distinct strings together.
    package var sharedStringBytes = 256 << 20
    package var sheets = 1_000

    /// The limits for workbooks from outside.
    package static let standard = WorkbookLimits()
}

/// What the caller knows of the table in a workbook before it is opened.
package struct SheetOptions: Hashable, Sendable {
    /// Headings that columns may have; a header row has at least two of them, or the only one.
    package var headings: Set<String>
    /// The sheet to be read; by default every visible one with a known header.
    package var sheetName: String?
    /// First cells of rows that add up others and are no rows.
    package var totalMarks: [String]
    /// Rows with cells among which the header must be.
    package var headerRows: Int

    package init(
        headings: Set<String>, sheetName: String? = nil, totalMarks: [String] = ["合计", "总计", "小计"],
        headerRows: Int = 20
    ) {
        self.headings = headings
        self.sheetName = sheetName
        self.totalMarks = totalMarks
        self.headerRows = headerRows
    }
}
