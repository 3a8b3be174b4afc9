import ArgumentParser
import Pipeline
import Roster
import Synthesis

/// `taizhang synth`: seeded made-up exports, with the truth beside them.
struct SynthCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "synth",
        abstract: "Make up seeded exports of any size, with the truth beside them.",
        usage: """
            taizhang synth --out exports --months 2026-08..2026-10 \\
                --registered 100000 --insurance 10000000 --seed 1
            """,
        discussion: """
            Writes OUT/2026-08/ and so on: all 16 sources in the layouts that
            offices send, truth.csv (registration_number, status, rule,
            change, low_income, matchable) and synth.json (rows and bad rows a
            file). All people are made up. Equal arguments give equal bytes.
            """)

    @Option(help: "The folder that gets one folder a month.") var out: String
    @Option(help: "First and last month, 2026-08..2026-10, or one month.") var months = MonthRange.usual
    @Option(help: "People on the roster.") var registered = 1_000
    @Option(help: "Rows of each month's insurance export. (default: 100 a person)") var insurance: Int?
    @Option(help: "Relatives in everybody's household book, 0 to 4. (default: 1 to 3 for six in ten)")
    var relatives: Int?
    @Option(help: "Equal seeds give equal bytes.") var seed: UInt64 = 1
    @Option(help: "How untidy the files are, 0 to 1.") var mess = 0.02
    @Flag(help: "Write the insurance export as .csv.gz.") var gzip = false
    @Option(help: "utf-8, gb18030, utf-16le, or mixed.") var encoding = "mixed"
    @Flag(help: "Every kind of case and of mess at least three times, for fixtures.") var showcase = false
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard encoding == "mixed" || ExportEncoding(rawValue: encoding) != nil else {
            throw ValidationError("--encoding is utf-8, gb18030, utf-16le or mixed, not '\(encoding)'.")
        }
        let problems = plan.problems
        if !problems.isEmpty {
            throw ValidationError(problems.map(\.description).joined(separator: "\n"))
        }
    }

    private var plan: SynthesisPlan {
        SynthesisPlan(
            folder: out, months: months.months, registered: registered,
            insuranceRows: insurance ?? registered * 100, seed: seed, mess: mess, isGzipped: gzip,
            encoding: ExportEncoding(rawValue: encoding), isShowcase: showcase,
            relatives: relatives)
    }

    func run() throws {
        do {
            try Synthesis.write(plan) { month in Console.message("\(month)") }
        } catch {
            throw output.stop(RunError(describing: error))
        }
        try Console.result(out)
    }
}

/// `2026-08..2026-10`, or one month.
struct MonthRange: ExpressibleByArgument, CustomStringConvertible {
    let months: ClosedRange<Month>

    init?(argument: String) {
        let parts = argument.split(separator: "..", omittingEmptySubsequences: false).map(String.init)
        guard let first = parts.first.flatMap({ Month($0) }), let last = parts.last.flatMap({ Month($0) }),
            parts.count <= 2, first <= last
        else { return nil }
        months = first...last
    }

    var description: String { "\(months.lowerBound)..\(months.upperBound)" }
    var defaultValueDescription: String { description }

    /// Three months.
    static let usual: MonthRange = {
        let last = Month(index: 2026 * 12 + 9)
        return MonthRange(last.adding(-2)...last)
    }()

    private init(_ months: ClosedRange<Month>) {
        self.months = months
    }
}
