import Ledger
import Roster

extension Ledger {
    /// The pipeline by which a month was decided, read from the ledger alone. Exit 65 for a month of an older program,
    /// which kept no tables with it.
    func definition(of month: Month, revision: Int? = nil) throws -> PipelineDefinition {
        let kept = try pipeline(of: month, revision: revision)
        guard let kept else { throw LedgerError(.noSuchMonth, path: path, detail: "\(month)") }
        guard !kept.files.isEmpty else { throw RunError(noTablesKeptWith: month, in: path) }
        do throws(ConfigurationErrors) {
            return try PipelineDefinition.restore(kept, file: "\(month)")
        } catch {
            throw RunError(pipelineUnreadableOf: month, in: path)
        }
    }

    /// The latest month. Exit 66 if the ledger holds none.
    func latestMonth() throws -> Month {
        guard let last = try months().last else { throw LedgerError(.noSuchMonth, path: path, detail: "") }
        return last.month
    }
}

extension RunError {
    /// Exit 65: it was changed, or an older program took what this one does not.
    fileprivate init(pipelineUnreadableOf month: Month, in path: String) {
        self.init(
            .inputRefused, code: "E238",
            message: LocalizedText(
                zh: "台账库里 \(month) 的流程文件读不懂", en: "the pipeline that the ledger keeps of \(month) can't be read"),
            hint: LocalizedText(
                zh: "ledger verify 会指出是否被改动；若没有，把该月重新运行一次",
                en: "ledger verify tells whether it was changed; if not, run the month again"), place: path)
    }

    fileprivate init(noTablesKeptWith month: Month, in path: String) {
        self.init(
            .inputRefused, code: "E230",
            message: LocalizedText(
                zh: "\(month) 由旧版程序写成，没有随附流程文件的各表",
                en: "\(month) was written by an older program, which kept no tables of its pipeline"),
            hint: LocalizedText(zh: "把该月重新运行一次", en: "run the month again"), place: path)
    }
}
