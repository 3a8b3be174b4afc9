import ArgumentParser
import Pipeline
import Roster

/// `taizhang report`: a month's page again.
struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Write a month's report.html again, from the ledger alone.",
        usage: "taizhang report --month 2026-10 --out again --ledger FILE",
        discussion: "The same bytes as the run of that revision published.")

    @Option(help: "The month, 2026-10.") var month: Month
    @Option(help: "The folder that gets report.html.") var out: String
    @OptionGroup var file: LedgerCommand.File
    @OptionGroup var output: OutputOptions

    func run() throws {
        try Console.result(try output.doing { try file.desk.writeReport(of: month, to: out) })
    }
}

/// `taizhang worklist`: a month's work lists again.
struct WorkListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "worklist",
        abstract: "Write a month's work lists again, from the ledger alone.",
        usage: """
            taizhang worklist --month 2026-10 --out lists --ledger FILE
            taizhang worklist --month 2026-10 --town 440203001 --out lists
            """,
        discussion: "The same bytes as the run of that revision published.")

    @Option(help: "The month, 2026-10.") var month: Month
    @Option(help: "Only the town of this code.") var town: String?
    @Option(help: "The folder that gets the lists.") var out: String
    @OptionGroup var file: LedgerCommand.File
    @OptionGroup var output: OutputOptions

    func run() throws {
        let paths = try output.doing { try file.desk.writeWorkLists(of: month, town: town, to: out) }
        if !paths.isEmpty { try Console.result(paths.joined(separator: "\n")) }
    }
}
