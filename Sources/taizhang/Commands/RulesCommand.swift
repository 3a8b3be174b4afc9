import ArgumentParser
import Foundation
import Pipeline

/// `taizhang rules`: the rules in force, each with its legal basis.
struct RulesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules",
        abstract: "List the rules in force, each with its legal basis.",
        usage: """
            taizhang rules
            taizhang rules R05 --pipeline pipelines/shaoguan-monthly.yaml
            taizhang rules 04 --ledger months/ledger.sqlite
            """,
        discussion: """
            Rules of status (R05), categories of people who find work hard to
            get (04) and grounds on which they leave them (E06): conditions
            in words, basis, and with a ledger how many people of its latest
            month. Exit 66 if there is no such rule.
            """)

    @Argument(help: "One rule only, R05.") var rule: String?
    @Option(help: "The pipeline file.") var pipeline = "pipelines/shaoguan-monthly.yaml"
    @Option(help: "The ledger file. (default: $TAIZHANG_LEDGER, ./ledger.sqlite, or none)") var ledger: String?
    @OptionGroup var output: OutputOptions

    func run() throws {
        let definition = try output.pipeline(pipeline)
        let book: RuleBook
        do {
            book = try RuleBook(definition, ledger: ledger ?? usualLedger)
        } catch let error as RunError {
            throw output.stop(error)
        }
        guard let rule else { return try Console.result(book.text(in: output.spoken)) }
        if let text = book.text(of: rule, in: output.spoken) { return try Console.result(text) }
        throw output.stop(
            RunError(
                .inputMissing, code: "E207",
                message: LocalizedText(zh: "没有规则 \(rule)", en: "there is no rule \(rule)"),
                hint: LocalizedText(
                    zh: "现有规则：\(book.ids.joined(separator: "、"))",
                    en: "the rules are \(book.ids.joined(separator: ", "))"),
                place: pipeline))
    }

    /// The ledger that the environment names, else the one in this folder, if it is there.
    private var usualLedger: String? {
        if let named = ProcessInfo.processInfo.environment["TAIZHANG_LEDGER"], !named.isEmpty { return named }
        let here = "./ledger.sqlite"
        return FileManager.default.fileExists(atPath: here) ? here : nil
    }
}
