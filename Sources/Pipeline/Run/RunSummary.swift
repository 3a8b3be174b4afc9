import Foundation
package import Reports
import Roster

/// What a run came to: for the closing lines and for the run's own record.
package struct RunSummary: Sendable {
    package let request: RunRequest
    package let manifest: Manifest
    package let sources: [SourceSummary]
    package let people: MonthSummary
    package let clock: StageClock
    /// The working-day table ends before the due date of the work lists could be moved to a working day.
    package let dueDateIsBeyondCalendar: Bool

    /// Folder of the published month.
    package var folder: String { "\(request.output)/\(request.month)" }

    /// Rows read and put aside in all sources.
    package var rows: (read: Int, quarantined: Int) {
        (sources.reduce(0) { $0 + $1.rows }, sources.reduce(0) { $0 + $1.quarantined.total })
    }

    /// Rows put aside, by source, for the sources that have any.
    package var quarantinedBySource: [(source: String, rows: Int)] {
        sources.filter { $0.quarantined.total > 0 }.map { ($0.source.text, $0.quarantined.total) }
    }

    /// Gates that did not pass and let the run go on.
    package var warnings: [(source: String, gate: String, message: String)] {
        sources.flatMap { source in
            source.gates.filter { $0.verdict == .warned }.map { (source.source.text, $0.gate, $0.message) }
        }
    }
}

/// The measured side of a run, `OUT/.runs/<id>/run.json`: times, memory, host. Outside the month and every comparison.
struct RunRecord: Codable {
    var id: String
    var host: String
    var month: String
    var revision: Int
    var jobs: Int
    var stages: [StageClock.Lap]
    var seconds: Double
    var processorSeconds: Double
    var peakMemoryMiB: Int

    init(_ summary: RunSummary) {
        id = RunIdentity.current.id
        host = RunIdentity.current.host
        month = summary.manifest.month
        revision = summary.manifest.revision
        jobs = summary.request.jobs
        stages = summary.clock.laps
        seconds = summary.clock.total
        processorSeconds = StageClock.processorSeconds
        peakMemoryMiB = StageClock.peakMemory
    }

    /// Writes the record into a folder of its own below `output`.
    func write(below output: String) throws {
        let folder = "\(output)/.runs/\(id)-\(month)"
        try Folder.createIfAbsent(folder)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        let bytes = Array(try encoder.encode(self)) + [0x0A]
        guard FileManager.default.createFile(atPath: "\(folder)/run.json", contents: Data(bytes)) else {
            throw RunError.cannotCreate("\(folder)/run.json", errno: errno)
        }
    }
}
