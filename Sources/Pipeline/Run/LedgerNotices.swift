import Ledger
import Roster

/// Whether the ledger's months before and after the one being run are what an operator takes them to be.
struct LedgerNotices {
    private let ledger: Ledger
    private let month: Month
    private let output: String

    init(_ ledger: Ledger, month: Month, output: String) {
        self.ledger = ledger
        self.month = month
        self.output = output
    }

    /// What should be said.
    func all() throws -> [LocalizedText] {
        let months = try ledger.months().map(\.month)
        let later = months.filter { $0 > month }
        var notices: [LocalizedText] = []
        if !months.contains(month.adding(-1)) {
            if let last = months.last(where: { $0 < month }) {
                notices.append(.monthsLeftOut(after: last, before: month))
            } else if Folder.isFolder("\(output)/\(month.adding(-1))") {
                notices.append(.ledgerLacksPublishedMonth(month.adding(-1)))
            }
        }
        if !later.isEmpty { notices.append(.laterMonths(later)) }
        return notices
    }
}

extension LocalizedText {
    fileprivate static func monthsLeftOut(after last: Month, before month: Month) -> LocalizedText {
        LocalizedText(
            zh: "台账库里最近的月份是 \(last)，中间的月份没有运行，\(month) 的变动不是与上月相比",
            en:
                "the ledger's latest month is \(last): months before \(month) were left out, changes are not against last month"
        )
    }

    fileprivate static func ledgerLacksPublishedMonth(_ month: Month) -> LocalizedText {
        LocalizedText(
            zh: "已发布 \(month)，但台账库里没有：请检查 --ledger", en: "\(month) is published but not in the ledger: see --ledger")
    }

    fileprivate static func laterMonths(_ months: [Month]) -> LocalizedText {
        let list = months.map(\.description)
        return LocalizedText(
            zh: "后面的月份以旧的修订为依据，请依次重新运行：\(list.joined(separator: "、"))",
            en: "later months rest on what was there before; run them again in order: \(list.joined(separator: ", "))")
    }

    /// The working-day table ends before the due date of the work lists could be moved to a working day.
    static let dueDateBeyondCalendar = LocalizedText(
        zh: "工作日历不含到期日，未顺延", en: "the working-day table ends before the due date")

    /// Answers that were given now about pairs of other months.
    static func answersForOtherPairs(_ count: Int) -> LocalizedText {
        LocalizedText(
            zh: "有 \(count) 个复核答复本月没有对应的配对，已记入台账",
            en: "\(count) answers are about pairs that this month does not have; the ledger keeps them")
    }

    /// The folder published before held files that people had changed.
    static func editedMonthKept(as folder: String) -> LocalizedText {
        LocalizedText(
            zh: "原来的月份文件夹里有人改动过文件，或不是这个台账库发布的，已保留为 \(folder)",
            en:
                "files of the month published before had been changed, or were not of this ledger; they are kept in \(folder)"
        )
    }
}
