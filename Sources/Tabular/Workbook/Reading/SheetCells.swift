/// Walks the events of a sheet and reports its rows with their cells.
struct SheetCells {
    /// The row being read, from 1; what the sheet itself says, else one more than the last.
    private(set) var rowNumber = 0
    /// The cell being read.
    private(set) var cell = RawCell()
    /// Whether the row is hidden.
    private(set) var isHiddenRow = false
    private var nextColumn = 0
    private var isInRow = false
    private var isInCell = false
    private var isInValue = false
    /// The attributes that come belong to the row or cell itself, not to an element inside.
    private var isInTag = false
    private var phonetics = 0

    /// Names of elements and attributes, for reading the part.
    static let names = ["row", "c", "v", "f", "t", "rPh", "r", "s", "hidden"]

    private enum Name: Int32 {
        case row, cell, value, formula, text, phonetic, reference, style, hidden
    }

    /// What came out of an event.
    enum Step {
        case nothing
        /// A stretch of the cell's value, which the event holds.
        case value
        /// The cell is complete.
        case cell
        case rowEnd
        /// A row or cell that stands before the one before it, or outside the sheet.
        case misplaced
    }

    private static let maximumRow = 1_048_576
    private static let maximumColumn = 16_384

    /// Takes one event.
    @inline(__always)
    mutating func take(_ event: XMLEvent, _ text: [UInt8]) -> Step {
        guard let name = Name(rawValue: event.name) else { return .nothing }
        switch event.kind {
        case .start: return start(name)
        case .attribute: return attribute(name, text[Int(event.start)..<Int(event.end)])
        case .text: return isInValue && phonetics == 0 ? .value : .nothing
        case .end: return end(name)
        case .leaf: return .nothing
        }
    }

    private mutating func start(_ name: Name) -> Step {
        isInTag = name == .row || name == .cell
        switch name {
        case .row: startRow()
        case .cell: startCell()
        case .value, .text: isInValue = isInCell
        case .formula: cell.hasFormula = true
        case .phonetic: phonetics += 1
        case .reference, .style, .hidden: break
        }
        return .nothing
    }

    private mutating func startRow() {
        (isInRow, isInCell, nextColumn, isHiddenRow) = (true, false, 0, false)
        rowNumber += 1
    }

    private mutating func startCell() {
        isInCell = isInRow
        cell.column = nextColumn
        cell.type = .number
        cell.format = 0
        cell.hasFormula = false
    }

    private mutating func attribute(_ name: Name, _ value: ArraySlice<UInt8>) -> Step {
        guard isInTag else { return .nothing }
        switch name {
        case .reference where isInCell: return place(value)
        case .reference where isInRow: return number(value)
        case .style where isInCell: cell.format = CellText.number(value) ?? 0
        case .text where isInCell: cell.type = CellType(value)
        case .hidden where isInRow && !isInCell:
            isHiddenRow = value.elementsEqual("1".utf8) || value.elementsEqual("true".utf8)
        default: break
        }
        return .nothing
    }

    private mutating func number(_ value: ArraySlice<UInt8>) -> Step {
        guard let number = CellText.number(value), number >= rowNumber, number <= Self.maximumRow else {
            return .misplaced
        }
        rowNumber = number
        return .nothing
    }

    private mutating func place(_ reference: ArraySlice<UInt8>) -> Step {
        var column = 0
        for byte in reference {
            guard (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) else { break }
            column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
            guard column <= Self.maximumColumn else { return .misplaced }
        }
        guard column > nextColumn else { return .misplaced }
        cell.column = column - 1
        return .nothing
    }

    private mutating func end(_ name: Name) -> Step {
        switch name {
        case .row:
            isInRow = false
            return .rowEnd
        case .cell:
            guard isInCell else { return .nothing }
            isInCell = false
            nextColumn = cell.column + 1
            return .cell
        case .value, .text: isInValue = false
        case .phonetic: phonetics -= 1
        case .formula, .reference, .style, .hidden: break
        }
        return .nothing
    }
}
