/// What turns a cell as written into the text that a person would read in it.
struct CellContent {
    var strings = SharedStrings()
    var formats = CellFormats()
    let countsFrom1904: Bool

    init(countsFrom1904: Bool) {
        self.countsFrom1904 = countsFrom1904
    }

    /// The text of a cell; `nil` if it points at a shared string that is not there.
    func text(of cell: RawCell) -> ArraySlice<UInt8>? {
        switch cell.type {
        case .sharedString: CellText.number(cell.value[...]).flatMap(strings.text(at:))
        case .string: CellText.undoingEscapes(cell.value[...])?[...] ?? cell.value[...]
        case .boolean: Array((cell.value == [UInt8(ascii: "1")] ? "TRUE" : "FALSE").utf8)[...]
        case .error: cell.value[...]
        case .isoDate: Array(SerialDate.text(ofISO: String(decoding: cell.value, as: UTF8.self)).utf8)[...]
        case .number: number(cell)
        }
    }

    private func number(_ cell: RawCell) -> ArraySlice<UInt8> {
        guard formats.isDate(cell.format) else { return NumberText.plain(cell.value[...]) }
        guard let serial = Double(String(decoding: cell.value, as: UTF8.self)),
            let text = SerialDate.text(of: serial, countsFrom1904: countsFrom1904)
        else { return cell.value[...] }
        return Array(text.utf8)[...]
    }
}

/// A cell as the sheet writes it.
struct RawCell {
    /// Column, from 0.
    var column = 0
    var type = CellType.number
    /// Place of its format in the list of cell formats.
    var format = 0
    var value: [UInt8] = []
    var hasFormula = false

    /// Whether a formula is there without its result.
    var lacksResult: Bool { hasFormula && value.isEmpty && type != .string }
}

/// What a cell's value is.
enum CellType {
    case number, sharedString, string, boolean, error, isoDate

    /// The type by its name in the sheet; unknown ones are read as text.
    init(_ name: ArraySlice<UInt8>) {
        switch name.count == 1 ? name.first : nil {
        case UInt8(ascii: "n"): self = .number
        case UInt8(ascii: "s"): self = .sharedString
        case UInt8(ascii: "b"): self = .boolean
        case UInt8(ascii: "e"): self = .error
        case UInt8(ascii: "d"): self = .isoDate
        default: self = .string
        }
    }
}
