import Normalization
import Roster
import Tabular

/// A piece of a text table, split and worked on as if the piece before had left nothing over.
private struct WorkedPiece: Sendable {
    let piece: TextPiece
    let split: SplitPiece
    let yield: BatchYield
}

extension TableReading {
    /// Reads a text table. One whose encoding was guessed as UTF-8 and turns out not to be is read once more as GB18030.
    func readText(_ source: TableSource, name: String, work: Work) async throws -> TableOutcome {
        let first = try await readText(source, name: name, encoding: self.source.encoding, work: work)
        guard first.isMisread else { return first.outcome }
        await first.part?.discard()
        return try await readText(source, name: name, encoding: .gb18030, work: work).outcome
    }

    private func readText(
        _ source: TableSource, name: String, encoding: TextEncoding?, work: Work
    ) async throws -> (outcome: TableOutcome, part: EvidencePart?, isMisread: Bool) {
        let reader = try DelimitedReader(source, options: options(encoding: encoding))
        let (header, line) = (reader.format.header, reader.format.linesBeforeData)
        let table = try bind(header: header, line: line, name: name, isWorkbook: false)
        let splitter = PieceSplitter(reader.format)
        let sieve = work.sieve(table)
        let permits = settings.permits
        let part = await settings.evidence?.begin(file: file)
        var sum = TextSum(position: StreamPosition(startOf: reader.format))
        try await settings.window.readingAhead.run(
            next: { try await permits.withPermit { try reader.nextPiece() } },
            work: { piece in
                try await permits.withPermit {
                    let split = splitter.split(piece, sieve: sieve)
                    return WorkedPiece(piece: piece, split: split, yield: work.yield(table, split.batch))
                }
            },
            take: { worked in
                if sum.unfinished.isEmpty {
                    sum.take(worked.split, worked.yield)
                } else {
                    let split = splitter.split(worked.piece, after: sum.unfinished, sieve: sieve)
                    sum.take(split, work.yield(table, split.batch))
                }
                try await part?.take(from: &sum.yield)
            })
        let outcome = TableOutcome(
            name: name, encoding: reader.format.encoding.rawValue, header: table.header,
            missingHeadings: table.missingHeadings, yield: sum.yield)
        let isGuess = reader.format.isEncodingGuessed && reader.format.encoding == .utf8
        return (outcome, part, isGuess && sum.isMisread)
    }

    private func options(encoding: TextEncoding?) -> DelimitedOptions {
        DelimitedOptions(
            headings: source.headings, encoding: encoding, totalMarks: settings.totalMarks,
            limits: settings.limits.delimited(source.quotes), pieceSize: settings.limits.blockBytes)
    }
}

/// What the pieces of a text table gave so far, in order.
private struct TextSum {
    var position: StreamPosition
    var unfinished = UnfinishedRecord()
    var yield = BatchYield()
    private var nonASCIIRows = 0
    private var undecodableRows = 0

    init(position: StreamPosition) {
        self.position = position
    }

    /// Behind the stretch on which the encoding was tried, too many rows do not decode.
    var isMisread: Bool {
        TextEncoding.isWrongGuess(undecodableRows: undecodableRows, nonASCIIRows: nonASCIIRows)
    }

    mutating func take(_ split: SplitPiece, _ worked: BatchYield) {
        var next = worked
        next.rows = split.rowCount
        next.shift(by: position)
        yield.append(next)
        position.advance(past: split)
        unfinished = split.unfinished
        guard position.bytes > TextEncoding.trialSize else { return }
        nonASCIIRows += split.nonASCIIRows
        undecodableRows += split.undecodableRows
    }
}

extension SourceDefinition {
    /// Every heading under which one of its fields may stand.
    var headings: Set<String> {
        Set(layout.fields.flatMap(\.headings))
    }
}
