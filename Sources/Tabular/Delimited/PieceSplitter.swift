/// Splits pieces of one table into rows: a pure function of the format, the piece and what came over from before.
package struct PieceSplitter: Sendable {
    package let format: DelimitedFormat
    private let plan: SplitPlan

    package init(_ format: DelimitedFormat) {
        self.format = format
        plan = SplitPlan(format)
    }

    /// For the search of the header: every line is a row, with as many fields as it has.
    init(withoutHeader format: DelimitedFormat) {
        self.format = format
        plan = SplitPlan(format, expectsHeader: false)
    }

    /// The rows of a piece. Called without `unfinished` it guesses that the piece begins a record; the guess was right
    /// if the piece before left nothing over.
    /// Good rows that `sieve` has no use for are counted and left out.
    package func split(
        _ piece: TextPiece, after unfinished: UnfinishedRecord = UnfinishedRecord(), sieve: KeySieve? = nil
    ) -> SplitPiece {
        let text = unfinished.bytes.isEmpty ? piece.bytes : unfinished.bytes + piece.bytes
        var result = unsafe text.withUnsafeBufferPointer { bytes in
            unsafe scan(bytes, skippingLine: unfinished.skipsLine, isLast: piece.isLast, sieve: sieve)
        }
        result.unfinished.bytes = Array(text[result.batch.byteCount...])
        result.ordinal = piece.ordinal
        result.batch.text = text
        if format.encoding != format.textEncoding {
            result.batch.countAsUTF16(isBigEndian: format.encoding == .utf16BigEndian)
        }
        return result
    }

    private func scan(
        _ text: UnsafeBufferPointer<UInt8>, skippingLine: Bool, isLast: Bool, sieve: KeySieve?
    ) -> SplitPiece {
        guard let sieve else { return unsafe scan(text, skippingLine: skippingLine, isLast: isLast) }
        return sieve.open { open in
            unsafe scan(text, skippingLine: skippingLine, isLast: isLast, openSieve: open)
        }
    }

    private func scan(
        _ text: UnsafeBufferPointer<UInt8>, skippingLine: Bool, isLast: Bool, openSieve: OpenSieve? = nil
    ) -> SplitPiece {
        var batch = RowBatch(encoding: plan.encoding)
        var unfinished = UnfinishedRecord(skipsLine: skippingLine && !isLast)
        guard let text = unsafe ScannedText(text) else {
            batch.lineCount = skippingLine && isLast ? 1 : 0
            return SplitPiece(batch, unfinished: unfinished, rowCount: 0, nonASCIIRows: 0, undecodableRows: 0)
        }
        var scanner = RowScanner(text, plan: plan, isLast: isLast, sieve: openSieve)
        scanner.scan(skippingLine: skippingLine)
        batch.fields = scanner.fields.array()
        batch.rows = scanner.rows
        batch.passedOver = scanner.passedOver
        batch.lineCount = scanner.lineCount
        batch.byteCount = scanner.recordStart
        unfinished.skipsLine = scanner.skipsLine
        return SplitPiece(
            batch, unfinished: unfinished, rowCount: scanner.rowCount, nonASCIIRows: scanner.nonASCIIRows,
            undecodableRows: scanner.undecodableRows)
    }
}

extension SplitPiece {
    fileprivate init(
        _ batch: RowBatch, unfinished: UnfinishedRecord, rowCount: Int, nonASCIIRows: Int, undecodableRows: Int
    ) {
        self.init(
            ordinal: 0, batch: batch, unfinished: unfinished, rowCount: rowCount, nonASCIIRows: nonASCIIRows,
            undecodableRows: undecodableRows)
    }
}
