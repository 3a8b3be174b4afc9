import Tabular

/// Rows of a table that are looked at, and where they begin.
struct Stretch {
    var batch: RowBatch
    /// What came before. Without `isCounted` only its bytes are known.
    var position: StreamPosition
    /// All rows before have been read, so that rows and lines are numbered.
    var isCounted = true
    /// The lines as delivered, of text tables.
    var text: ArraySlice<UInt8> = []
}

/// Gives the stretches of one table that are to be looked at, in order.
protocol StretchSupply: AnyObject {
    /// The next stretch; `nil` after the last.
    func next() throws(TabularError) -> Stretch?
    /// Nothing was left out of what has been given.
    var isWhole: Bool { get }
}

/// The head of a text table; of a plain file in UTF-8 or GB18030 some of its middle and its end too.
final class TextSupply: StretchSupply {
    private(set) var isWhole = false
    /// What was given does not fit the encoding that was guessed.
    var isMisread: Bool {
        format.isEncodingGuessed && format.encoding == .utf8
            && TextEncoding.isWrongGuess(undecodableRows: undecodableRows, nonASCIIRows: nonASCIIRows)
    }

    private let reader: DelimitedReader
    private let splitter: PieceSplitter
    private let size: SampleSize
    private let plainFile: (path: String, bytes: Int)?
    private var position: StreamPosition
    private var unfinished = UnfinishedRecord()
    private var later: [Int]?
    private var nonASCIIRows = 0
    private var undecodableRows = 0

    private var format: DelimitedFormat { reader.format }

    /// - Parameter plainFile: path and size, if the file is neither compressed nor an archive.
    init(_ reader: DelimitedReader, size: SampleSize, plainFile: (path: String, bytes: Int)?) {
        self.reader = reader
        self.size = size
        splitter = PieceSplitter(reader.format)
        let isSeekable = reader.format.encoding == reader.format.textEncoding
        self.plainFile = isSeekable ? plainFile : nil
        position = StreamPosition(startOf: reader.format)
    }

    func next() throws(TabularError) -> Stretch? {
        if later == nil, position.bytes < size.headBytes || isNearlyThrough {
            if let piece = try reader.nextPiece() { return take(piece) }
            isWhole = true
        }
        guard !isWhole else { return nil }
        return try nextLater()
    }

    /// What is left is no longer than the stretches that would be picked from it.
    private var isNearlyThrough: Bool {
        plainFile.map { $0.bytes - position.bytes <= 2 * size.stretchBytes } ?? false
    }

    private func take(_ piece: TextPiece) -> Stretch {
        let split = splitter.split(piece, after: unfinished)
        let stretch = Stretch(batch: split.batch, position: position, text: piece.bytes[...])
        position.advance(past: split)
        unfinished = split.unfinished
        if position.bytes > TextEncoding.trialSize { count(split) }
        return stretch
    }

    private func nextLater() throws(TabularError) -> Stretch? {
        guard let plainFile else { return nil }
        var places = later ?? [plainFile.bytes / 2, plainFile.bytes - size.stretchBytes]
        defer { later = places }
        while !places.isEmpty {
            let place = max(places.removeFirst(), position.bytes)
            let found = try TextStretch(path: plainFile.path, from: place, count: size.stretchBytes)
            if let found { return take(found) }
        }
        return nil
    }

    private func take(_ found: TextStretch) -> Stretch {
        var split = splitter.split(TextPiece(bytes: found.bytes, ordinal: 0, isLast: found.isLast))
        count(split)
        if let firstGood = split.batch.rows.firstIndex(where: { $0.defect == nil }) {
            split.batch.rows.removeFirst(firstGood)
        }
        return Stretch(
            batch: split.batch, position: StreamPosition(bytes: found.byteOffset), isCounted: false,
            text: found.bytes[...])
    }

    private func count(_ split: SplitPiece) {
        nonASCIIRows += split.nonASCIIRows
        undecodableRows += split.undecodableRows
    }
}

/// The first batches of a document or sheet.
final class BatchSupply: StretchSupply {
    private(set) var isWhole = false
    private let pull: () throws(TabularError) -> RowBatch?
    private let isEnough: (StreamPosition) -> Bool
    private var position = StreamPosition()

    /// - Parameter isEnough: whether to stop, by what has been given.
    init(isEnough: @escaping (StreamPosition) -> Bool, pull: @escaping () throws(TabularError) -> RowBatch?) {
        self.isEnough = isEnough
        self.pull = pull
    }

    func next() throws(TabularError) -> Stretch? {
        guard !isEnough(position) else { return nil }
        guard let batch = try pull() else {
            isWhole = true
            return nil
        }
        defer { position.advance(past: batch) }
        return Stretch(batch: batch, position: position)
    }
}
