/// A table beside a pipeline file: comma-separated, UTF-8, a header line, values in quotes where needed.
struct ConfigTable {
    /// A value with the column of its first character.
    struct Cell {
        var text: String
        var column: Int
    }

    /// A line with its cells.
    struct Line {
        /// From 1.
        var number: Int
        var cells: [Cell]
    }

    /// The file, for messages.
    let file: String
    let header: [String]
    let lines: [Line]

    /// Splits a text; what is wrong with its shape goes to `log`, and the lines at fault are left out.
    init?(text: String, file: String, log: ProblemLog) {
        self.file = file
        var lines: [Line] = []
        var number = 0
        for line in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
            number += 1
            if line.allSatisfy({ $0 <= 0x20 }) { continue }
            if let cells = Self.cells(of: line.last == 0x0D ? line.dropLast() : line) {
                lines.append(Line(number: number, cells: cells))
            } else {
                log.report(.tableLine(.unclosedQuote), at: ConfigPlace(line: number, column: 1), file: file)
            }
        }
        guard let first = lines.first else {
            log.report(.tableLine(.noHeader), at: .start, file: file)
            return nil
        }
        header = first.cells.map(\.text)
        self.lines = lines.dropFirst().filter { line in
            if line.cells.count == first.cells.count { return true }
            log.report(
                .tableLine(.columnCount(found: line.cells.count, expected: first.cells.count)),
                at: ConfigPlace(line: line.number, column: 1), file: file)
            return false
        }
    }

    private static func cells(of line: Substring.UTF8View) -> [Cell]? {
        var cells = [Cell(text: "", column: 1)]
        var (isQuoted, wasQuote) = (false, false)
        for (index, scalar) in Substring(line).unicodeScalars.enumerated() {
            switch scalar {
            case "\"":
                if wasQuote { cells[cells.count - 1].text.append("\"") }
                wasQuote = isQuoted
                isQuoted.toggle()
                continue
            case "," where !isQuoted: cells.append(Cell(text: "", column: index + 2))
            default: cells[cells.count - 1].text.unicodeScalars.append(scalar)
            }
            wasQuote = false
        }
        return isQuoted ? nil : cells
    }
}

/// Reads the lines of a table by column names.
struct TableCursor {
    let table: ConfigTable
    let log: ProblemLog
    private let columns: [String: Int]

    /// A cursor over a table that has the columns; `nil` after a report if it lacks one.
    init?(_ table: ConfigTable, columns names: [String], log: ProblemLog) {
        self.table = table
        self.log = log
        var columns: [String: Int] = [:]
        for (index, name) in table.header.enumerated() where columns[name] == nil { columns[name] = index }
        self.columns = columns
        let missing = names.filter { columns[$0] == nil }
        for name in missing {
            log.report(.tableLine(.missingColumn(name)), at: .start, candidates: table.header, file: table.file)
        }
        if !missing.isEmpty { return nil }
    }

    /// The value in a column of a line; an empty one is reported.
    func text(_ column: String, of line: ConfigTable.Line) -> String? {
        let cell = cell(column, of: line)
        if !cell.text.isEmpty { return cell.text }
        report(.emptyValue(column: column), cell, of: line)
        return nil
    }

    /// The value in a column of a line, perhaps empty.
    func optional(_ column: String, of line: ConfigTable.Line) -> String { cell(column, of: line).text }

    /// The value in a column as `convert` reads it; what it does not take is reported.
    func value<Value>(_ column: String, of line: ConfigTable.Line, _ convert: (String) -> Value?) -> Value? {
        guard let text = text(column, of: line) else { return nil }
        if let value = convert(text) { return value }
        report(.badValue(column: column), cell(column, of: line), of: line)
        return nil
    }

    /// Reports a fault of a value.
    func report(_ fault: TableFault, in column: String, of line: ConfigTable.Line) {
        report(fault, cell(column, of: line), of: line)
    }

    private func cell(_ column: String, of line: ConfigTable.Line) -> ConfigTable.Cell {
        line.cells[columns[column] ?? 0]
    }

    private func report(_ fault: TableFault, _ cell: ConfigTable.Cell, of line: ConfigTable.Line) {
        log.report(
            .tableLine(fault), at: ConfigPlace(line: line.number, column: cell.column), found: cell.text,
            file: table.file)
    }
}
