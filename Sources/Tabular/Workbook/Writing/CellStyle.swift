/// How a cell looks, as far as our sheets differ.
struct CellStyle: Hashable {
    var numberFormat = "@"
    var isUnlocked = false
    var isWrapped = false
    var isBold = false
    /// For the marked characters of a cell.
    var isMarked = false
    /// Colour behind the text, as 0xRRGGBB.
    var fill: UInt32?

    /// Light behind dark text, far above the contrast of 4.5 that is asked for.
    static let header = CellStyle(isWrapped: true, isBold: true, fill: 0xDDEBF7)

    /// The style of a column's cells.
    init(_ column: SheetColumn) {
        isUnlocked = column.isUnlocked
        switch column.format {
        case .text: numberFormat = "@"
        case .general: numberFormat = "General"
        case .date: numberFormat = "yyyy-mm-dd"
        case .number(let decimals):
            numberFormat = "#,##0" + (decimals > 0 ? "." + String(repeating: "0", count: decimals) : "")
        }
    }

    init(isWrapped: Bool = false, isBold: Bool = false, isMarked: Bool = false, fill: UInt32? = nil) {
        self.isMarked = isMarked
        self.isWrapped = isWrapped
        self.isBold = isBold
        self.fill = fill
    }
}

/// Where a cell goes and which format it gets; rows and columns count from 0.
struct CellPlace {
    var sheet: Int
    var row: UInt32
    var column: UInt16
    var format: Int
}
