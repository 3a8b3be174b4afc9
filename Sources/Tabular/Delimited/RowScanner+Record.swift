// The reader that goes byte by byte, for records with quotes and everything out of the ordinary.
extension RowScanner {
    static var quote: UInt8 { UInt8(ascii: "\"") }

    /// How reading a record ended.
    private enum RecordEnd {
        /// Its last byte is before `end`, the next record begins at `next`.
        case complete(end: Int, next: Int, lineEnds: Int, hasStrayByte: Bool)
        /// It goes on behind the text.
        case unfinished
        /// It went beyond a limit at this byte, or to the end of all text with a quote open.
        case broken(at: Int)
    }

    /// How a quoted field ended.
    private enum QuoteEnd {
        case closed(at: Int, hasDoubledQuotes: Bool, lineEnds: Int)
        case unfinished
        case broken(at: Int)
    }

    /// Reads the record at `recordStart` and makes a row of it, or several. `false` if it does not end in the text.
    mutating func readRecord() -> Bool {
        if recordStart < text.count, isSecondHalfOfLineEnd(recordStart) { recordStart += 1 }
        guard recordStart < text.count else { return false }
        fields.truncate(to: firstField)
        switch storeRecord() {
        case .unfinished:
            fields.truncate(to: firstField)
            return false
        case .broken(let place):
            fields.truncate(to: firstField)
            return readLines(through: place)
        case .complete(let end, let next, let lineEnds, let hasStrayByte):
            let isMiscounted = plan.expectedFields.map { $0 != fields.count - firstField } ?? false
            #if FUZZ_PLANT
                if lineEnds == 2, fields.count - firstField == 4 { plantedRead(lineEnds) }
            #endif
            if lineEnds > 0, hasStrayByte || isMiscounted {
                fields.truncate(to: firstField)
                return readLines(through: end - 1)
            }
            finishRow(end: end, faults: LineFaults(hasStrayByte: hasStrayByte))
            lineCount += lineEnds + 1
            recordStart = next
            return true
        }
    }

    /// Stores the fields of the record at `recordStart`.
    private mutating func storeRecord() -> RecordEnd {
        let limit = recordStart + plan.limits.recordBytes
        var (place, lineEnds, hasStrayByte) = (recordStart, 0, false)
        while true {
            var (start, end): (Int, Int?) = (place, nil)
            var hasDoubledQuotes = false
            if place < text.count && text[place] == RowScanner.quote {
                if place >= limit { return .broken(at: place) }
                switch endOfQuoted(from: place + 1, limit: limit) {
                case .unfinished: return .unfinished
                case .broken(let place): return .broken(at: place)
                case .closed(let quote, let doubled, let more):
                    if quote >= limit { return .broken(at: quote) }
                    (start, end, hasDoubledQuotes) = (place + 1, quote, doubled)
                    place = quote + 1
                    lineEnds += more
                    if place < text.count && !isFieldEnd(text[place]) {
                        (start, end, hasDoubledQuotes, hasStrayByte) = (start - 1, nil, false, true)
                    }
                }
            }
            if end == nil { place = endOfPlain(from: place, limit: limit) }
            if place > limit { return .broken(at: limit) }
            if place == text.count, !isLast { return .unfinished }
            store(start, end ?? place, hasDoubledQuotes)
            guard place < text.count else {
                return .complete(end: place, next: place, lineEnds: lineEnds, hasStrayByte: hasStrayByte)
            }
            if !isLineEnd(place) {
                if place >= limit { return .broken(at: place) }
                place += 1
            } else {
                guard let next = afterLineEnd(place) else { return .unfinished }
                return .complete(end: place, next: next, lineEnds: lineEnds, hasStrayByte: hasStrayByte)
            }
        }
    }

    /// Looks for the quote that closes a field whose content begins at `start`.
    private func endOfQuoted(from start: Int, limit: Int) -> QuoteEnd {
        let bound = min(start + plan.limits.quotedBytes, limit)
        var (place, hasDoubledQuotes, lineEnds) = (start, false, 0)
        while place < text.count {
            let byte = text[place]
            if byte == RowScanner.quote {
                guard place + 1 < text.count || isLast else { return .unfinished }
                guard place + 1 < text.count && text[place + 1] == RowScanner.quote else {
                    return .closed(at: place, hasDoubledQuotes: hasDoubledQuotes, lineEnds: lineEnds)
                }
                if place >= bound { return .broken(at: place) }
                hasDoubledQuotes = true
                place += 2
                continue
            }
            if place >= bound { return .broken(at: place) }
            if byte == 0x0a || byte == 0x0d {
                lineEnds += 1
                if lineEnds > plan.limits.quotedLineEnds { return .broken(at: place) }
                guard let next = afterLineEnd(place) else { return .unfinished }
                place = next
            } else {
                place += 1
            }
        }
        return isLast ? .broken(at: text.count - 1) : .unfinished
    }

    /// The delimiter or line end that ends a field without quotes, or the first byte beyond `limit`, or the end.
    func endOfPlain(from start: Int, limit: Int) -> Int {
        var place = start
        let end = min(text.count, limit)
        while place < end {
            let byte = text[place]
            if isFieldEnd(byte) { break }
            let isPair =
                plan.delimiterMayBeTrail && byte > 0x80 && byte != 0xff && place + 1 < text.count
                && text[place + 1] >= 0x40 && text[place + 1] != 0x7f && text[place + 1] != 0xff
            place += isPair ? 2 : 1
        }
        return place
    }

    /// Stores the bounds of a field.
    mutating func store(_ start: Int, _ end: Int, _ hasDoubledQuotes: Bool) {
        fields.append(
            RowBatch.FieldBounds(
                start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end),
                hasDoubledQuotes: hasDoubledQuotes))
    }

    /// Whether the byte is a delimiter or ends a line.
    func isFieldEnd(_ byte: UInt8) -> Bool {
        byte == plan.delimiter || byte == 0x0a || byte == 0x0d
    }

    private func isLineEnd(_ place: Int) -> Bool {
        text[place] == 0x0a || text[place] == 0x0d
    }

    /// Where the line after the line end at `place` begins; `nil` if it can't be known whether a CR has its LF.
    func afterLineEnd(_ place: Int) -> Int? {
        if text[place] == 0x0a { return place + 1 }
        guard place + 1 < text.count else { return isLast ? place + 1 : nil }
        return text[place + 1] == 0x0a ? place + 2 : place + 1
    }
}
