package import Roster

/// What a gate found that did not pass, and how it ended.
package struct GateOutcome: Sendable, Equatable {
    /// How it ended.
    package enum Verdict: String, Sendable {
        case warned, stopped
    }

    package var finding: GateFinding
    package var verdict: Verdict

    package init(_ finding: GateFinding, verdict: Verdict) {
        self.finding = finding
        self.verdict = verdict
    }
}

/// What was measured against what. Shares are as the pipeline file writes them, `2.5%`.
package enum GateFinding: Sendable, Equatable {
    case noFile
    /// Last month had files of the source, this month has none.
    case noFileAnyMore
    /// Headings of optional columns that some file lacks, in the layout's order.
    case columnsMissing([String])
    case tooFewRows(Int, least: Int)
    case tooManyPutAside(Int, rows: Int, most: String)
    case otherMonths([Month], month: Month)
    case rowsChanged(Int, before: Int, most: String)
    case tooFewUsableIDs(Int, read: Int, least: String)
    /// Last month's source held a file of the same content.
    case fileOfLastMonth(String)
    /// An earlier file of the source has the same content; this one was not read.
    case fileTwice(String, first: String)
}

extension GateFinding {
    /// The gate's name in the pipeline file.
    package var gate: String {
        switch self {
        case .noFile, .noFileAnyMore: "missing"
        case .columnsMissing: "columns"
        case .tooFewRows: "rows"
        case .tooManyPutAside: "quarantine"
        case .otherMonths: "period"
        case .rowsChanged: "drift"
        case .tooFewUsableIDs: "valid_ids"
        case .fileOfLastMonth, .fileTwice: "repeated_file"
        }
    }

    /// In Chinese, as it stands in pages and the manifest.
    package var chinese: String {
        switch self {
        case .noFile: "没有找到文件"
        case .noFileAnyMore: "上月有文件，本月没有"
        case .columnsMissing(let headings):
            "缺少列：\(headings.joined(separator: "、"))；相关规则将按空值处理，若列名有变请在流程文件中登记"
        case .tooFewRows(let rows, let least): "只有 \(rows) 行，至少应有 \(least) 行"
        case .tooManyPutAside(let bad, let rows, let most): "\(rows) 行中有 \(bad) 行被隔离，上限 \(most)"
        case .otherMonths(let found, let month):
            "登记人员的记录属于 \(found.map(\.description).joined(separator: "、"))，没有 \(month) 的"
        case .rowsChanged(let rows, let before, let most): "\(rows) 行，上月 \(before) 行，变动超过 \(most)"
        case .tooFewUsableIDs(let usable, let read, let least): "\(read) 个证件号码中 \(usable) 个可用，至少应有 \(least)"
        case .fileOfLastMonth(let file): "\(file) 与上月的文件内容相同"
        case .fileTwice(let file, let first): "\(file) 与 \(first) 内容相同，未再读取"
        }
    }

    /// In English, for messages.
    package var english: String {
        switch self {
        case .noFile: "no file was found"
        case .noFileAnyMore: "last month there were files, now there is none"
        case .columnsMissing(let headings):
            "columns not found: \(headings.joined(separator: ", ")); they count as empty, "
                + "so name new headings in the pipeline file"
        case .tooFewRows(let rows, let least): "only \(rows) rows, at least \(least) are expected"
        case .tooManyPutAside(let bad, let rows, let most):
            "\(bad) of \(rows) rows were put aside, at most \(most) may be"
        case .otherMonths(let found, let month):
            "the rows of registered people are of \(found.map(\.description).joined(separator: ", ")), none of \(month)"
        case .rowsChanged(let rows, let before, let most):
            "\(rows) rows after \(before) last month, a change of more than \(most)"
        case .tooFewUsableIDs(let usable, let read, let least):
            "\(usable) of \(read) ID numbers can be used, at least \(least) should be"
        case .fileOfLastMonth(let file): "\(file) has the same content as a file of last month"
        case .fileTwice(let file, let first): "\(file) has the same content as \(first) and was not read again"
        }
    }
}
