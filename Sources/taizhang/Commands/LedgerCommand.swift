import ArgumentParser
import Foundation
import Pipeline
import Roster

/// `taizhang ledger`: the ledger of record.
struct LedgerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ledger",
        abstract: "Look at, close, export, verify and back up the ledger of record.",
        usage: """
            taizhang ledger months --ledger months/ledger.sqlite
            taizhang ledger verify --against months/*/manifest.json
            """,
        subcommands: [
            Months.self, Close.self, Reopen.self, Export.self, Verify.self, Backup.self, SchemaPage.self,
        ])

    /// The ledger that a command is about.
    struct File: ParsableArguments {
        @Option(help: "The ledger file. (default: $TAIZHANG_LEDGER, else ./ledger.sqlite)") var ledger: String?

        /// The desk of the file that was named, or of the usual one.
        var desk: LedgerDesk {
            let named = ProcessInfo.processInfo.environment["TAIZHANG_LEDGER"].flatMap { $0.isEmpty ? nil : $0 }
            return LedgerDesk(ledger: ledger ?? named ?? "./ledger.sqlite")
        }
    }
}

extension OutputOptions {
    /// Does something with a ledger; what goes wrong ends the process with its exit code.
    func doing<Result>(_ body: () throws -> Result) throws -> Result {
        do {
            return try body()
        } catch let error as RunError {
            throw stop(error)
        }
    }
}

extension LedgerCommand {
    /// `taizhang ledger months`.
    struct Months: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the months with revision, people, chain head.",
            usage: "taizhang ledger months [--ledger FILE] [--json]")
        @OptionGroup var file: File
        @Flag(help: "One JSON document.") var json = false
        @OptionGroup var output: OutputOptions

        func run() throws {
            let months = try output.doing { try file.desk.months() }
            if json { return try Console.result(try document(months)) }
            for month in months {
                let people = output.spoken.text("\(month.people) 人", "\(month.people) people")
                let closed = month.closed.map { output.spoken.text("　已结账 \($0)", "  closed \($0)") } ?? ""
                try Console.result("\(month.month)  r\(month.revision)  \(people)  \(month.chain)\(closed)")
            }
        }
    }

    /// `taizhang ledger close`.
    struct Close: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Close a month: runs record no new revision of it (exit 65).",
            usage: "taizhang ledger close 2026-10 [--ledger FILE]")
        @Argument(help: "The month, 2026-10.") var month: Month
        @OptionGroup var file: File
        @OptionGroup var output: OutputOptions

        func run() throws {
            let isNew = try output.doing { try file.desk.close(month) }
            Console.account(
                isNew
                    ? output.spoken.text("\(month) 已结账", "\(month) is closed")
                    : output.spoken.text("\(month) 早已结账", "\(month) was closed before"))
        }
    }

    /// `taizhang ledger reopen`.
    struct Reopen: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Open a closed month again.",
            usage: "taizhang ledger reopen 2026-10 --reason WHY [--ledger FILE]")
        @Argument(help: "The month, 2026-10.") var month: Month
        @Option(help: "Why; kept in the audit.") var reason: String
        @OptionGroup var file: File
        @OptionGroup var output: OutputOptions

        func validate() throws {
            if reason.allSatisfy(\.isWhitespace) { throw ValidationError("--reason says why.") }
        }

        func run() throws {
            let isNew = try output.doing { try file.desk.reopen(month, reason: reason) }
            Console.account(
                isNew
                    ? output.spoken.text("\(month) 已重开", "\(month) is open again")
                    : output.spoken.text("\(month) 没有结账", "\(month) is not closed"))
        }
    }

    /// `taizhang ledger export`.
    struct Export: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write the ledger to standard output: csv, jsonl, or canonical.",
            usage: "taizhang ledger export [--form csv] [--month 2026-10] [--ledger FILE]",
            discussion: """
                csv and jsonl have the columns of ledger.csv, whole ID numbers
                among them. canonical has every row of the current revisions
                in the form that digests are made of, without runs and audit:
                equal ledgers give equal lines. Kept in the audit.
                """)
        @Option(help: "csv, jsonl or canonical.") var form = LedgerDesk.Form.csv
        @Option(help: "One month only. (default: all)") var month: Month?
        @OptionGroup var file: File
        @OptionGroup var output: OutputOptions

        func validate() throws {
            if form == .canonical, month != nil { throw ValidationError("--form canonical is of all months.") }
        }

        func run() throws {
            try output.doing { try file.desk.export(form, month: month) { try Console.result($0) } }
        }
    }

    /// `taizhang ledger schema`.
    struct SchemaPage: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "schema",
            abstract: "Describe tables and views as Markdown, with a picture.",
            usage: "taizhang ledger schema [--ledger FILE] > ledger-schema.md")
        @OptionGroup var file: File
        @OptionGroup var output: OutputOptions

        func run() throws { try Console.result(try output.doing { try file.desk.schemaPage() }) }
    }

    /// `taizhang ledger backup`.
    struct Backup: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Copy the ledger to a new file, while others use it.",
            usage: "taizhang ledger backup COPY [--ledger FILE]")
        @Argument(help: "The new file.") var copy: String
        @OptionGroup var file: File
        @OptionGroup var output: OutputOptions

        func run() throws { try output.doing { try file.desk.backUp(to: copy) } }
    }
}

extension LedgerDesk.Form: ExpressibleByArgument {}

/// A value as one JSON document: keys sorted, two blanks of indentation.
func document(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
}
