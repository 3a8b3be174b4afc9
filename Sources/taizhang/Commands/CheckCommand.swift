import ArgumentParser
import Pipeline

/// `taizhang check`: everything that is wrong with a pipeline file, before a run.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check a pipeline file; report all mistakes at once.",
        usage: "taizhang check pipelines/shaoguan-monthly.yaml",
        discussion: "Exit 78 if the file can't be used. Nothing is written.")

    @Argument(help: "The pipeline file.") var pipeline: String
    @OptionGroup var output: OutputOptions

    func run() throws {
        let definition = try output.pipeline(pipeline)
        for warning in definition.warnings {
            Console.message(ProblemText.render(warning, language: output.spoken, text: definition.texts.text))
        }
        let (sources, rules) = (definition.sources.count, definition.ruleCount)
        Console.result(
            output.spoken.text(
                "\(pipeline)：可用，\(sources) 个数据源，\(rules) 条规则",
                "\(pipeline): fine, \(sources) sources, \(rules) rules"))
    }
}
