package import Reports
import Roster

/// What a run came to: for the closing lines and for the run's own record.
package struct RunSummary: Sendable {
    package let request: RunRequest
    package let manifest: Manifest
    package let sources: [SourceSummary]
    package let people: MonthSummary
    package let clock: StageClock
    /// What else the operator should know, besides gates.
    package let notices: [LocalizedText]

    /// Folder of the published month.
    package var folder: String { "\(request.output)/\(request.month)" }

    /// The month has a report for reading.
    package var hasReport: Bool { manifest.outputs.contains { $0.name == "report.html" } }

    /// Rows read and put aside in all sources.
    package var rows: (read: Int, quarantined: Int) {
        (sources.reduce(0) { $0 + $1.rows }, sources.reduce(0) { $0 + $1.quarantined.total })
    }

    /// Rows put aside, by source, for the sources that have any.
    package var quarantinedBySource: [(source: String, rows: Int)] {
        sources.filter { $0.quarantined.total > 0 }.map { ($0.source.text, $0.quarantined.total) }
    }

    /// Gates that did not pass and let the run go on.
    package var warnings: [(source: String, gate: String, message: LocalizedText)] {
        sources.flatMap { source in
            source.gates.filter { $0.verdict == .warned }.map { outcome in
                (source.source.text, outcome.finding.gate, outcome.finding.message)
            }
        }
    }
}
