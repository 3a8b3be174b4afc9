/// A stretch of a text table's data, about a mebibyte, that can be split without knowing the others.
package struct TextPiece: Hashable, Sendable, Codable {
    /// Text in the format's `textEncoding`, cut after a line end where there was one.
    package var bytes: [UInt8]
    /// Place among the pieces of the table, from 0.
    package var ordinal: Int
    /// Nothing follows; every table has exactly one such piece.
    package var isLast: Bool

    package init(bytes: [UInt8], ordinal: Int, isLast: Bool) {
        self.bytes = bytes
        self.ordinal = ordinal
        self.isLast = isLast
    }
}

/// What the piece before left over: a record that does not end in it.
///
/// Normally nothing, because pieces are cut at line ends; then a piece split without waiting for its predecessor was
/// split rightly.
package struct UnfinishedRecord: Hashable, Sendable, Codable {
    /// The record so far.
    package var bytes: [UInt8]
    /// What follows up to the next line end belongs to a line already reported as over-long.
    package var skipsLine: Bool

    package init(bytes: [UInt8] = [], skipsLine: Bool = false) {
        self.bytes = bytes
        self.skipsLine = skipsLine
    }

    /// Nothing was left over.
    package var isEmpty: Bool { bytes.isEmpty && !skipsLine }
}

/// The rows of one piece.
package struct SplitPiece: Sendable {
    package var ordinal: Int
    package var batch: RowBatch
    /// What must stand before the next piece.
    package var unfinished: UnfinishedRecord
    /// Rows that ended in the piece, counted when they ended.
    package var rowCount: Int
    /// Rows with a byte beyond ASCII.
    package var nonASCIIRows: Int
    /// Rows put aside as undecodable.
    package var undecodableRows: Int
}

/// Where a batch begins in its table; sums up what came before it.
package struct StreamPosition: Hashable, Sendable, Codable {
    /// Data rows before.
    package var rows: Int
    /// Physical lines before, titles and header included.
    package var lines: Int
    /// Bytes as delivered before, byte order mark included.
    package var bytes: Int

    package init(rows: Int = 0, lines: Int = 0, bytes: Int = 0) {
        self.rows = rows
        self.lines = lines
        self.bytes = bytes
    }

    /// Where the data of a table begin.
    package init(startOf format: DelimitedFormat) {
        self.init(rows: 0, lines: format.linesBeforeData, bytes: format.bytesBeforeData)
    }

    /// Goes on behind a stretch of this extent.
    package mutating func advance(by extent: StreamPosition) {
        rows += extent.rows
        lines += extent.lines
        bytes += extent.bytes
    }

    /// Goes on behind a piece.
    package mutating func advance(past piece: SplitPiece) {
        rows += piece.rowCount
        lines += piece.batch.lineCount
        bytes += piece.batch.byteCount
    }
}
