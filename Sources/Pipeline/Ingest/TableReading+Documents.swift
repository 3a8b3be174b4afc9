import Normalization
import Roster
import Tabular

extension TableReading {
    /// Reads the records of an XML document: parsed by one thread, worked on by several.
    func readXML(_ table: TableSource, name: String, work: @escaping Work) async throws -> TableOutcome {
        var limits = XMLLimits.standard
        limits.depth = settings.limits.xmlDepth
        limits.textBytes = settings.limits.xmlTextBytes
        let layout = XMLLayout(
            recordPaths: source.layout.recordPaths, columns: source.layout.fields.map(\.paths))
        let reader = try XMLRecordReader(
            table, layout: layout, encoding: source.encoding ?? .utf8, limits: limits)
        let header = source.layout.fields.map { $0.headings.first ?? $0.field.rawValue }
        let bound = bound(HeaderBinding(identityOf: source.layout), header: header, name: name, isWorkbook: false)
        let yield = try await run(bound, next: { try reader.nextBatch() }, work: work)
        return TableOutcome(
            name: name, encoding: (reader.encoding ?? .utf8).rawValue, header: header,
            missingHeadings: [], yield: yield)
    }

    /// Reads every visible sheet of a workbook that has the source's header.
    func readWorkbook(_ table: TableSource, name: String, work: @escaping Work) async throws -> [TableOutcome] {
        var limits = WorkbookLimits.standard
        limits.sharedStringBytes = settings.limits.sharedStringBytes
        let options = SheetOptions(headings: source.headings, totalMarks: settings.totalMarks)
        let sheets = try WorkbookReader(table, limits: limits).tables(options)
        var outcomes: [TableOutcome] = []
        for sheet in sheets {
            let tableName = sheets.count == 1 ? name : "\(name)!\(sheet.sheet)"
            let bound = try bind(header: sheet.header, name: tableName, isWorkbook: true)
            let yield = try await run(bound, next: { try sheet.nextBatch() }, work: work)
            outcomes.append(
                TableOutcome(
                    name: tableName, encoding: "XLSX", header: sheet.header,
                    missingHeadings: bound.missingHeadings, yield: yield))
        }
        return outcomes
    }

    /// Works on batches that already are rows, in order.
    func run(
        _ bound: BoundTable, next: () throws -> RowBatch?, work: @escaping Work
    ) async throws -> BatchYield {
        let permits = settings.permits
        var position = StreamPosition()
        var sum = BatchYield()
        try await settings.window.readingAhead.run(
            next: { try await permits.withPermit { try next() } },
            work: { batch in
                try await permits.withPermit { (batch: BatchExtent(batch), yield: work(bound, batch)) }
            },
            take: { worked in
                var yield = worked.yield
                if !bound.countsBySheet { yield.shift(by: position) }
                sum.append(yield)
                position.rows += worked.batch.rows
                position.lines += worked.batch.lines
                position.bytes += worked.batch.bytes
            })
        return sum
    }
}

/// How much of its file a batch covers.
private struct BatchExtent: Sendable {
    let rows: Int
    let lines: Int
    let bytes: Int

    init(_ batch: RowBatch) {
        (rows, lines, bytes) = (batch.rows.count, batch.lineCount, batch.byteCount)
    }
}
