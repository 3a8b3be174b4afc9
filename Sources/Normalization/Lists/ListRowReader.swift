package import Roster
package import Tabular

/// Normalises the rows of any list, column by column.
///
/// Most values need no change and are copied byte by byte; a `String` is made only of those that do. An object, because
/// it is handed to closures cell by cell and must not be copied.
package final class ListRowReader: Sendable {
    private let kinds: [ListValueKind]
    private let ids: IDParser
    private let nullMarks: NullMarks
    private let foldName: @Sendable (String) -> String
    /// The column that holds birth dates, which the upgrade of old ID numbers asks for.
    private let birthColumn: Int?

    /// - Parameters:
    ///   - kinds: of the columns that are read, in their order.
    ///   - birthColumn: which of them holds the birth date.
    ///   - asOf: nobody is born after it.
    ///   - foldName: folds a name that holds more than Han characters.
    package init(
        kinds: [ListValueKind], birthColumn: Int?, rules: IDRules, nullMarks: NullMarks = .usual, asOf: Day,
        foldName: @escaping @Sendable (String) -> String
    ) {
        self.kinds = kinds
        self.birthColumn = birthColumn
        self.nullMarks = nullMarks
        self.foldName = foldName
        ids = IDParser(rules: rules, nullMarks: nullMarks, asOf: asOf)
    }

    /// The values of the good rows of a batch; `columns` tells where each column stands in it.
    package func values(of batch: RowBatch, columns: [Int?]) -> ListValues {
        var values = ListValues()
        values.bytes.reserveCapacity(batch.byteCount)
        let cells = RowCells(batch, columns: columns)
        for row in batch.rows where row.defect == nil {
            cells.move(to: row)
            for (index, kind) in kinds.enumerated() {
                cells.with(index) { append($0, kind, to: &values) { birth(cells) } }
                values.endValue()
            }
        }
        return values
    }

    private func birth(_ cells: RowCells) -> BirthHint? {
        guard let birthColumn else { return nil }
        return cells.with(birthColumn) { cell in
            guard let date = DateText(cell.extracting(CellText.bounds(cell))), let day = date.day else { return nil }
            return Day(year: date.year, month: date.month, day: day).map(BirthHint.day)
        }
    }

    private func append(
        _ cell: Span<UInt8>, _ kind: ListValueKind, to values: inout ListValues, birth: () -> BirthHint?
    ) {
        let trimmed = cell.extracting(CellText.bounds(cell))
        if nullMarks.covers(trimmed) { return }
        switch kind {
        case .name: appendName(trimmed, to: &values)
        case .text: appendText(trimmed, to: &values)
        case .date: appendDate(trimmed, to: &values)
        case .code: appendCode(trimmed, to: &values)
        case .key: values.append(trimmed)
        case .id: values.bytes.append(contentsOf: ids.read(trimmed, birth: birth).comparableText.utf8)
        }
    }

    private func appendName(_ text: Span<UInt8>, to values: inout ListValues) {
        if ListRowReader.isPlainHan(text) { return values.append(text) }
        values.bytes.append(contentsOf: foldName(CellText.string(text)).utf8)
    }

    /// Whether all characters lie in U+4E00–U+9FFF, which no folding of names touches.
    private static func isPlainHan(_ text: Span<UInt8>) -> Bool {
        guard text.count % 3 == 0 else { return false }
        var index = 0
        while index < text.count {
            let first = text[index]
            guard first >= 0xE4, first <= 0xE9, first > 0xE4 || text[index + 1] >= 0xB8 else { return false }
            index += 3
        }
        return true
    }

    /// Lower case, full width made half, runs of blanks made one space.
    private func appendText(_ text: Span<UInt8>, to values: inout ListValues) {
        guard !CellText.isASCII(text) else { return values.appendLowered(CellText.array(text)) }
        let folded = CellText.folded(text, keepingSpaces: true)
        values.appendLowered(Array(CellText.string(folded.span).lowercased().utf8))
    }

    /// A day as eight digits; of anything else the digits, if there are any.
    private func appendDate(_ text: Span<UInt8>, to values: inout ListValues) {
        if let date = DateText(text), let day = date.day {
            values.appendDigits(date.year * 10_000 + date.month * 100 + day, count: 8)
        } else {
            for index in 0..<text.count where text[index] &- 0x30 <= 9 { values.bytes.append(text[index]) }
        }
    }

    private func appendCode(_ text: Span<UInt8>, to values: inout ListValues) {
        values.appendLowered(CellText.folded(text, keepingSpaces: false))
    }

}

extension ListValues {
    fileprivate mutating func append(_ text: Span<UInt8>) {
        for index in 0..<text.count { bytes.append(text[index]) }
    }

    fileprivate mutating func appendLowered(_ text: [UInt8]) {
        var isGap = false
        for byte in text {
            if byte <= 0x20 {
                isGap = true
                continue
            }
            if isGap { bytes.append(0x20) }
            isGap = false
            bytes.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
        }
    }

    fileprivate mutating func appendDigits(_ number: Int, count: Int) {
        var scale = (1..<count).reduce(1) { scale, _ in scale * 10 }
        while scale > 0 {
            bytes.append(0x30 + UInt8(truncatingIfNeeded: number / scale % 10))
            scale /= 10
        }
    }
}

/// Masked ID numbers brought to 18 places.
enum MaskText {
    private static let hidden: UInt8 = 0x2A

    /// A mask of 15 characters is one of an old number: the century and the check character are unknown. A mask of
    /// another length tells only what stands before its first and behind its last hidden character.
    static func widened(_ mask: String) -> [UInt8] {
        let bytes = Array(mask.utf8)
        switch bytes.count {
        case 18: return bytes
        case 15: return bytes[..<6] + [0x31, 0x39] + bytes[6...] + [hidden]
        default:
            let head = bytes.prefix { $0 != hidden }
            let tail = bytes.suffix(bytes.reversed().prefix { $0 != hidden }.count)
            guard head.count < bytes.count, head.count + tail.count <= 18 else { return bytes }
            return head + Array(repeating: hidden, count: 18 - head.count - tail.count) + tail
        }
    }
}
