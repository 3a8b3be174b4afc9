import Tabular

/// A table that goes on in a further sheet when one is full.
struct SheetSeries {
    private let plan: SheetPlan
    private let capacity: Int
    private var sheets = 0
    private var rows = 0

    /// - Parameter capacity: rows a sheet may hold below its header.
    init(_ plan: SheetPlan, capacity: Int = 1_000_000) {
        self.plan = plan
        self.capacity = capacity
    }

    /// Begins the first sheet, so that a table without rows has one too.
    mutating func begin(in workbook: inout WorkbookWriter) throws {
        sheets += 1
        rows = 0
        var next = plan
        if sheets > 1 { next.name += "（\(sheets)）" }
        try workbook.addSheet(next)
    }

    /// Writes a row, in a new sheet if the last one is full.
    mutating func append(_ cells: [WorkbookCell], to workbook: inout WorkbookWriter) throws {
        if rows == capacity { try begin(in: &workbook) }
        try workbook.append(cells)
        rows += 1
    }
}
