import ArgumentParser
import Pipeline

/// `taizhang rules`: the rules in force, each with its legal basis.
struct RulesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules",
        abstract: "List the rules in force, each with its legal basis.",
        usage: """
            taizhang rules
            taizhang rules R05 --pipeline pipelines/shaoguan-monthly.yaml
            """,
        discussion: "Exit 66 if there is no such rule.")

    @Argument(help: "One rule only, R05.") var rule: String?
    @Option(help: "The pipeline file.") var pipeline = "pipelines/shaoguan-monthly.yaml"
    @OptionGroup var output: OutputOptions

    func run() throws {
        let book = RuleBook(try output.pipeline(pipeline))
        guard let rule else {
            try Console.result(book.text(in: output.spoken))
            return
        }
        guard let entry = book.entry(rule) else {
            throw output.stop(
                RunError(
                    .inputMissing, code: "E207",
                    message: LocalizedText(zh: "没有规则 \(rule)", en: "there is no rule \(rule)"),
                    hint: LocalizedText(
                        zh: "现有规则：\(book.ids.joined(separator: "、"))",
                        en: "the rules are \(book.ids.joined(separator: ", "))"),
                    place: pipeline))
        }
        try Console.result(book.text(of: entry, in: output.spoken))
    }
}
