import ArgumentParser
import Foundation
import Pipeline
import Roster

/// `taizhang explain`: the trail of one person.
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Why a person has the status that a month's ledger gives.",
        usage: """
            taizhang explain 440203202601010001 --ledger months/ledger.sqlite
            taizhang explain 440203202601010001 --month 2026-09 --html why.html
            """,
        discussion: """
            By registration or ID number: rows of files, links with their
            grade, evidence used and not used, the rules tried with their
            lines, answers, confirmations, the months so far, and what would
            change the result. All from the ledger alone. Names and numbers
            are masked; --unmasked is kept in the ledger's audit.
            """)

    @Argument(help: "A registration number or an ID number.") var person: String
    @Option(help: "The month. (default: the latest that holds the person)") var month: Month?
    @Option(help: "A revision of the month. (default: the current one)") var revision: Int?
    @Option(help: "Write a page to hand on, in Chinese, to this file.") var html: String?
    @Flag(help: "Whole names and numbers; kept in the audit.") var unmasked = false
    @Flag(help: "One JSON document.") var json = false
    @OptionGroup var file: LedgerCommand.File
    @OptionGroup var output: OutputOptions

    func validate() throws {
        if revision != nil, month == nil { throw ValidationError("--revision goes with --month.") }
        if html != nil, json { throw ValidationError("--html and --json contradict each other.") }
    }

    func run() throws {
        let language = html == nil ? output.spoken : .chinese
        let explanation = try output.doing {
            try file.desk.explain(person, month: month, revision: revision, isMasked: !unmasked, in: language)
        }
        if json { return try Console.result(try document(explanation)) }
        guard let html else { return try Console.result(explanation.text(in: language)) }
        try output.doing { try explanation.writePage(to: html) }
    }
}
