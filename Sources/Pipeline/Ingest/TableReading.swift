import Normalization
import Roster
import Tabular

/// What reading one table came to, beside what its rows gave.
package struct TableOutcome: Sendable {
    /// Name of the table: the file's, or `archive.zip!member`, or `file.xlsx!sheet`.
    package var name: String
    package var encoding: String
    package var header: [String]
    /// First headings of the layout's columns that the table lacks.
    package var missingHeadings: [String]
    package var yield: BatchYield
}

/// Reads one table of a source: pulls pieces in order, has them worked on side by side, takes the results in order.
struct TableReading: Sendable {
    let source: SourceDefinition
    let settings: ReadingSettings
    /// Name of the file that holds the table; empty where it stands alone.
    var file = ""

    typealias Work = TableWork

    /// Reads the table (for workbooks: each sheet that holds one).
    func read(_ table: TableSource, name: String, work: Work) async throws -> [TableOutcome] {
        switch table.kind {
        case .delimited: [try await readText(table, name: name, work: work)]
        case .xml: [try await readXML(table, name: name, work: work)]
        case .workbook: try await readWorkbook(table, name: name, work: work)
        }
    }

    /// Finds the source's fields in a header, which stands in a line of the table; exit 65 if one that is required is
    /// not there, or twice, or if there are more columns than a table may have.
    func bind(header: [String], line: Int? = nil, name: String, isWorkbook: Bool) throws -> BoundTable {
        try settings.limits.checkColumns(of: header, line: line, table: name)
        let binding: HeaderBinding
        do {
            binding = try HeaderBinding(header: header, layout: source.layout)
        } catch {
            throw RunError(error, table: name, line: line)
        }
        return bound(binding, header: header, name: name, isWorkbook: isWorkbook)
    }

    /// A table whose fields are found, ready to be read.
    func bound(_ binding: HeaderBinding, header: [String], name: String, isWorkbook: Bool) -> BoundTable {
        var context = settings.context
        context.acceptsSerials = isWorkbook
        return BoundTable(
            layout: source.layout, origin: RecordOrigin(source: source.name, file: name), binding: binding,
            header: header, context: context)
    }
}

/// What is done with the rows of a table.
struct TableWork: Sendable {
    /// Which good rows of a text table are looked at; the others are only counted. `nil`: all.
    let sieve: @Sendable (BoundTable) -> KeySieve?
    /// Works on a batch of rows of a bound table.
    let yield: @Sendable (BoundTable, RowBatch) -> BatchYield

    init(
        sieve: @escaping @Sendable (BoundTable) -> KeySieve? = { _ in nil },
        yield: @escaping @Sendable (BoundTable, RowBatch) -> BatchYield
    ) {
        (self.sieve, self.yield) = (sieve, yield)
    }
}

/// What the reading of all tables shares.
struct ReadingSettings: Sendable {
    let context: ParsingContext
    let window: OrderedWindow
    let permits: Permits
    let limits: IngestLimits
    let totalMarks: [String]
    /// Where evidence goes as it comes in; `nil`: it stays with the tables.
    var evidence: EvidenceStore?
}
