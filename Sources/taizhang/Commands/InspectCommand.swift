import ArgumentParser
import Foundation
import Pipeline
import Roster

/// `taizhang inspect`: what is this export?
struct InspectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inspect",
        abstract: "Tell what an export is, and which source it fits.",
        usage: """
            taizhang inspect exports/2026-10/*.csv
            taizhang inspect new-export.xlsx --full
            taizhang inspect export.zip --json
            """,
        discussion: """
            Tells container, encoding, delimiter, header, columns with their
            types and masked samples, rows that would be put aside, and the
            source that fits best, with a block to paste into a pipeline
            file. Large files are sampled unless --full is given. Nothing is
            written; samples are masked, file and sheet names are not.

            Exit 66 if a file is missing, 65 if one is damaged, 78 if the
            pipeline can't be used: away from the project's folder name it
            with --pipeline.
            """)

    @Argument(help: "Files: csv, txt, tsv, xml, xlsx, also in gz or zip.") var files: [String]
    @Option(help: "The pipeline whose sources are compared.") var pipeline = "pipelines/shaoguan-monthly.yaml"
    @Flag(help: "Read everything, not only samples.") var full = false
    @Flag(help: "One JSON document on standard output.") var json = false
    @OptionGroup var output: OutputOptions

    func run() throws {
        let definition = try output.pipeline(pipeline)
        let inspector = FileInspector(definition, month: .current, size: full ? .everything : .usual)
        let language = output.spoken
        let inspections = files.map(inspector.inspect)
        if json { try Console.result(inspections.json(in: language)) }
        for (index, file) in inspections.enumerated() {
            if !json, !file.tables.isEmpty {
                let lines = InspectionText(file, language: language).lines
                try Console.result((index == 0 ? "" : "\n") + lines.joined(separator: "\n"))
            }
            for problem in file.problems { Console.message(problem.text(in: language)) }
        }
        let problems = inspections.flatMap(\.problems)
        let worst = problems.first { $0.exit != .inputMissing } ?? problems.first
        if let worst { throw ExitCode(worst.exit.rawValue) }
    }
}

extension Month {
    /// The month of today.
    fileprivate static var current: Month {
        let parts = Calendar(identifier: .gregorian).dateComponents([.year, .month], from: Date())
        return Month(index: Int32((parts.year ?? 2026) * 12 + (parts.month ?? 1) - 1))
    }
}
