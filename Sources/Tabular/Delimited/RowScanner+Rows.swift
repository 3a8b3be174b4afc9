/// What went wrong with the quotes of a line.
struct LineFaults {
    /// Something other than a delimiter or line end follows a closing quote.
    var hasStrayByte = false
    /// A quote was closed by the end of the line.
    var isClosedByForce = false
    /// The line is longer than a line may be; only its front is looked at.
    var isOverLong = false
}

// Rows are made here, from stored fields, whichever way the fields were found.
extension RowScanner {
    /// Makes a row of the fields stored since `firstField`, unless they are a blank, total or header line.
    mutating func finishRow(end: Int, faults: LineFaults) {
        if plan.expectedFields != nil, !faults.isOverLong, isNoRow() {
            fields.truncate(to: firstField)
            return
        }
        let defect = defect(end: end, faults: faults)
        endRow(end: end, defect: defect)
    }

    /// Ends the row from `recordStart` to `end` with the fields stored since `firstField`: stores it, unless it is good and
    /// nobody's.
    @inline(__always)
    mutating func endRow(end: Int, defect: RowDefect?) {
        rowCount &+= 1
        if defect == nil, let sieve, isStrangers(sieve) {
            passedOver &+= 1
            fields.truncate(to: firstField)
        } else {
            appendRow(end: end, defect: defect)
        }
    }

    @inline(__always)
    private func isStrangers(_ sieve: OpenSieve) -> Bool {
        guard sieve.column < fields.count &- firstField else { return true }
        let field = fields[firstField &+ sieve.column]
        return !sieve.keeps(text, Int(field.start)..<Int(field.end))
    }

    /// Appends the row from `recordStart` to `end` with the fields stored since `firstField`, counted already.
    mutating func appendRow(end: Int, defect: RowDefect?) {
        appendRow(from: recordStart, to: end, number: rowCount &- 1, line: lineCount, defect: defect)
    }

    /// Appends a row with the fields stored since `firstField`.
    mutating func appendRow(from start: Int, to end: Int, number: Int, line: Int, defect: RowDefect?) {
        rows.append(
            RowBatch.Row(
                firstField: Int32(truncatingIfNeeded: firstField),
                fieldCount: Int32(truncatingIfNeeded: fields.count &- firstField), number: number, line: line,
                byteOffset: start, start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end),
                defect: defect))
        firstField = fields.count
    }

    /// The first of the row's faults in the order of importance; counts the row by its bytes.
    private mutating func defect(end: Int, faults: LineFaults) -> RowDefect? {
        if faults.isOverLong { return .overLong(limit: plan.limits.recordBytes) }
        let row = recordStart..<end
        if !text.isASCII(row) {
            nonASCIIRows += 1
            let valid = isDecodable ? row.count : text.validLength(of: row, in: plan.encoding)
            if valid < row.count {
                undecodableRows += 1
                return .undecodable(bytes: text.bytes(row.dropFirst(valid).prefix(8)), at: valid)
            }
        }
        if let zero = text.offset(of: 0, in: row) { return .nulByte(at: zero) }
        if faults.hasStrayByte { return .unbalancedQuote }
        let found = fields.count - firstField
        guard let expected = plan.expectedFields, found != expected else { return nil }
        return faults.isClosedByForce ? .unbalancedQuote : .fieldCount(found: found, expected: expected)
    }

    /// The line holds only blanks, or adds up others, or is the header again.
    private func isNoRow() -> Bool {
        var isHeader = fields.count - firstField == plan.header.count
        for index in firstField..<fields.count {
            let cell = fields[index]
            let blanks = blankLength(Int(cell.start)..<Int(cell.end))
            if blanks == Int(cell.end - cell.start) { continue }
            if plan.totalMarks.contains(where: { holds(cell, only: $0) }) { return true }
            break
        }
        var isBlank = true
        for index in firstField..<fields.count where isBlank || isHeader {
            let cell = trimmed(fields[index])
            isBlank = isBlank && cell.isEmpty
            isHeader = isHeader && isHeading(cell, index - firstField)
        }
        return isBlank || isHeader
    }

    private func isHeading(_ cell: Range<Int>, _ column: Int) -> Bool {
        let mark = plan.encoding.byteOrderMark
        let name = plan.header[column]
        return text.holds(name, in: cell) || column == 0 && text.holds(mark + name, in: cell)
    }

    /// The cell, blanks left out, is `mark`, with or without a colon behind it.
    private func holds(_ cell: RowBatch.FieldBounds, only mark: [[UInt8]]) -> Bool {
        var place = Int(cell.start)
        var matched = 0
        while place < Int(cell.end) {
            let rest = place..<Int(cell.end)
            if let length = lengthOfBlank(at: rest) {
                place += length
            } else if matched < mark.count {
                guard text.begins(with: mark[matched], in: rest) else { return false }
                place += mark[matched].count
                matched += 1
            } else if text[place] == UInt8(ascii: ":") {
                place += 1
            } else {
                guard text.begins(with: plan.wideColon, in: rest) else { return false }
                place += plan.wideColon.count
            }
        }
        return matched == mark.count
    }

    /// The cell without blanks at its ends.
    private func trimmed(_ cell: RowBatch.FieldBounds) -> Range<Int> {
        var range = Int(cell.start)..<Int(cell.end)
        range = range.lowerBound + blankLength(range)..<range.upperBound
        while !range.isEmpty {
            let last = text[range.upperBound - 1]
            if last == 0x20 || last == 0x09 {
                range = range.lowerBound..<range.upperBound - 1
            } else if text.holds(plan.wideBlank, in: range.suffix(plan.wideBlank.count)) {
                range = range.lowerBound..<range.upperBound - plan.wideBlank.count
            } else {
                break
            }
        }
        return range
    }

    /// Bytes of blanks at the start of `range`.
    private func blankLength(_ range: Range<Int>) -> Int {
        var place = range.lowerBound
        while let length = lengthOfBlank(at: place..<range.upperBound) { place += length }
        return place - range.lowerBound
    }

    /// Length of the space, tab or ideographic space at the start of `range`, if there is one.
    private func lengthOfBlank(at range: Range<Int>) -> Int? {
        guard !range.isEmpty else { return nil }
        let byte = text[range.lowerBound]
        if byte == 0x20 || byte == 0x09 { return 1 }
        let isWide = byte == plan.wideBlank[0] && text.begins(with: plan.wideBlank, in: range)
        return isWide ? plan.wideBlank.count : nil
    }
}
