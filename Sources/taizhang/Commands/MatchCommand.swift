import ArgumentParser
import Foundation
import Pipeline

/// `taizhang match`: who is in both lists, how sure, what differs.
struct MatchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "match",
        abstract: "Cross-match two lists, or find duplicates in one.",
        usage: """
            taizhang match left.csv right.xlsx --out matched
            taizhang match left.csv right.csv --out matched \\
                --model pipelines/match-people.yaml
            taizhang match roster.csv --out duplicates \\
                --model pipelines/match-people.yaml
            taizhang match left.csv right.csv --out matched \\
                --model last/model.yaml --answers review-filled.xlsx
            """,
        discussion: """
            Probabilistic linkage (Fellegi-Sunter), trained on the lists
            themselves without labels. A list is a CSV, XLSX or XML file, also
            in gz or zip. Without --model, one is guessed from the columns
            that the lists share. Writes OUT/pairs.csv, only_left.csv,
            only_right.csv, review.xlsx (to be filled in and given back by
            --answers), model.yaml with the trained weights (give it as
            --model next time to get the same weights), summary.html with the
            charts of the model, and quarantine/ for rows that can't be used.
            Same lists, model and seed: same bytes, whatever --jobs.

            pairs.csv holds row numbers and keys; review.xlsx holds the
            people's data. Exit 66 if a list is missing, 65 if one can't be
            used, 73 if OUT holds other files, 78 if the model can't be used.
            """)

    @Argument(help: "The left list.") var left: String
    @Argument(help: "The right list. Without it, duplicates in the left one are looked for.") var right: String?
    @Option(help: "The model file. (default: guessed from shared columns)") var model: String?
    @Option(
        name: [.customLong("weights"), .customLong("trained")],
        help: "A model.yaml whose trained weights are used with --model.")
    var weights: String?
    @Option(help: "Filled review workbooks.") var answers: [String] = []
    @Option(help: "The folder that gets the files.") var out: String
    @Option(help: "How many pieces are worked on at once. (default: one a processor)") var jobs: Int?
    @Flag(help: "One JSON document on standard output.") var json = false
    @Flag(help: "Only errors.") var quiet = false
    @OptionGroup var output: OutputOptions

    func validate() throws {
        if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs is between 1 and 256.") }
        if weights != nil, model == nil { throw ValidationError("--weights needs --model.") }
    }

    func run() async throws {
        let request = LinkageRequest(
            left: left, right: right, model: model, weights: weights, answers: answers, output: out,
            jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount)
        do {
            let report = try await LinkageRun(request).execute()
            if json {
                try Console.result(MatchText.json(report))
            } else if !quiet {
                try Console.result(
                    MatchText(report, output: out, language: output.spoken).lines.joined(separator: "\n"))
            }
        } catch let error as ConfigurationErrors {
            Console.message(ProblemText.render(error, language: output.spoken))
            throw ExitCode(RunError.Kind.pipelineInvalid.rawValue)
        } catch let error as RunError {
            throw output.stop(error)
        }
    }
}
