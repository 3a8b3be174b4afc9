import Normalization
import Roster
import Tabular

extension TableReading {
    /// Reads the records of an XML document: in pieces by several threads where it can be cut, else parsed by one and
    /// worked on by several.
    func readXML(_ table: TableSource, name: String, work: Work) async throws -> TableOutcome {
        let header = source.layout.fields.map(\.heading)
        let bound = bound(HeaderBinding(identityOf: source.layout), header: header, name: name, isWorkbook: false)
        let read =
            if let read = try await readPieces(of: table, bound, work: work) {
                read
            } else {
                try await readSerially(table, bound, work: work)
            }
        return TableOutcome(
            name: name, encoding: read.encoding.rawValue, header: header, missingHeadings: [], yield: read.yield)
    }

    private func readSerially(
        _ table: TableSource, _ bound: BoundTable, work: Work
    ) async throws -> (encoding: TextEncoding, yield: BatchYield) {
        let reader = try XMLRecordReader(
            table, layout: xmlLayout, encoding: source.encoding ?? .utf8, limits: settings.limits.xml)
        let yield = try await run(bound, next: { try reader.nextBatch() }, work: work)
        return (reader.encoding ?? .utf8, yield)
    }

    /// `nil` if the document can't be read in pieces; then what was read of it is forgotten.
    private func readPieces(
        of table: TableSource, _ bound: BoundTable, work: Work
    ) async throws -> (encoding: TextEncoding, yield: BatchYield)? {
        guard
            let reader = try XMLPieceReader(
                table, layout: xmlLayout, encoding: source.encoding ?? .utf8, limits: settings.limits.xml,
                pieceBytes: settings.limits.blockBytes)
        else { return nil }
        let (parser, permits) = (reader.parser, settings.permits)
        let part = await settings.evidence?.begin(file: file)
        var sum = WorkedSum()
        do {
            try await settings.window.readingAhead.run(
                next: { try await permits.withPermit { try reader.nextPiece() } },
                work: { piece in
                    try await permits.withPermit {
                        guard let batches = parser.parse(piece) else { throw InseparablePiece() }
                        return batches.map { WorkedBatch($0, work.yield(bound, $0)) }
                    }
                },
                take: { batches in
                    for batch in batches { sum.take(batch, shifts: true) }
                    try await part?.take(from: &sum.yield)
                })
        } catch is InseparablePiece {
            await part?.discard()
            return nil
        }
        return (reader.encoding, sum.yield)
    }

    private var xmlLayout: XMLLayout {
        XMLLayout(recordPaths: source.layout.recordPaths, columns: source.layout.fields.map(\.paths))
    }

    /// Reads every visible sheet of a workbook that has the source's header.
    func readWorkbook(_ table: TableSource, name: String, work: Work) async throws -> [TableOutcome] {
        let options = SheetOptions(headings: source.headings, totalMarks: settings.totalMarks)
        let sheets = try WorkbookReader(table, limits: settings.limits.workbook).tables(options)
        var outcomes: [TableOutcome] = []
        for sheet in sheets {
            let tableName = sheets.count == 1 ? name : "\(name)!\(sheet.sheet)"
            let bound = try bind(header: sheet.header, line: sheet.headerRow, name: tableName, isWorkbook: true)
            var yield = try await run(bound, next: { try sheet.nextBatch() }, work: work)
            if sheet.hiddenRows > 0 { yield.remarks[.hiddenRow, default: 0] += sheet.hiddenRows }
            if sheet.calculatedRows > 0 { yield.remarks[.formulaValue, default: 0] += sheet.calculatedRows }
            outcomes.append(
                TableOutcome(
                    name: tableName, encoding: "XLSX", header: sheet.header,
                    missingHeadings: bound.missingHeadings, yield: yield))
        }
        return outcomes
    }

    /// Works on batches that already are rows, in order.
    func run(
        _ bound: BoundTable, next: () throws -> RowBatch?, work: Work
    ) async throws -> BatchYield {
        let permits = settings.permits
        let part = await settings.evidence?.begin(file: file)
        var sum = WorkedSum()
        try await settings.window.readingAhead.run(
            next: { try await permits.withPermit { try next() } },
            work: { batch in try await permits.withPermit { WorkedBatch(batch, work.yield(bound, batch)) } },
            take: { worked in
                sum.take(worked, shifts: !bound.countsBySheet)
                try await part?.take(from: &sum.yield)
            })
        return sum.yield
    }
}

/// A piece of a document can't be understood without the others.
private struct InseparablePiece: Error {}

/// How much of its file a batch covers, and what it gave.
private struct WorkedBatch: Sendable {
    let extent: StreamPosition
    let yield: BatchYield

    init(_ batch: RowBatch, _ yield: BatchYield) {
        extent = StreamPosition(rows: batch.rows.count, lines: batch.lineCount, bytes: batch.byteCount)
        self.yield = yield
    }
}

/// What the batches of a document gave so far, in order.
private struct WorkedSum {
    var yield = BatchYield()
    private var position = StreamPosition()

    /// - Parameter shifts: the batch counts its rows from its own start.
    mutating func take(_ batch: WorkedBatch, shifts: Bool) {
        var next = batch.yield
        if shifts { next.shift(by: position) }
        yield.append(next)
        position.advance(by: batch.extent)
    }
}
