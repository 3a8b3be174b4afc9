/// A filled row that could not be taken in: where, why, and all it says, to be sent back.
struct RefusedRow: Sendable, Equatable {
    /// The sheet; the file where it has none.
    var sheet: String
    /// The cell at fault, `H12`; of a text table the line and the column's heading; the row alone where it is no one cell's.
    var cell: String
    /// In Chinese, without personal data.
    var reason: String
    /// Headings of the row's table, and its cells.
    var headings: [String]
    var values: [String]
}

/// The reference of a cell in a sheet, `AB12`.
enum CellName {
    /// - Parameters:
    ///   - column: from 0.
    ///   - row: from 1.
    static func of(column: Int, row: Int) -> String {
        var (letters, rest) = ("", column + 1)
        while rest > 0 {
            letters = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + letters
            rest = (rest - 1) / 26
        }
        return letters + String(row)
    }
}
