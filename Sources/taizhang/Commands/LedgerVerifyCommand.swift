import ArgumentParser
import Pipeline

extension LedgerCommand {
    /// `taizhang ledger verify`.
    struct Verify: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Find edits made behind the program's back (exit 65).",
            usage: """
                taizhang ledger verify [--ledger FILE] [--against MANIFEST ...] [--json]
                """,
            discussion: """
                Reads every row of every revision, makes its digests again and
                names the rows that differ. Whoever edits the file and makes
                the whole chain anew is found only by a chain head kept
                elsewhere: by --against.
                """)
        @Option(parsing: .upToNextOption, help: "Manifests, or folders, of published months.")
        var against: [String] = []
        @OptionGroup var file: File
        @Flag(help: "One JSON document.") var json = false
        @OptionGroup var output: OutputOptions

        func run() throws {
            let verdict = try output.doing { try file.desk.verify(against: against) }
            try Console.result(json ? try document(verdict) : text(verdict))
            if !verdict.faults.isEmpty { throw ExitCode(RunError.Kind.inputRefused.rawValue) }
        }

        private func text(_ verdict: LedgerDesk.Verdict) -> String {
            let language = output.spoken
            guard verdict.faults.isEmpty else { return verdict.faults.map(line).joined(separator: "\n") }
            return language.text(
                "\(verdict.months) 个月全部相符，链首 \(verdict.head)",
                "\(verdict.months) months agree, chain head \(verdict.head)")
        }

        private func line(_ fault: LedgerDesk.Fault) -> String {
            let place = "\(fault.month) r\(fault.revision)"
            let language = output.spoken
            switch fault.kind {
            case "row":
                return "\(place) \(fault.table) \(fault.registrationNumber) "
                    + language.text("第 \(fault.row) 行被改动", "row \(fault.row) was changed")
            case "table":
                return "\(place) \(fault.table) " + language.text("行有增减或改动", "rows were added, removed or changed")
            case "previous":
                return "\(place) " + language.text("与前一个月的链首不符", "was not made after the month before as it is now")
            case "current":
                return "\(place) "
                    + language.text("不是该月最后一次修订，却被当作现行修订", "counts, but is not the month's last revision")
            case "intake":
                return language.text(
                    "第 \(fault.row) 次读入的名单有增减或改动", "intake \(fault.row): its rows were added to, removed or changed")
            case "manifest":
                return "\(place) "
                    + language.text("manifest.json 的链首与台账库不符", "has another chain head in manifest.json than here")
            default:
                return "\(place) " + language.text("修订自身的记录被改动", "what the revision says of itself was changed")
            }
        }
    }
}
