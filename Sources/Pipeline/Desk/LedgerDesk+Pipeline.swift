import Ledger
import Roster

extension Ledger {
    /// The pipeline by which a month was decided, read from the ledger alone. Exit 65 for a month of an older program,
    /// which kept no tables with it.
    func definition(of month: Month, revision: Int? = nil) throws -> PipelineDefinition {
        let kept = try pipeline(of: month, revision: revision)
        guard let kept else { throw LedgerError(.noSuchMonth, path: path, detail: "\(month)") }
        guard !kept.files.isEmpty else { throw RunError(noTablesKeptWith: month, in: path) }
        return try PipelineDefinition.restore(kept, file: "\(month)")
    }

    /// The latest month. Exit 66 if the ledger holds none.
    func latestMonth() throws -> Month {
        guard let last = try months().last else { throw LedgerError(.noSuchMonth, path: path, detail: "") }
        return last.month
    }
}

extension RunError {
    fileprivate init(noTablesKeptWith month: Month, in path: String) {
        self.init(
            .inputRefused, code: "E230",
            message: LocalizedText(
                zh: "\(month) 由旧版程序写成，没有随附流程文件的各表",
                en: "\(month) was written by an older program, which kept no tables of its pipeline"),
            hint: LocalizedText(zh: "把该月重新运行一次", en: "run the month again"), place: path)
    }
}
