import ArgumentParser
import Pipeline

/// `taizhang diff`: what changed between two months, or two revisions of one.
struct DiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Whose status differs between two months or revisions, and why.",
        usage: """
            taizhang diff 2026-09 2026-10 --ledger months/ledger.sqlite
            taizhang diff 2026-10r1 2026-10r2 --list
            """,
        discussion: """
            Causes: data (other records or another roster), model (the same
            records, linked otherwise), rule (another pipeline or program),
            survey (answers), time (nothing but that time went on). Rules are
            told by deciding the later records anew by the earlier pipeline.
            """)

    @Argument(help: "The earlier month, or a revision of it: 2026-10r1.") var before: LedgerDesk.MonthVersion
    @Argument(help: "The later one.") var after: LedgerDesk.MonthVersion
    @Flag(help: "The people too, by registration number.") var list = false
    @Flag(help: "One JSON document, people included.") var json = false
    @OptionGroup var file: LedgerCommand.File
    @OptionGroup var output: OutputOptions

    func run() throws {
        let difference = try output.doing { try file.desk.difference(from: before, to: after) }
        if json { return try Console.result(try document(difference)) }
        let language = output.spoken
        var lines = [
            "\(difference.before.month) r\(difference.before.revision) → "
                + "\(difference.after.month) r\(difference.after.revision)"
                + language.text("：\(difference.people.count) 人状态不同", ": \(difference.people.count) people differ")
        ]
        lines += difference.counts.map { count in
            "\(name(count.from)) → \(name(count.to))  \(cause(count.cause))  \(count.people)"
        }
        if list {
            lines += difference.people.map { person in
                "\(person.registrationNumber)  \(name(person.from)) → \(name(person.to))  "
                    + "\(person.ruleBefore) → \(person.ruleAfter)  \(cause(person.cause))"
            }
        }
        try Console.result(lines.joined(separator: "\n"))
    }

    private func name(_ status: String) -> String { status.isEmpty ? "-" : status }

    private func cause(_ cause: MonthDifference.Cause) -> String {
        let chinese =
            switch cause {
            case .data: "数据"
            case .model: "匹配"
            case .rule: "规则"
            case .survey: "调查"
            case .time: "时间"
            }
        return output.spoken.text(chinese, cause.rawValue)
    }
}

extension LedgerDesk.MonthVersion: ExpressibleByArgument {
    package init?(argument: String) {
        self.init(argument)
    }
}
