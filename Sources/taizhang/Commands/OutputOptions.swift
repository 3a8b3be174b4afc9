import ArgumentParser
import Pipeline

/// How the program speaks: the same for every command.
struct OutputOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Language of messages: zh or en.", discussion: "By default that of the locale."))
    var language: String?

    func validate() throws {
        guard let language, Language(rawValue: language) == nil else { return }
        throw ValidationError("--language is zh or en, not '\(language)'.")
    }

    /// The language of this run's messages.
    var spoken: Language { Language(language) }

    /// Ends the process with the exit code of an error, after saying what it is: in words, or as a line of the log.
    func stop(_ error: RunError, log: LogFormat = .text) -> ExitCode {
        switch log {
        case .text: Console.report(error, in: spoken)
        case .json: Console.message(ErrorLine(error, language: spoken).json)
        }
        return ExitCode(error.kind.rawValue)
    }

    /// The pipeline of a file. Exit 78 with all its problems at once.
    func pipeline(_ file: String) throws -> PipelineDefinition {
        do throws(ConfigurationErrors) {
            return try PipelineDefinition.load(file)
        } catch {
            Console.message(ProblemText.render(error, language: spoken))
            throw ExitCode(RunError.Kind.pipelineInvalid.rawValue)
        }
    }
}
