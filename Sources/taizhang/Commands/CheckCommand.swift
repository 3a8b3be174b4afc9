import ArgumentParser
import Foundation
import Pipeline
import Roster

/// `taizhang check`: everything that is wrong with a pipeline file and a month's exports, before a run.
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check a pipeline file and exports; list all problems at once.",
        usage: """
            taizhang check pipelines/shaoguan-monthly.yaml
            taizhang check pipelines/shaoguan-monthly.yaml --month 2026-10 \\
                --data exports/2026-10
            taizhang check pipelines/shaoguan-monthly.yaml --month 2026-10 \\
                --data exports/2026-10 --full --out months
            """,
        discussion: """
            With --data: missing and unclaimed files, damage, encodings,
            headings, values, codes, gates. Headers and samples are read and
            all their fields looked at; with --full everything is read, and
            the counts, and the gate of months, are those of a run, which
            reads the fields of registered people's rows only. Errors are
            what a run would refuse; warnings and notes do not change exit 0,
            unless --strict: then every warning counts, while run --strict
            minds those of gates alone. Nothing is written.

            Exit 78 if the pipeline file can't be used; else 66 if a required
            source or the folder is missing, 65 if input would be refused.
            """)

    @Argument(help: "The pipeline file.") var pipeline: String
    @Option(help: "The month, 2026-10.") var month: Month?
    @Option(help: "The folder that holds the month's exports.") var data: String?
    @Flag(help: "Read everything, not only headers and samples.") var full = false
    @Flag(help: "Warnings end with exit 65.") var strict = false
    @Option(help: "The folder of earlier months, to compare with.") var out: String?
    @Option(help: "The ledger file. (default: OUT/ledger.sqlite)") var ledger: String?
    @Option(help: "How many files are read at once. (default: one a processor)") var jobs: Int?
    @Flag(help: "One JSON document on standard output.") var json = false
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard (month == nil) == (data == nil) else { throw ValidationError("--month and --data go together.") }
        if data == nil, full || out != nil || ledger != nil {
            throw ValidationError("--full, --out and --ledger need --month and --data.")
        }
        if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs is between 1 and 256.") }
    }

    func run() async throws {
        let definition = try load()
        guard let month, let data else { return try tell(definition, nil) }
        let request = CheckRequest(
            month: month, data: data, isFull: full, isStrict: strict, output: out, ledger: ledger ?? usualLedger,
            jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount)
        do {
            try tell(definition, await DataCheck(request, definition: definition).report())
        } catch let error as RunError {
            throw output.stop(error)
        }
    }

    /// The pipeline; with `--json` its problems are a document too.
    private func load() throws -> PipelineDefinition {
        guard json else { return try output.pipeline(pipeline) }
        do throws(ConfigurationErrors) {
            return try PipelineDefinition.load(pipeline)
        } catch {
            try Console.result(CheckReport().json(error.problems, language: output.spoken))
            throw ExitCode(RunError.Kind.pipelineInvalid.rawValue)
        }
    }

    /// The ledger of the output folder, if it is there.
    private var usualLedger: String? {
        guard let path = out.map({ "\($0)/ledger.sqlite" }) else { return nil }
        return FileManager.default.fileExists(atPath: path) ? path : nil
    }

    private func tell(_ definition: PipelineDefinition, _ report: CheckReport?) throws {
        let language = output.spoken
        if json {
            try Console.result((report ?? CheckReport()).json(definition.warnings, language: language))
        } else {
            let warnings = definition.warnings.map {
                ProblemText.render($0, language: language, text: definition.texts.text)
            }
            let problems = report?.problems.inReadingOrder().map { $0.text(in: language) } ?? []
            for message in warnings + problems { Console.message(message) }
            let lines = report.map { CheckText($0, language: language).lines } ?? [summary(definition)]
            try Console.result(lines.joined(separator: "\n"))
        }
        let isRefused = strict && report == nil && !definition.warnings.isEmpty
        let exit = report?.exit(isStrict: strict) ?? (isRefused ? .inputRefused : nil)
        if let exit { throw ExitCode(exit.rawValue) }
    }

    private func summary(_ definition: PipelineDefinition) -> String {
        let (sources, rules) = (definition.sources.count, definition.ruleCount)
        return output.spoken.text(
            "\(pipeline)：可用，\(sources) 个数据源，\(rules) 条规则",
            "\(pipeline): fine, \(sources) sources, \(rules) rules")
    }
}
