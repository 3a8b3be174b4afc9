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
    package func split(_ piece: TextPiece, after unfinished: UnfinishedRecord = UnfinishedRecord()) -> SplitPiece {
        let text = unfinished.bytes.isEmpty ? piece.bytes : unfinished.bytes + piece.bytes
        var result = unsafe text.withUnsafeBufferPointer { bytes in
            unsafe scan(bytes, skippingLine: unfinished.skipsLine, isLast: piece.isLast)
        }
        result.unfinished.bytes = Array(text[result.batch.byteCount...])
        result.ordinal = piece.ordinal
        result.batch.text = text
        if format.encoding != format.textEncoding {
            result.batch.countAsUTF16(isBigEndian: format.encoding == .utf16BigEndian)
        }
        return result
    }

    private func scan(_ text: UnsafeBufferPointer<UInt8>, skippingLine: Bool, isLast: Bool) -> SplitPiece {
        var batch = RowBatch(encoding: plan.encoding)
        var unfinished = UnfinishedRecord(skipsLine: skippingLine && !isLast)
        guard let text = unsafe ScannedText(text) else {
            batch.lineCount = skippingLine && isLast ? 1 : 0
            return SplitPiece(batch, unfinished: unfinished, nonASCIIRows: 0, undecodableRows: 0)
        }
        var scanner = RowScanner(text, plan: plan, isLast: isLast)
        scanner.scan(skippingLine: skippingLine)
        batch.fields = scanner.fields.array()
        batch.rows = scanner.rows
        batch.lineCount = scanner.lineCount
        batch.byteCount = scanner.recordStart
        unfinished.skipsLine = scanner.skipsLine
        return SplitPiece(
            batch, unfinished: unfinished, nonASCIIRows: scanner.nonASCIIRows, undecodableRows: scanner.undecodableRows)
    }
}

extension SplitPiece {
    fileprivate init(_ batch: RowBatch, unfinished: UnfinishedRecord, nonASCIIRows: Int, undecodableRows: Int) {
        self.init(
            ordinal: 0, batch: batch, unfinished: unfinished, rowCount: batch.rows.count, nonASCIIRows: nonASCIIRows,
            undecodableRows: undecodableRows)
    }
}
