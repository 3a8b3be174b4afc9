import ArgumentParser
import Foundation
import Logging
import Pipeline
import Roster

/// `taizhang run`: a month's exports in, a published month out.
struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Run a month: read, match, decide, publish.",
        usage: """
            taizhang run pipelines/shaoguan-monthly.yaml --month 2026-10 \\
                --data exports/2026-10 --out months
            """,
        discussion: """
            Publishes OUT/2026-10/ whole or not at all, and records the month
            in the ledger. Run again: the same input gives the same bytes,
            other input a new revision.
            """)

    @Argument(help: "The pipeline file.") var pipeline: String
    @Option(help: "The month, 2026-10.") var month: Month
    @Option(help: "The folder that holds the month's exports.") var data: String
    @Option(help: "The folder that gets 2026-10/.") var out: String
    @Option(help: "The ledger file. (default: OUT/ledger.sqlite)") var ledger: String?
    @Option(help: "How many pieces are worked on at once. (default: one a processor)") var jobs: Int?
    @Option(help: "Memory for people and evidence: 2G, 512M. More goes to a scratch file. (default: no limit)")
    var memory: MemorySize?
    @Option(
        parsing: .upToNextOption,
        help: "Filled review.xlsx of earlier months; the ledger keeps the answers.")
    var answers: [String] = []
    @Option(
        help: "Another pipeline file: tell whom it would decide otherwise on the same evidence; publish nothing.")
    var whatIf: String?
    @Flag(help: "Read and decide everything, publish and record nothing.") var dryRun = false
    @Flag(help: "Gates that would warn stop the run (exit 65).") var strict = false
    @Flag(help: "Only errors.") var quiet = false
    @Flag(help: "A log line a stage.") var verbose = false
    @Option(help: "Log lines as text or json.") var logFormat = LogFormat.text
    @Flag(help: "The manifest on standard output instead of the summary.") var json = false
    @OptionGroup var output: OutputOptions

    func validate() throws {
        if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs is between 1 and 256.") }
        if quiet, verbose { throw ValidationError("--quiet and --verbose contradict each other.") }
    }

    func run() async throws {
        let definition = try output.pipeline(pipeline)
        var log = Logger(label: "taizhang") { _ in LineLog(logLevel: .info, isJSON: logFormat == .json) }
        log.logLevel = verbose || logFormat == .json ? .info : .warning
        let request = RunRequest(
            month: month, data: data, output: out, ledger: ledger,
            jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount, memory: memory?.bytes,
            isStrict: strict, isDryRun: dryRun, answers: answers)
        do {
            let run = MonthRun(request, definition: definition, log: log)
            if let whatIf {
                let comparison = try await run.compare(with: try output.pipeline(whatIf))
                return try Console.result(
                    json ? try comparison.json() : ComparisonText(comparison, language: output.spoken).text)
            }
            let summary = try await run.execute()
            if json {
                Console.account(String(decoding: try summary.manifest.json().dropLast(), as: UTF8.self))
            } else if !quiet {
                Console.account(SummaryText(summary, language: output.spoken).lines.joined(separator: "\n"))
            }
        } catch let error as RunError {
            throw output.stop(error, log: logFormat)
        }
    }
}

extension Month: ExpressibleByArgument {
    package init?(argument: String) {
        self.init(argument)
    }
}
