/// Splits pieces of one table into rows: a pure function of the format, the piece and what came over from before.
package struct PieceSplitter: Sendable {
    package let format: DelimitedFormat

    package init(_ format: DelimitedFormat) {
        self.format = format
    }

    /// The rows of a piece. Called without `unfinished` it guesses that the piece begins a record; the guess was right
    /// if the piece before left nothing over.
    package func split(_ piece: TextPiece, after unfinished: UnfinishedRecord = UnfinishedRecord()) -> SplitPiece {
        SplitPiece(
            ordinal: piece.ordinal, batch: RowBatch(encoding: format.textEncoding), unfinished: unfinished,
            rowCount: 0, nonASCIIRows: 0, undecodableRows: 0)
    }
}
