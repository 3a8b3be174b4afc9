import Digest
import Reports
import Roster

extension SourceSummary {
    /// The counts of a source: rows and records as its tables were read, quarantined rows as they were written.
    init(
        _ source: SourceDefinition, files: [FileOutcome], written: QuarantineWriter.Counts,
        links: [MatchGrade: Int], gates: [GateOutcome]
    ) {
        self.init(source: source.name, title: source.title, isRequired: source.isRequired)
        self.gates = gates
        registeredLinks = Tally(links)
        self.files = files.flatMap { file in
            file.tables.map { table in
                var summary = FileSummary(
                    name: table.name, sha256: file.digest?.description ?? "", bytes: file.item.size,
                    encoding: table.encoding)
                summary.rows = table.yield.rows
                summary.records = table.yield.records
                summary.quarantined = Tally(written[table.name] ?? [:])
                summary.remarks = Tally(table.yield.remarks)
                return summary
            }
        }
    }

    /// The first file whose rows are not all accounted for, which would be a fault of the program.
    var unbalanced: FileSummary? { files.first { !$0.isBalanced } }
}
