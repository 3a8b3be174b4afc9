/// An XML document opened as a table: its records are pulled batch by batch.
package final class XMLRecordReader {
    private let stream: any ByteStream
    private var parser: XMLRecordParser
    private var batches: [RowBatch] = []
    private var next = 0
    private var isAtEnd = false

    private static let pieceBytes = 1 << 18

    /// Opens the document.
    ///
    /// - Parameter encoding: what to take where it neither has a byte order mark nor declares anything.
    package init(
        _ source: TableSource, layout: XMLLayout, encoding: TextEncoding = .utf8, limits: XMLLimits = .standard
    ) throws(TabularError) {
        stream = try source.open()
        parser = XMLRecordParser(layout: layout, encoding: encoding, limits: limits)
    }

    /// The encoding found; `nil` before the first batch.
    package var encoding: TextEncoding? { parser.encoding }

    /// Bytes of the file on the disk used up so far.
    package var consumedFileBytes: Int { stream.consumedFileBytes }

    /// The next records, about 1,000, their values in the order of the layout's columns; `nil` after the last.
    ///
    /// Numbers of rows count from 0 in each batch. The whole document has failed if this throws, whatever came before.
    package func nextBatch() throws(TabularError) -> RowBatch? {
        while next == batches.count, !isAtEnd {
            batches = try read()
            next = 0
        }
        guard next < batches.count else { return nil }
        next += 1
        return batches[next - 1]
    }

    private func read() throws(TabularError) -> [RowBatch] {
        var piece: [UInt8] = []
        let count = try stream.read(upTo: Self.pieceBytes, appendingTo: &piece)
        do throws(XMLFault) {
            guard count == 0 else { return try parser.feed(piece) }
            isAtEnd = true
            return try parser.finish()
        } catch {
            throw TabularError(error, file: stream.name)
        }
    }
}

extension StreamPosition {
    /// Goes on behind a batch of a document.
    package mutating func advance(past batch: RowBatch) {
        rows += batch.rows.count
        lines += batch.lineCount
        bytes += batch.byteCount
    }
}
