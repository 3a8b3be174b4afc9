import CScan

// The scan of a table of which few rows are wanted. Of a plain row only the field of the key is found and the other
// delimiters are counted; whether the key is known is asked some rows later, when the index has had time to come into the
// processor's cache; the bounds of all fields are found of rows that stay. What is not plain is read as in any table.
extension RowScanner {
    /// Goes through the text in blocks as long as records are plain; `false` if one does not end in the text.
    mutating func siftBlocks(_ sieve: OpenSieve) -> Bool {
        var line = PlainLine(column: sieve.column)
        var candidates = CandidateQueue()
        var position = recordStart
        while position &+ 64 < text.count {
            let masks = text.masks(at: position, delimiter: plan.delimiter)
            if masks.specials != 0 {
                guard readRecord(after: &candidates, sieve) else { return false }
                position = recordStart
                line.begin()
                continue
            }
            var (delimiters, ends, high) = (masks.delimiters, masks.line_ends, masks.high)
            while ends != 0 {
                let below = (ends & (0 &- ends)) &- 1
                let place = position &+ Int(truncatingIfNeeded: ends.trailingZeroBitCount)
                line.take(delimiters & below, high: high & below, at: position)
                (delimiters, high) = (delimiters & ~below, high & ~below)
                ends &= ends &- 1
                if place == recordStart, isSecondHalfOfLineEnd(place) {
                    recordStart = place &+ 1
                } else if place &- recordStart <= plan.limits.recordBytes {
                    end(line, at: place, &candidates, sieve)
                } else {
                    guard readRecord(after: &candidates, sieve) else { return false }
                    position = recordStart &- 64
                    (delimiters, ends, high) = (0, 0, 0)
                }
                line.begin()
            }
            line.take(delimiters, high: high, at: position)
            position &+= 64
        }
        settleAll(&candidates, sieve)
        return true
    }

    /// Takes a line without quotes and NULs for a record.
    @inline(__always)
    private mutating func end(
        _ line: PlainLine, at end: Int, _ candidates: inout CandidateQueue, _ sieve: OpenSieve
    ) {
        let isPlain = end > recordStart && !plan.mayBeNoRow[Int(text[recordStart])]
        if isPlain, line.delimiters &+ 1 == plan.expectedFields, line.isASCII || isDecodable {
            rowCount &+= 1
            if !line.isASCII { nonASCIIRows &+= 1 }
            let candidate = Candidate(start: recordStart, end: end, number: rowCount &- 1, line: lineCount)
            switch sieve.key(text, line.keyField(from: recordStart, to: end)) {
            case .empty: passedOver &+= 1
            case .unfolded:
                settleAll(&candidates, sieve)
                keep(candidate)
            case .key(let key):
                sieve.expect(key)
                if candidates.isFull { settle(candidates.removeFirst(), sieve) }
                candidates.append(candidate, key)
            }
        } else {
            settleAll(&candidates, sieve)
            storeFields(from: recordStart, to: end)
            finishRow(end: end, faults: LineFaults())
        }
        lineCount &+= 1
        recordStart = end &+ 1
    }

    private mutating func readRecord(after candidates: inout CandidateQueue, _ sieve: OpenSieve) -> Bool {
        settleAll(&candidates, sieve)
        return readRecord()
    }

    private mutating func settleAll(_ candidates: inout CandidateQueue, _ sieve: OpenSieve) {
        while !candidates.isEmpty { settle(candidates.removeFirst(), sieve) }
    }

    @inline(__always)
    private mutating func settle(_ waiting: (candidate: Candidate, key: UInt64), _ sieve: OpenSieve) {
        if sieve.keeps(waiting.key) { keep(waiting.candidate) } else { passedOver &+= 1 }
    }

    private mutating func keep(_ row: Candidate) {
        storeFields(from: row.start, to: row.end)
        appendRow(from: row.start, to: row.end, number: row.number, line: row.line, defect: nil)
    }

    /// Stores the bounds of the fields of a plain line.
    private mutating func storeFields(from start: Int, to end: Int) {
        var (fieldStart, position) = (start, start)
        while position < end {
            fields.reserve(64)
            var delimiters = text.masks(upToEndAt: position, delimiter: plan.delimiter).delimiters
            if end &- position < 64 { delimiters &= (1 &<< UInt64(end &- position)) &- 1 }
            while delimiters != 0 {
                let place = position &+ delimiters.trailingZeroBitCount
                delimiters &= delimiters &- 1
                fields.appendReserved(fieldStart, place)
                fieldStart = place &+ 1
            }
            position &+= 64
        }
        fields.reserve(1)
        fields.appendReserved(fieldStart, end)
    }
}

/// The plain line being read: how many delimiters it has so far, and where the key stands.
private struct PlainLine {
    private let column: Int
    private(set) var delimiters = 0
    private(set) var isASCII = true
    /// Places of the delimiters before and behind the key.
    private var before = 0
    private var behind = 0

    init(column: Int) { self.column = column }

    /// Begins the next line.
    @inline(__always)
    mutating func begin() { (delimiters, isASCII) = (0, true) }

    /// Takes the next bytes, up to 64, whose first stands at `position`.
    @inline(__always)
    mutating func take(_ found: UInt64, high: UInt64, at position: Int) {
        var (rest, number) = (found, delimiters)
        while number <= column, rest != 0 {
            let place = position &+ rest.trailingZeroBitCount
            if number == column { behind = place } else { before = place }
            rest &= rest &- 1
            number &+= 1
        }
        delimiters &+= found.nonzeroBitCount
        isASCII = isASCII && high == 0
    }

    /// Where the key stands in the line from `start` to `end`; nowhere if the line has too few fields.
    @inline(__always)
    func keyField(from start: Int, to end: Int) -> Range<Int> {
        guard column <= delimiters else { return end..<end }
        return (column == 0 ? start : before &+ 1)..<(column == delimiters ? end : behind)
    }
}
