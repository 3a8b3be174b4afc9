import Reports
import Roster

/// Writes the rows that were put aside, and counts them where they are written.
struct QuarantineWriter: Sendable {
    let folder: String
    let month: Month
    let writesWorkbooks: Bool

    /// Rows written, by table name and code.
    typealias Counts = [String: [FindingCode: Int]]

    /// Writes `quarantine/<source>.csv` and `.xlsx` for a source, unless nothing was put aside.
    func write(_ source: SourceDefinition, _ files: [FileOutcome]) throws -> Counts {
        let tables = files.flatMap(\.tables).filter { !$0.yield.quarantined.isEmpty }
        guard !tables.isEmpty else { return [:] }
        let path = "\(folder)/quarantine/\(source.name)"
        var counts: Counts = [:]
        var file = try MachineFile(creating: path + ".csv", table: QuarantinedRow.table)
        for table in tables {
            for row in table.yield.quarantined {
                try file.append(row)
                counts[table.name, default: [:]][row.code, default: 0] += 1
            }
        }
        _ = try file.finish()
        if writesWorkbooks {
            try QuarantineWorkbook(month: month, title: source.title)
                .write(to: path + ".xlsx", sections: sections(of: tables))
        }
        return counts
    }

    /// Rows of tables with one header together, in the order in which the headers were first seen.
    private func sections(of tables: [TableOutcome]) -> [QuarantineSection] {
        var sections: [QuarantineSection] = []
        for table in tables {
            if let index = sections.firstIndex(where: { $0.headings == table.header }) {
                sections[index].rows += table.yield.quarantined
            } else {
                sections.append(QuarantineSection(headings: table.header, rows: table.yield.quarantined))
            }
        }
        return sections
    }
}
