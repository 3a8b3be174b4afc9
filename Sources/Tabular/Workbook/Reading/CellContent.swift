/// What turns a cell as written into the text that a person would read in it.
struct CellContent {
    var strings = SharedStrings()
    var formats = CellFormats()
    let countsFrom1904: Bool

    init(countsFrom1904: Bool) {
        self.countsFrom1904 = countsFrom1904
    }

    /// Makes of a cell's value, which ends `text` from `start` on, what a person would read; `false` if it points at a
    /// shared string that is not there.
    @inline(__always)
    func finish(_ cell: RawCell, _ text: inout [UInt8], from start: Int) -> Bool {
        switch cell.type {
        case .string:
            guard text[start...].contains(UInt8(ascii: "_")) else { return true }
            if let plain = CellText.undoingEscapes(text[start...]) { text.replace(from: start, with: plain[...]) }
        case .sharedString:
            guard let shared = CellText.number(text[start...]).flatMap(strings.text(at:)) else { return false }
            text.replace(from: start, with: shared)
        case .number: number(cell, &text, from: start)
        case .boolean:
            let isTrue = text[start...].elementsEqual([UInt8(ascii: "1")])
            text.replace(from: start, with: Array((isTrue ? "TRUE" : "FALSE").utf8)[...])
        case .error: break
        case .isoDate:
            let date = SerialDate.text(ofISO: String(decoding: text[start...], as: UTF8.self))
            text.replace(from: start, with: Array(date.utf8)[...])
        }
        return true
    }

    private func number(_ cell: RawCell, _ text: inout [UInt8], from start: Int) {
        guard formats.isDate(cell.format) else {
            if !NumberText.isPlain(text[start...]) {
                text.replace(from: start, with: NumberText.plain(text[start...]))
            }
            return
        }
        guard let serial = Double(String(decoding: text[start...], as: UTF8.self)),
            let date = SerialDate.text(of: serial, countsFrom1904: countsFrom1904)
        else { return }
        text.replace(from: start, with: Array(date.utf8)[...])
    }
}

extension [UInt8] {
    /// Puts other bytes in place of all from `start` on.
    fileprivate mutating func replace(from start: Int, with bytes: ArraySlice<UInt8>) {
        removeSubrange(start...)
        append(contentsOf: bytes)
    }
}

/// A cell as the sheet writes it, without its value.
struct RawCell {
    /// Column, from 0.
    var column = 0
    var type = CellType.number
    /// Place of its format in the list of cell formats.
    var format = 0
    var hasFormula = false
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
