extension RowBatch {
    /// Turns places counted in the UTF-8 of `text` into places in the UTF-16 that it was made of.
    mutating func countAsUTF16(isBigEndian: Bool) {
        var (place, delivered) = (0, 0)
        for index in rows.indices {
            let row = rows[index]
            delivered += UTF16Text.deliveredLength(of: text[place..<row.byteOffset])
            place = row.byteOffset
            rows[index].byteOffset = delivered
            rows[index].defect = row.defect.map { inUTF16($0, start: Int(row.start), isBigEndian: isBigEndian) }
        }
        byteCount = delivered + UTF16Text.deliveredLength(of: text[place..<byteCount])
    }

    private func inUTF16(_ defect: RowDefect, start: Int, isBigEndian: Bool) -> RowDefect {
        switch defect {
        case .nulByte(let place):
            return .nulByte(at: UTF16Text.deliveredLength(of: text[start..<start + place]))
        case .undecodable(let bytes, let place):
            let unit = UTF16Text.loneSurrogate(bytes).map { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] } ?? []
            let offset = UTF16Text.deliveredLength(of: text[start..<start + place])
            return .undecodable(bytes: isBigEndian ? unit.reversed() : unit, at: offset)
        case .fieldCount, .unbalancedQuote, .overLong, .formulaWithoutValue:
            return defect
        }
    }
}
