import CScan

// How text is split, and why in two ways.
//
// The rules. A quote opens a quoted field only as the field's first byte, as Python's csv module has it; anywhere else
// it is a character. In a quoted field delimiters and line ends are data and a doubled quote is one quote. LF, CRLF and
// a lone CR each end a line. After the closing quote only a delimiter or a line end may follow, else the row is
// `unbalancedQuote`. A record ends with its line unless a quoted field goes on.
//
// A quote that nobody closes would swallow the rest of the file. So a quoted field may hold only so many bytes and line
// ends, a record only so many bytes; a record that goes beyond, that is still open at the end of the text, or that spans
// lines and does not have the header's number of fields or has a stray byte behind a quote, is read again line by line:
// every physical line it touched, the one where it went beyond included, is a row of its own whose quotes end with the
// line. Such a row is good if its number of fields is. A line longer than a record may be is one row, `overLong`, with
// the first few KB kept.
//
// All this depends on nothing but the bytes from the start of a record on, so it does not matter where a text is cut
// into pieces: a record that does not end in its piece is handed back whole.
//
// Records without quotes, nearly all, are found by bit masks of 64 bytes at a time. Whatever else turns up (a field
// that begins with a quote, a NUL, an over-long line, the end of the piece) sends the record to the reader that goes
// byte by byte, in `RowScanner+Record.swift`. One of several faults of a row is reported: over-long, undecodable, NUL,
// quote, number of fields, in this order.

/// Finds the rows in one piece of text.
struct RowScanner: ~Copyable {
    let text: ScannedText
    let plan: SplitPlan
    let isLast: Bool
    /// All of the text decodes, so that no row needs to be looked at for that.
    let isDecodable: Bool
    /// Which good rows are stored; `nil`: all.
    let sieve: OpenSieve?
    var fields: FieldStore
    var rows: [RowBatch.Row] = []
    /// Rows that ended, stored or not.
    var rowCount = 0
    /// Good rows that the sieve passed over.
    var passedOver = 0
    var lineCount = 0
    var nonASCIIRows = 0
    var undecodableRows = 0
    /// Where the delimiters of the plain line being read stand.
    private var delimiterPlaces = PlaceBuffer()
    /// Where the record being read begins; at the end, where what is left over begins.
    var recordStart = 0
    /// Index of the record's first field.
    var firstField = 0
    /// The text ended in a line already reported as over-long.
    var skipsLine = false

    init(_ text: ScannedText, plan: SplitPlan, isLast: Bool, sieve: OpenSieve?) {
        self.text = text
        self.plan = plan
        self.isLast = isLast
        isDecodable = text.validLength(of: 0..<text.count, in: plan.encoding) == text.count
        self.sieve = sieve
        fields = FieldStore(capacity: sieve == nil ? text.count / 8 : 1024)
        if sieve == nil { rows.reserveCapacity(text.count / 128) }
    }

    /// The sieve, if plain rows can be sifted without storing anything of them.
    private var siftsBlocks: OpenSieve? { plan.delimiterMayBeTrail ? nil : sieve }

    /// Finds all rows. `skippingLine` says that the text begins inside a line already reported as over-long.
    mutating func scan(skippingLine: Bool) {
        if skippingLine, !skipLine() { return }
        while recordStart < text.count {
            let isPlain = siftsBlocks.map { siftBlocks($0) } ?? scanBlocks()
            guard isPlain, readRecord() else { return }
        }
    }

