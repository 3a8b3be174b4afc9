import ArgumentParser
import CSystem
import Pipeline

/// The command line: flags in, exit code out. What it does stands in the libraries.
@main
struct Taizhang: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "taizhang",
        abstract: "登记失业人员跟踪台账: a city's monthly ledger of registered unemployed people.",
        usage: """
            taizhang run pipelines/shaoguan-monthly.yaml --month 2026-10 \\
                --data exports/2026-10 --out months
            taizhang check pipelines/shaoguan-monthly.yaml
            taizhang inspect exports/2026-10/*.csv
            taizhang match left.csv right.csv --out matched
            taizhang rules R05
            taizhang survey filled/*.xlsx --ledger months/ledger.sqlite
            taizhang explain 44020000000564 --ledger months/ledger.sqlite
            taizhang diff 2026-09 2026-10 --ledger months/ledger.sqlite
            taizhang ledger verify --ledger months/ledger.sqlite
            taizhang synth --out exports --registered 1000
            """,
        discussion: """
            Results go to standard output, everything else to standard error.

            Exit codes: 0 published; 64 usage; 65 input refused, nothing
            published; 66 input missing; 70 internal error; 73 can't create
            output; 74 I/O error; 75 locked or input still being copied, try
            again; 77 permission; 78 pipeline file invalid; 130/143
            interrupted, nothing published.
            """,
        version: ProgramName.version,
        subcommands: [
            RunCommand.self, CheckCommand.self, InspectCommand.self, MatchCommand.self, RulesCommand.self,
            SurveyCommand.self, ExplainCommand.self, DiffCommand.self, ReportCommand.self, WorkListCommand.self,
            LedgerCommand.self, SynthCommand.self,
        ])

    static func main() async {
        _ = taizhang_harden_process()
        taizhang_keep_freed_memory()
        taizhang_install_crash_handler()
        taizhang_install_interrupt_handler()
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            exit(withError: exitCode(for: error) == .failure ? unforeseen(error) : error)
        }
    }

    /// What no command has caught is told as an error of a run, with its exit code: status 1 is never used.
    private static func unforeseen(_ error: any Error) -> ExitCode {
        let error = RunError(describing: error)
        Console.report(error, in: Language(nil))
        return ExitCode(error.kind.rawValue)
    }
}
