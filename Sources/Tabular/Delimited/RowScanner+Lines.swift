// Reading again line by line, after quotes have led astray; and lines that are too long.
extension RowScanner {
    /// Makes a row of every physical line from `recordStart` to the one that holds `place`. `false` if that one does
    /// not end in the text; nothing is done then, unless it is over-long already.
    mutating func readLines(through place: Int) -> Bool {
        var start = recordStart
        while start <= place {
            guard let line = lineEnd(from: start) else { return endInLongLine(from: start) }
            start = line.next
        }
        readLines(before: start)
        return true
    }

    /// Passes over the rest of a line that has been reported; `false` if it does not end in the text.
    mutating func skipLine() -> Bool {
        guard let line = lineEnd(from: recordStart) else {
            recordStart = endOfKnown
            skipsLine = true
            return false
        }
        recordStart = line.next
        lineCount += 1
        return true
    }

    private mutating func readLines(before next: Int) {
        while recordStart < next, let line = lineEnd(from: recordStart) {
            readLine(upTo: line.end)
            lineCount += 1
            recordStart = line.next
        }
    }

    /// The text ends in a line that begins at `start`: reports it if it is over-long already.
    private mutating func endInLongLine(from start: Int) -> Bool {
        guard endOfKnown - start > plan.limits.recordBytes else { return false }
        readLines(before: start)
        readLine(upTo: endOfKnown)
        recordStart = endOfKnown
        skipsLine = true
        return false
    }

    /// Makes a row of the line from `recordStart` to `end`, quotes ending with it.
    private mutating func readLine(upTo end: Int) {
        var faults = LineFaults(isOverLong: end - recordStart > plan.limits.recordBytes)
        let end = faults.isOverLong ? recordStart + min(plan.limits.keptBytes, end - recordStart) : end
        storeLine(upTo: end, &faults)
        finishRow(end: end, faults: faults)
    }

    private mutating func storeLine(upTo end: Int, _ faults: inout LineFaults) {
        var place = recordStart
        while true {
            if place < end && text[place] == RowScanner.quote {
                place = storeQuoted(from: place, upTo: end, &faults)
            } else {
                let start = place
                place = min(end, endOfPlain(from: place, limit: end))
                store(start, place, false)
            }
            if place == end { return }
            place += 1
        }
    }

    /// Stores the field whose opening quote is at `start` and returns where it ends.
    private mutating func storeQuoted(from start: Int, upTo end: Int, _ faults: inout LineFaults) -> Int {
        var (place, hasDoubledQuotes) = (start + 1, false)
        while place < end {
            if text[place] != RowScanner.quote {
                place += 1
            } else if place + 1 < end && text[place + 1] == RowScanner.quote {
                hasDoubledQuotes = true
                place += 2
            } else if place + 1 == end || text[place + 1] == plan.delimiter {
                store(start + 1, place, hasDoubledQuotes)
                return place + 1
            } else {
                faults.hasStrayByte = true
                place = min(end, endOfPlain(from: place + 1, limit: end))
                store(start, place, false)
                return place
            }
        }
        faults.isClosedByForce = true
        store(start + 1, end, hasDoubledQuotes)
        return end
    }

    /// End of the text but for a CR that may be half of a line end.
    private var endOfKnown: Int {
        !isLast && text[text.count - 1] == 0x0d ? text.count - 1 : text.count
    }

    /// Where the physical line that holds `start` ends and the next begins; `nil` if that is not in the text.
    private func lineEnd(from start: Int) -> (end: Int, next: Int)? {
        var place = start
        while place < text.count && text[place] != 0x0a && text[place] != 0x0d { place += 1 }
        if place == text.count { return isLast ? (place, place) : nil }
        return afterLineEnd(place).map { (place, $0) }
    }
}