    /// Goes through the text in blocks as long as records are plain; `false` if one does not end in the text.
    ///
    /// The last byte is never looked at here: whether a CR ends a line depends on what follows. Where the delimiters of the
    /// record stand is kept in a small buffer until its line ends.
    private mutating func scanBlocks() -> Bool {
        var position = recordStart
        var found = 0
        var recordHigh: UInt64 = 0
        while position &+ 64 < text.count {
            let masks = text.masks(at: position, delimiter: plan.delimiter)
            let delimiters = plan.delimiterMayBeTrail ? withoutTrails(masks.delimiters, at: position) : masks.delimiters
            delimiterPlaces.reserve(found &+ 64)
            var marks = delimiters | masks.line_ends | masks.specials
            var high = masks.high
            while marks != 0 {
                let bit = UInt64(truncatingIfNeeded: marks.trailingZeroBitCount)
                marks &= marks &- 1
                let place = position &+ Int(truncatingIfNeeded: bit)
                if delimiters &>> bit & 1 != 0 {
                    delimiterPlaces.set(found, place)
                    found &+= 1
                } else if masks.line_ends &>> bit & 1 != 0, place &- recordStart <= plan.limits.recordBytes {
                    if place == recordStart, isSecondHalfOfLineEnd(place) {
                        recordStart = place &+ 1
                    } else {
                        let below = high & ((1 &<< bit) &- 1)
                        endPlainLine(at: place, delimiters: found, isASCII: recordHigh | below == 0)
                        high &= ~below
                        recordHigh = 0
                    }
                    found = 0
                } else if isSpecial(place, delimiters: found) {
                    guard readRecord() else { return false }
                    (position, found, recordHigh, marks, high) = (recordStart &- 64, 0, 0, 0, 0)
                }
            }
            recordHigh |= high
            position &+= 64
        }
        return true
    }

    /// The byte, not a delimiter, is beyond the masks: a line end too far, a NUL, or a quote that opens a field.
    @inline(__always)
    private func isSpecial(_ place: Int, delimiters: Int) -> Bool {
        let fieldStart = delimiters == 0 ? recordStart : delimiterPlaces[delimiters &- 1] &+ 1
        return place == fieldStart || text[place] != UInt8(ascii: "\"")
    }

    /// The byte is the LF of a CRLF whose CR has ended the record before.
    @inline(__always)
    func isSecondHalfOfLineEnd(_ place: Int) -> Bool {
        place > 0 && text[place] == 0x0a && text[place &- 1] == 0x0d
    }

    /// Takes a line without quotes and NULs for a record; `delimiters` of them were found in it.
    @inline(__always)
    private mutating func endPlainLine(at end: Int, delimiters: Int, isASCII: Bool) {
        let start = recordStart
        let isPlain = end > start && !plan.mayBeNoRow[Int(text[start])]
        if isPlain, delimiters &+ 1 == plan.expectedFields, isASCII || isDecodable {
            storeFields(delimiters, end: end)
            endRow(end: end, defect: nil)
            if !isASCII { nonASCIIRows &+= 1 }
        } else {
            storeFields(delimiters, end: end)
            finishRow(end: end, faults: LineFaults())
        }
        lineCount &+= 1
        recordStart = end &+ 1
    }

    /// Stores the bounds of the plain line's fields.
    private mutating func storeFields(_ delimiters: Int, end: Int) {
        fields.reserve(delimiters &+ 1)
        var start = recordStart
        for index in 0..<delimiters {
            fields.appendReserved(start, delimiterPlaces[index])
            start = delimiterPlaces[index] &+ 1
        }
        fields.appendReserved(start, end)
    }

    /// Takes out the delimiters that are second bytes of a character.
    private func withoutTrails(_ delimiters: UInt64, at position: Int) -> UInt64 {
        var (result, rest) = (delimiters, delimiters)
        while rest != 0 {
            let bit = rest.trailingZeroBitCount
            rest &= rest &- 1
            if isTrail(position + bit) { result &= ~(1 << UInt64(bit)) }
        }
        return result
    }

    /// The byte, which is ASCII, is the second of a character: an odd number of bytes beyond ASCII lead to it.
    func isTrail(_ place: Int) -> Bool {
        var start = place
        while start > recordStart && text[start - 1] >= 0x80 { start -= 1 }
        while start < place {
            let isPair = text[start] != 0x80 && text[start] != 0xff && text[start + 1] != 0xff
            start += isPair ? 2 : 1
        }
        return start > place
    }
}
