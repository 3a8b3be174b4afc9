import Roster

/// A value of a month's files that would be another under another policy.
package struct LineDifference: Sendable, Equatable, Codable {
    /// Registration number, or application number of a loan.
    package var number: String
    /// The file without its ending: `ledger`, `difficulty` …
    package var table: String
    /// Which of the person's lines in it, by what tells them apart; empty where there is one.
    package var line: String
    package var column: String
    /// Empty where there is no such line.
    package var now: String
    package var then: String
}

extension MachineTable {
    /// The columns in which two lines differ; one that is missing has nothing in any column.
    func differences(
        _ now: Row?, _ then: Row?, of number: String, in table: String, line: String = ""
    ) -> [LineDifference] {
        columns.compactMap { column in
            let (first, second) = (now.map(column.text) ?? "", then.map(column.text) ?? "")
            guard first != second else { return nil }
            return LineDifference(
                number: number, table: table, line: line, column: column.name.rawValue, now: first, then: second)
        }
    }
}

extension MachineTable.Column {
    /// The value of a row as the file has it.
    fileprivate func text(_ row: Row) -> String {
        var text = CSVText()
        write(row, &text)
        return String(decoding: text.bytes, as: UTF8.self)
    }
}
