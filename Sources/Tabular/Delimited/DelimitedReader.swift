/// A text table opened: its format is known, its pieces are pulled one after another.
package final class DelimitedReader {
    /// How the table is written.
    package let format: DelimitedFormat
    private let stream: any ByteStream
    private let pieceSize: Int

    /// Opens the table, finds its encoding, delimiter and header.
    package init(_ source: TableSource, options: DelimitedOptions) throws(TabularError) {
        stream = try source.open()
        pieceSize = options.pieceSize
        format = DelimitedFormat(encoding: .utf8, header: [])
    }

    /// The next piece; `nil` after the last.
    package func nextPiece() throws(TabularError) -> TextPiece? {
        nil
    }

    /// Bytes of the file on the disk used up so far.
    package var consumedFileBytes: Int { stream.consumedFileBytes }
}
