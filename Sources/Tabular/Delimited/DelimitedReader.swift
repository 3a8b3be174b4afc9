/// A text table opened: its format is known, its pieces are pulled one after another.
package final class DelimitedReader {
    /// How the table is written.
    package let format: DelimitedFormat
    private let text: TextStream
    private let pieceSize: Int
    /// Text read but not yet given out.
    private var ahead: ArraySlice<UInt8>
    private var nextOrdinal = 0
    private var isFinished = false

    /// Opens the table, finds its encoding, delimiter and header. Reads up to 4 MiB.
    ///
    /// A short table with one damaged byte is no valid UTF-8, but by chance its bytes may pair up as GB18030. So where
    /// an encoding was guessed and no header is found, the other one is tried.
    package convenience init(_ source: TableSource, options: DelimitedOptions) throws(TabularError) {
        do throws(TabularError) {
            try self.init(opening: source, options: options)
        } catch {
            guard error.kind == .headerNotFound, options.encoding == nil else { throw error }
            var retry = options
            retry.encoding = .utf8
            try self.init(opening: source, options: retry)
        }
    }

    private init(opening source: TableSource, options: DelimitedOptions) throws(TabularError) {
        text = try TextStream(source.open(), declared: options.encoding)
        pieceSize = options.pieceSize
        let start = text.start
        let finder = HeaderFinder(encoding: text.textEncoding, options: options)
        let part = start.prefix(DelimitedReader.headerSize)
        let isWhole = text.isAtEnd && part.count == start.count
        guard let header = finder.find(in: Array(part), isWhole: isWhole) else {
            throw TabularError(.headerNotFound, file: source.name, cause: .limit(options.headerLines))
        }
        format = DelimitedFormat(
            encoding: text.encoding.encoding, isEncodingGuessed: text.encoding.isGuessed, delimiter: header.delimiter,
            header: header.cells, linesBeforeData: header.lines,
            bytesBeforeData: text.encoding.markLength + text.deliveredLength(of: start[..<header.bytes]),
            limits: options.limits, totalMarks: options.totalMarks)
        ahead = start[header.bytes...]
    }

    /// The next piece; `nil` after the last.
    package func nextPiece() throws(TabularError) -> TextPiece? {
        if isFinished { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(pieceSize)
        bytes.append(contentsOf: ahead.prefix(pieceSize))
        ahead = ahead.dropFirst(pieceSize)
        if ahead.isEmpty {
            isFinished = try !text.fill(&bytes, to: pieceSize)
        }
        if !isFinished, let end = DelimitedReader.lastLineEnd(in: bytes) {
            ahead = bytes[end...] + ahead
            bytes.removeLast(bytes.count - end)
        }
        defer { nextOrdinal += 1 }
        return TextPiece(bytes: bytes, ordinal: nextOrdinal, isLast: isFinished)
    }

    /// Bytes of the file on the disk used up so far.
    package var consumedFileBytes: Int { text.consumedFileBytes }

    /// Bytes of text in which the header is looked for.
    private static let headerSize = 1 << 20

    /// Behind the last line feed, else behind the last carriage return that is not the last byte.
    private static func lastLineEnd(in bytes: [UInt8]) -> Int? {
        if let feed = bytes.lastIndex(of: 0x0a) { return feed + 1 }
        return bytes.dropLast().lastIndex(of: 0x0d).map { $0 + 1 }
    }
}
