import Decisions
import Glibc
import Ledger
import Reports
import Tabular

extension RunError {
    /// The exit that any error of the stages calls for; what nobody foresaw is an internal error.
    package init(describing error: any Error) {
        switch error {
        case let error as RunError: self = error
        case let error as TabularError: self.init(error)
        case let error as LedgerError: self.init(error)
        case let error as OutputFileError: self.init(error)
        case let error as PolicyFault:
            self.init(
                .pipelineInvalid, code: "E101",
                message: LocalizedText(zh: "规则有误：\(error)", en: "faulty rules: \(error)"))
        default:
            self.init(
                .internalError, code: "E901",
                message: LocalizedText(zh: "程序内部错误：\(type(of: error))", en: "internal error: \(type(of: error))"))
        }
    }

    private init(_ error: OutputFileError) {
        self = .cannotCreate(error.path, errno: error.code)
    }

    private init(_ error: LedgerError) {
        let kind: Kind =
            switch error.kind {
            case .locked, .needsRecovery: .tryAgain
            case .permission, .exposed: .noPermission
            case .full, .inputOutput: .inputOutput
            case .missing, .noSuchMonth: .inputMissing
            case .closed, .notALedger, .newerVersion, .damaged: .inputRefused
            default: .internalError
            }
        self.init(
            kind, code: "E5\(10 + (LedgerError.Kind.allCases.firstIndex(of: error.kind) ?? 0))",
            message: LocalizedText(zh: "台账库：\(error)", en: "ledger: \(error)"), place: error.path)
    }

    /// Exit 70: the rows of a file are not all accounted for.
    static func unbalanced(_ file: FileSummary) -> RunError {
        RunError(
            .internalError, code: "E902",
            message: LocalizedText(
                zh: "行数不平：读入 \(file.rows)，记录 \(file.records)，隔离 \(file.quarantined.total)",
                en:
                    "rows do not add up: \(file.rows) read, \(file.records) records, \(file.quarantined.total) put aside"
            ),
            place: file.name)
    }
}
