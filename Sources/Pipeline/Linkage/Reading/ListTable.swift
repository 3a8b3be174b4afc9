import Normalization
import Tabular

/// A list opened: its columns are known, its rows are still to be read.
struct ListTable {
    /// Of the file, as the user named it.
    let path: String
    let looked: LookedTable
    private let table: TableSource
    private let opening: TableOpening
    private let expected: TableExpectation

    /// Opens the list in a file: its only table, or a sheet's only table. Exit 66 if there is no such file, 65 if it holds
    /// no table or several.
    ///
    /// - Parameter headings: some of them are looked for first; where none is found, the header is guessed.
    init(path: String, headings: Set<String>, marks: CellMarks, size: SampleSize = .everything) throws {
        let limits = IngestLimits.usual
        guard Folder.exists(path) else { throw RunError(missingFile: path) }
        let tables = try InputFile.tables(at: path, limit: limits.expansion)
        guard tables.count == 1 else { throw RunError(severalTables: tables.map(\.name), in: path) }
        let opening = TableOpening(limits: limits, totalMarks: marks.total, size: size)
        try self.init(
            path: path, table: tables[0], opening: opening,
            expected: ListTable.expectation(of: tables[0], headings: headings, quotes: limits.quotes))
    }

    private init(path: String, table: TableSource, opening: TableOpening, expected: TableExpectation) throws {
        let found = try ListTable.open(table, opening, expected)
        guard let first = found.tables.first else { throw TabularError(.noTable, file: table.name) }
        guard found.tables.count == 1 else { throw RunError(severalTables: found.tables.map(\.name), in: path) }
        (self.path, self.table, self.opening, looked, self.expected) = (path, table, opening, first, found.expected)
    }

    /// The list anew, its text read as GB18030.
    func reopenedAsGB18030() throws -> ListTable {
        var expected = expected
        expected.encoding = .gb18030
        return try ListTable(path: path, table: table, opening: opening, expected: expected)
    }

    /// Headings as written; of XML the names of elements and attributes.
    var header: [String] { looked.header }

    /// Rows are numbered as the sheet has them.
    var countsBySheet: Bool { looked.isWorkbook }

    private static func open(
        _ table: TableSource, _ opening: TableOpening, _ expected: TableExpectation
    ) throws(TabularError) -> (tables: [LookedTable], expected: TableExpectation) {
        if table.kind == .workbook { return try openSheets(table, opening, expected) }
        do throws(TabularError) {
            return (try opening.open(table, name: table.name, as: expected), expected)
        } catch {
            guard error.kind == .headerNotFound, table.kind == .delimited else { throw error }
        }
        guard let guess = try HeaderGuess(table, encoding: expected.encoding) else {
            throw TabularError(.headerNotFound, file: table.name)
        }
        var guessed = expected
        guessed.headings = Set(guess.cells.filter { !$0.isEmpty })
        return (try opening.open(table, name: table.name, as: guessed), guessed)
    }

    /// The sheets with known headings; if there are none, those with a table by a guess at their headers.
    private static func openSheets(
        _ table: TableSource, _ opening: TableOpening, _ expected: TableExpectation
    ) throws(TabularError) -> (tables: [LookedTable], expected: TableExpectation) {
        do throws(TabularError) {
            return (try opening.open(table, name: table.name, as: expected), expected)
        } catch {
            guard error.kind == .headerNotFound else { throw error }
        }
        let reader = try WorkbookReader(table, limits: opening.limits.workbook)
        var guessed = expected
        for sheet in reader.sheets.indices {
            guessed.headings.formUnion(HeaderGuess.header(among: try reader.firstRows(ofSheet: sheet)) ?? [])
        }
        guessed.headings.remove("")
        return (try opening.open(table, name: table.name, as: guessed), guessed)
    }

    /// In an XML document the element that repeats is a row, and what stands in it are its columns.
    private static func expectation(
        of table: TableSource, headings: Set<String>, quotes: QuoteCaps
    ) throws(TabularError) -> TableExpectation {
        var expected = TableExpectation(headings: headings, quotes: quotes)
        guard table.kind == .xml else { return expected }
        let outline = try XMLOutline(table)
        guard let record = outline.recordCandidates.first else { throw TabularError(.noTable, file: table.name) }
        let paths = outline.columns(of: record)
        expected.layout = XMLLayout(recordPaths: [record], columns: paths.map { [$0] })
        expected.columnNames = paths.map { path in
            let last = path.split(separator: "/").last.map(String.init) ?? path
            return last.hasPrefix("@") ? String(last.dropFirst()) : last
        }
        return expected
    }
}

extension RunError {
    /// Exit 65: a file that should hold one list holds several tables.
    fileprivate init(severalTables names: [String], in path: String) {
        self.init(
            .inputRefused, code: "E221",
            message: LocalizedText(
                zh: "文件里应只有一个表，却有 \(names.count) 个：\(names.joined(separator: "、"))",
                en: "one table is expected in the file, not \(names.count): \(names.joined(separator: ", "))"),
            hint: LocalizedText(zh: "把要比对的那个表单独存成文件", en: "save the table that is meant as a file of its own"),
            place: path)
    }
}
