import Matching
import Normalization
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
        let numbers = NumberFits(spine)
        var file = try MachineFile(creating: "\(folder)/masked.csv", table: DamagedRow.table)
        for source in sources {
            for table in source.files.flatMap(\.tables) {
                for placed in table.yield.damaged {
                    counts[source.name, default: [:]][placed.trace.outcome, default: 0] += 1
                    let fits = numbers.count(placed.trace.id.comparableText)
                    try file.append(row(placed, fits: fits, source: source.name, table: table.name))
                }
            }
        }
        _ = try file.finish()
        return counts
    }

    private func row(_ placed: PlacedTrace, fits: Int, source: SourceName, table: String) -> DamagedRow {
        let trace = placed.trace
        let person =
            trace.candidates.count == 1 ? trace.candidates.first.map { spine.person($0).registrationNumber } : nil
        return DamagedRow(
            month: month, source: source, place: (table, placed.row), state: trace.state.rawValue,
            outcome: trace.outcome, fits: fits, candidates: trace.candidates.count,
            registrationNumber: person ?? "")
    }
}
