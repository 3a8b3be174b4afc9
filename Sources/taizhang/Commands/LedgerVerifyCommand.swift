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
                the whole chain anew, or takes the last month out whole, is
                found only by a chain head kept elsewhere: by --against.
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
            [place(of: fault), words(for: fault)].filter { !$0.isEmpty }.joined(separator: " ")
        }

        /// Where it was found: manifest, month and revision, table, person, as far as there are such.
        private func place(of fault: LedgerDesk.Fault) -> String {
            let month = fault.revision > 0 ? "\(fault.month) r\(fault.revision)" : fault.month
            return [fault.path, month, fault.table, fault.registrationNumber].filter { !$0.isEmpty }.joined(
                separator: " ")
        }

        private func words(for fault: LedgerDesk.Fault) -> String {
            let language = output.spoken
            return switch fault.kind {
            case .row: language.text("第 \(fault.row) 行被改动", "row \(fault.row) was changed")
            case .table: language.text("行有增减或改动", "rows were added, removed or changed")
            case .previous: language.text("与前一个月的链首不符", "was not made after the month before as it is now")
            case .current:
                language.text("不是该月最后一次修订，却被当作现行修订", "counts, but is not the month's last revision")
            case .gap: language.text("修订有缺", "has revisions missing")
            case .intake where fault.row == 0:
                language.text("之前读入的名单有缺", "was made after an intake that is missing")
            case .intake:
                language.text(
                    "第 \(fault.row) 次读入的记录被改动，或有增减", "\(fault.row): it was changed, or rows were added or removed")
            case .schema: language.text("表、视图、索引或触发器与程序所建不符", "is not as the program makes it")
            case .manifest:
                language.text("链首与台账库不符", "has another chain head than the ledger")
            case .missing: language.text("台账库没有这次修订", "the ledger has no such revision")
            case .chain: language.text("修订自身的记录被改动", "what the revision says of itself was changed")
            }
        }
    }
}
