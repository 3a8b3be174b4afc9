import ArgumentParser
import Pipeline

/// `taizhang survey`: filled work lists and ledgers come back.
struct SurveyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "survey",
        abstract: "Take filled work lists and 台账.xlsx back in.",
        usage: """
            taizhang survey filled/*.xlsx --ledger months/ledger.sqlite
            taizhang survey 台账.xlsx --strict
            """,
        discussion: """
            Reads answers out of work lists and confirmed statuses out of
            台账.xlsx, by the pipeline kept with the ledger's latest month.
            Rows may be sorted, deleted, moved, columns added; files may be
            XLSX or CSV. What can't be understood goes to 退回_<file>.xlsx
            with sheet, cell and reason: mended there, hand that file in.
            A file that can't be read at all stops before any is taken in;
            sheets that were not read, as hidden ones, are named.
            The next run of the month takes what was read into account.
            """)

    @Argument(help: "Filled work lists, 台账.xlsx.") var files: [String]
    @Option(help: "The folder for returned rows. (default: 退回 beside each file)") var out: String?
    @Flag(help: "Take in nothing if any row is refused or sheet unread (exit 65).") var strict = false
    @Flag(help: "One JSON document.") var json = false
    @OptionGroup var file: LedgerCommand.File
    @OptionGroup var output: OutputOptions

    func run() throws {
        let reports = try output.doing {
            try file.desk.takeIn(files, returningTo: out, isStrict: strict)
        }
        if json { return Console.account(try document(reports)) }
        for report in reports { Console.account(line(report)) }
    }

    private func line(_ report: LedgerDesk.IntakeReport) -> String {
        let language = output.spoken
        var line = language.text(
            "\(report.file)：新答复 \(report.answers)，新确认 \(report.confirmations)，已有 \(report.repeated)，"
                + "未填 \(report.unanswered)，退回 \(report.refused)",
            "\(report.file): \(report.answers) answers, \(report.confirmations) confirmations, "
                + "\(report.repeated) known already, \(report.unanswered) not filled in, \(report.refused) refused")
        if let returned = report.returned { line += language.text("，见 \(returned)", ", see \(returned)") }
        if !report.unread.isEmpty {
            let names = report.unread.joined(separator: "、")
            line += language.text("，未读工作表 \(names)", ", sheets not read: \(names)")
        }
        return line
    }
}
