import Decisions
import Foundation
import Glibc
import Ledger
import Reports
import Roster
import Tabular

extension RunError {
    /// The exit that any error of the stages calls for; what nobody foresaw is an internal error.
    package init(describing error: any Error) {
        switch error {
        case let error as RunError: self = error
        case let error as TabularError: self.init(error)
        case let error as LedgerError: self.init(error)
        case let error as OutputFileError: self.init(error)
        case let error as CocoaError:
            self = .cannotCreate(error.filePath ?? "", errno: SystemFault.number(of: error))
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
        switch error.operation {
        case .create, .open: self = .cannotCreate(error.path, errno: error.code)
        case .write, .sync, .close: self = .inputOutput(error.path, errno: error.code)
        }
    }

    private init(_ error: LedgerError) {
        let kind: Kind =
            switch error.kind {
            case .locked, .needsRecovery, .outdatedPlan: .tryAgain
            case .permission, .exposed: .noPermission
            case .full, .inputOutput: .inputOutput
            case .missing, .noSuchMonth: .inputMissing
            case .closed, .notALedger, .newerVersion, .olderVersion, .damaged, .unreadableRow: .inputRefused
            default: .internalError
            }
        self.init(
            kind, code: "E5\(10 + (LedgerError.Kind.allCases.firstIndex(of: error.kind) ?? 0))",
            message: error.message, hint: RunError.hint(error.kind), place: error.path)
    }

    private static func hint(_ kind: LedgerError.Kind) -> LocalizedText {
        switch kind {
        case .locked, .outdatedPlan:
            LocalizedText(zh: "等另一个程序结束后再运行", en: "wait for the other program to end, then run again")
        case .needsRecovery: LocalizedText(zh: "再运行一次 run 即可修复", en: "the next run repairs it")
        case .exposed: LocalizedText(zh: "执行 chmod 600 后重新运行", en: "chmod 600 it, then run again")
        case .permission, .full, .inputOutput: SystemFault.hint
        case .olderVersion:
            LocalizedText(
                zh: "第 2 版起由下一次 run 或 survey 自动升级（先留副本）；更早的请另指定台账库，把各月重新运行一遍",
                en:
                    "the next run or survey brings versions from 2 on up, after a copy; for an older one name another ledger and run the months again"
            )
        case .missing:
            LocalizedText(
                zh: "用 --ledger 或环境变量 TAIZHANG_LEDGER 指定台账库", en: "name it by --ledger, or by TAIZHANG_LEDGER")
        case .noSuchMonth: LocalizedText(zh: "ledger months 列出已有各月", en: "ledger months lists what there is")
        case .closed:
            LocalizedText(
                zh: "迟到的数据放进下一个月运行，会列为更正；确需重算的，先 ledger reopen 并写明原因",
                en: "run the next month with the late data, which lists corrections; or ledger reopen it for a reason")
        case .newerVersion: LocalizedText(zh: "请使用新版程序", en: "use the newer program")
        case .unreadableRow:
            LocalizedText(zh: "ledger verify 会指出被改动的行；请从备份恢复", en: "ledger verify names the row; restore a backup")
        case .notALedger, .damaged: LocalizedText(zh: "请从备份恢复，或另指定台账库", en: "restore a backup, or name another ledger")
        default: LocalizedText(zh: "", en: "")
        }
    }

    /// Exit 66: required sources without a file, all of them at once.
    init(missing sources: [SourceDefinition], in folder: String) {
        let titles = sources.map { "\($0.title)（\($0.name)）" }.joined(separator: "、")
        let patterns = sources.flatMap(\.files).map(\.pattern)
        self.init(
            .inputMissing, code: "E205",
            message: LocalizedText(
                zh: "缺少必需的数据源：\(titles)",
                en: "required sources are missing: \(sources.map(\.name.text).joined(separator: ", "))"),
            hint: LocalizedText(
                zh: "放入与下列通配符相符的文件：\(patterns.joined(separator: "、"))",
                en: "put in files that match \(patterns.joined(separator: ", "))"),
            place: folder)
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

extension LedgerError {
    fileprivate var message: LocalizedText {
        LocalizedText(
            zh: "台账库：\(kind.chinese)" + (detail.isEmpty ? "" : "（\(detail)）"),
            en: "ledger: \(kind.rawValue.replacing("_", with: " "))" + (detail.isEmpty ? "" : " (\(detail))"))
    }
}

extension LedgerError.Kind {
    /// What is wrong, for officers.
    fileprivate var chinese: String {
        switch self {
        case .missing: "没有这个文件"
        case .notALedger: "不是台账库文件"
        case .newerVersion: "由更新版本的程序写成"
        case .olderVersion: "由旧版程序写成，表结构不同"
        case .damaged: "文件损坏"
        case .locked: "另一个程序正在写入"
        case .exposed: "其他用户可以读写该文件"
        case .needsRecovery: "上次运行中断，需要修复"
        case .permission: "没有读写权限"
        case .full: "磁盘已满"
        case .inputOutput: "读写失败"
        case .closed: "该月已结账"
        case .noSuchMonth: "没有该月或该修订"
        case .outdatedPlan: "另一次运行或读入已写入"
        case .outOfOrder: "人员次序有误"
        case .notWritable: "不能写入"
        case .unreadableRow: "有一行无法读出"
        case .other: "数据库报错"
        }
    }
}
