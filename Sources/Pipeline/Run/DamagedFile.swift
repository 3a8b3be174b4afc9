import Matching
import Reports
import Roster

/// `masked.csv`: every record with a masked ID number, and every damaged one that fits somebody.
struct DamagedFile {
    let month: Month
    let spine: Spine
    let folder: String

    /// Records by source and outcome.
    typealias Counts = [SourceName: [String: Int]]

    /// Writes the file: sources in the given order, their files by name, rows in order.
    func write(_ sources: [(name: SourceName, files: [FileOutcome])]) throws -> Counts {
        var counts: Counts = [:]
        var file = try MachineFile(creating: "\(folder)/masked.csv", table: DamagedRow.table)
        for source in sources {
            for table in source.files.flatMap(\.tables) {
                for placed in table.yield.damaged {
                    counts[source.name, default: [:]][placed.trace.outcome, default: 0] += 1
                    try file.append(row(placed, source: source.name, table: table.name))
                }
            }
        }
        _ = try file.finish()
        return counts
    }

    private func row(_ placed: PlacedTrace, source: SourceName, table: String) -> DamagedRow {
        let trace = placed.trace
        let person = trace.fits.count == 1 ? trace.fits.first.map { spine.person($0).registrationNumber } : nil
        return DamagedRow(
            month: month, source: source, place: (table, placed.row), state: trace.state.rawValue,
            outcome: trace.outcome, fits: trace.fits.count, registrationNumber: person ?? "")
    }
}
