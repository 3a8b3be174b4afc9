/// Writes one XLSX workbook: sheets one after the other, rows in order.
///
/// The same calls give the same bytes. The file is there when `finish` returns, read again and its rows counted: the
/// library reports success even when the disk was full.
package struct WorkbookWriter: ~Copyable {
    private let file: XLSXFile
    private let path: String
    private var names: SheetNames
    private var choices: ChoiceSheet
    private var formats: [CellStyle: Int] = [:]
    private var rowCounts: [Int] = []
    private var current: CurrentSheet?

    private struct CurrentSheet {
        let number: Int
        let plan: SheetPlan
        let formats: [Int]
        /// Rows written under the header.
        var rows = 0
    }

    private static let maximumRows = 1_048_576
    private static let maximumSharedRows = 20_000

    /// - Parameters:
    ///   - title: stands in the document's properties.
    ///   - rowCount: rows of all sheets; above 20,000 the file is written without keeping rows in memory, with strings
    ///     in the cells instead of a shared table.
    ///   - created: seconds since 1970 to stand in the document's properties.
    package init(path: String, title: String, rowCount: Int, created: Int = 946_684_800) throws(TabularError) {
        let file = try XLSXFile(
            path: path, folder: Self.folder(of: path), isStreamed: rowCount > Self.maximumSharedRows)
        try file.setProperties(title: title, created: created)
        var names = SheetNames()
        choices = ChoiceSheet(name: names.claim("代码表"))
        (self.file, self.path, self.names) = (file, path, names)
    }

    /// Adds a sheet of plain lines, the first one bold, for instructions and notes.
    package mutating func addNotes(name: String, lines: [String]) throws(TabularError) {
        try endSheet()
        let number = try file.addSheet(names.claim(name))
        let plain = try format(CellStyle(isWrapped: true))
        let bold = try format(CellStyle(isWrapped: true, isBold: true))
        try file.setColumn(0, of: number, width: 90, format: plain, isHidden: false)
        for (row, line) in lines.enumerated() {
            let place = CellPlace(sheet: number, row: UInt32(row), column: 0, format: row == 0 ? bold : plain)
            try file.write(CellText.writable(line), place)
        }
        rowCounts.append(lines.count)
    }

    /// Begins a sheet and writes its header; the rows that follow belong to it. Gives the name the sheet got.
    @discardableResult
    package mutating func addSheet(_ plan: SheetPlan) throws(TabularError) -> String {
        try endSheet()
        let name = names.claim(plan.name)
        let number = try file.addSheet(name)
        var columnFormats: [Int] = []
        for (index, column) in plan.columns.enumerated() {
            let format = try format(CellStyle(column))
            columnFormats.append(format)
            try file.setColumn(index, of: number, width: column.width, format: format, isHidden: column.isHidden)
        }
        try writeHeader(of: plan, to: number)
        if plan.hasFrozenHeader { file.freeze(columns: plan.frozenColumns, of: number) }
        if plan.isProtected { file.protect(number) }
        try file.setPrint(footer: plan.footerCode, of: number)
        current = CurrentSheet(number: number, plan: plan, formats: columnFormats)
        return name
    }

    /// Writes a row under the last one; missing cells are empty, surplus ones are a programmer's error.
    ///
    /// Empty cells take their look from the column and are not written, but for the first: every row is in the file.
    package mutating func append(_ cells: [WorkbookCell]) throws(TabularError) {
        guard var sheet = current else { preconditionFailure("a row before the first sheet") }
        precondition(cells.count <= sheet.formats.count, "more cells than columns")
        sheet.rows += 1
        guard sheet.rows < Self.maximumRows else {
            throw fault(.workbookLimit, .exceeded("rows", Self.maximumRows))
        }
        for (column, format) in sheet.formats.enumerated() {
            let cell = column < cells.count ? cells[column] : .empty
            guard column == 0 || !cell.isEmpty else { continue }
            try write(
                cell,
                CellPlace(sheet: sheet.number, row: UInt32(sheet.rows), column: UInt16(column), format: format))
        }
        current = sheet
    }

    /// Completes the file, reads it again and compares the number of rows of each sheet.
    package consuming func finish() throws(TabularError) {
        try endSheet()
        try addChoiceSheet()
        let (path, expected) = (path, rowCounts)
        try file.close()
        try WorkbookWriter.verify(path, rowCounts: expected)
    }

    private mutating func writeHeader(of plan: SheetPlan, to sheet: Int) throws(TabularError) {
        let header = try format(.header)
        for (column, specification) in plan.columns.enumerated() {
            let place = CellPlace(sheet: sheet, row: 0, column: UInt16(column), format: header)
            try file.write(CellText.writable(specification.heading), place)
        }
    }

    private mutating func write(_ cell: WorkbookCell, _ place: CellPlace) throws(TabularError) {
        switch cell {
        case .text(let text): try file.write(CellText.writable(text), place)
        case .marked(let runs): try write(runs, place)
        case .number(let number): try file.write(number, place)
        case .integer(let number): try file.write(Double(number), place)
        case .date(let year, let month, let day): try file.write(year: year, month: month, day: day, place)
        case .empty: try file.write("", place)
        }
    }

    /// A cell of one run has nothing to be told apart in it, and one whose text has to be changed is no place for marks.
    private mutating func write(_ runs: [MarkedText], _ place: CellPlace) throws(TabularError) {
        let text = runs.map(\.text).joined()
        guard runs.count > 1, CellText.writable(text) == text else {
            return try file.write(CellText.writable(text), place)
        }
        try file.write(runs, marks: format(CellStyle(isMarked: true)), place)
    }

    /// What is known only when the last row is: filter and drop-down lists.
    private mutating func endSheet() throws(TabularError) {
        guard let sheet = current else { return }
        current = nil
        let columns = sheet.plan.columns
        if sheet.plan.hasFilter, !columns.isEmpty {
            try file.setFilter(rows: sheet.rows, columns: columns.count, of: sheet.number)
        }
        for (column, specification) in columns.enumerated() {
            guard let list = specification.choices, sheet.rows > 0 else { continue }
            try file.setChoices(
                list, formula: choices.formula(for: list, heading: specification.heading), rows: sheet.rows,
                column: column, of: sheet.number)
        }
        rowCounts.append(sheet.rows + (columns.isEmpty ? 0 : 1))
    }

    private mutating func addChoiceSheet() throws(TabularError) {
        guard !choices.lists.isEmpty else { return }
        let number = try file.addSheet(choices.name)
        let (plain, header) = (try format(CellStyle()), try format(.header))
        for (column, list) in choices.lists.enumerated() {
            try file.setColumn(column, of: number, width: 24, format: plain, isHidden: false)
            try file.write(
                CellText.writable(list.heading),
                CellPlace(sheet: number, row: 0, column: UInt16(column), format: header))
        }
        let rows = choices.rows
        for (row, cells) in rows.enumerated() {
            for (column, cell) in cells.enumerated() {
                try write(
                    cell, CellPlace(sheet: number, row: UInt32(row + 1), column: UInt16(column), format: plain))
            }
        }
        rowCounts.append(rows.count + 1)
    }

    private mutating func format(_ style: CellStyle) throws(TabularError) -> Int {
        if let known = formats[style] { return known }
        let number = try file.addFormat(style)
        formats[style] = number
        return number
    }

    private func fault(_ kind: TabularError.Kind, _ cause: TabularError.Cause) -> TabularError {
        TabularError(kind, file: RegularFile.lastComponent(of: path), cause: cause)
    }

    private static func folder(of path: String) -> String {
        let steps = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        return steps.isEmpty ? "." : steps.count == 1 ? "/" : steps.joined(separator: "/")
    }

    /// Reads a written file again; `rowsLost` if a sheet has another number of rows than expected.
    static func verify(_ path: String, rowCounts expected: [Int]) throws(TabularError) {
        let workbook = try WorkbookReader(ZipArchive(path: path))
        var found: [Int] = []
        for sheet in workbook.sheets.indices { found.append(try workbook.rowCount(of: sheet)) }
        guard found == expected else {
            throw TabularError(
                .rowsLost, file: RegularFile.lastComponent(of: path),
                cause: .rows(written: expected.reduce(0, +), found: found.reduce(0, +)))
        }
    }
}
