import Tabular

/// A column of a workbook for people: heading, looks, and how a row's cell is made.
struct PeopleColumn<Row> {
    let name: ColumnName
    var width: Double
    var format: SheetColumn.Format
    let cell: (Row) -> WorkbookCell
    /// People fill it in.
    var isAnswer = false
    var choices: ChoiceList?

    init(
        _ name: ColumnName, width: Double = 12, format: SheetColumn.Format = .text,
        _ cell: @escaping (Row) -> WorkbookCell
    ) {
        self.name = name
        self.width = width
        self.format = format
        self.cell = cell
    }

    /// A column that people fill in, with what may be chosen there.
    static func answer(
        _ name: ColumnName, width: Double = 14, format: SheetColumn.Format = .text, choices: [String] = [],
        _ cell: @escaping (Row) -> WorkbookCell = { _ in .empty }
    ) -> PeopleColumn {
        var column = PeopleColumn(name, width: width, format: format, cell)
        column.isAnswer = true
        column.choices = choices.isEmpty ? nil : ChoiceList(choices)
        return column
    }

    /// The column as the writer of workbooks takes it.
    var sheetColumn: SheetColumn {
        SheetColumn(name.heading, width: width, format: format, isUnlocked: isAnswer, choices: choices)
    }
}
