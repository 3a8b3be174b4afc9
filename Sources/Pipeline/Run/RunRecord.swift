import Foundation
import Tabular

/// The measured side of a run, `OUT/.runs/<id>/run.json`: times, memory, host. Outside the month and every comparison.
struct RunRecord: Codable {
    /// The run's name: when it began and its process.
    var id: String
    var host: String
    var month: String
    var revision: Int
    var jobs: Int
    /// The library that inflated `.gz` files.
    var inflater: String
    var stages: [StageClock.Lap]
    var seconds: Double
    /// Of all threads together.
    var processorSeconds: Double
    var peakMemoryMiB: Int

    init(_ summary: RunSummary) {
        id = RunIdentity.current.id
        host = RunIdentity.current.host
        month = summary.manifest.month
        revision = summary.manifest.revision
        jobs = summary.request.jobs
        inflater = InflaterLibrary.fastest.rawValue
        stages = summary.clock.laps
        seconds = summary.clock.total
        processorSeconds = StageClock.processorSeconds
        peakMemoryMiB = StageClock.peakMemory
    }

    /// Writes the record into a folder of its own below `output`.
    func write(below output: String) throws {
        let folder = "\(output)/.runs/\(id)"
        try Folder.createIfAbsent(folder)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        try OutputFile.write(Array(try encoder.encode(self)) + [0x0A], to: "\(folder)/run.json")
    }
}
