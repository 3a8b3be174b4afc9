import Digest
import Foundation
import Ledger
import Normalization
import Reports
import Roster
import Tabular

extension LedgerDesk {
    /// What became of one filled file.
    package struct IntakeReport: Sendable, Codable, Equatable {
        package var file: String
        /// Answers and confirmations that say something else than what counted.
        package var answers = 0
        package var confirmations = 0
        /// Those that say nothing new.
        package var repeated = 0
        /// Rows that nobody filled in.
        package var unanswered = 0
        package var refused = 0
        /// Sheets that were not read, though they have columns of lists: they lack those of answers, or are hidden.
        package var unread: [String] = []
        /// The workbook with the refused rows, to be mended and handed in again; absent if there are none.
        package var returned: String?
    }

    /// Takes filled work lists and ledgers in. All files are read first, so that one that can't be read stops before
    /// anything is kept. What can't be understood is written to a workbook `退回_<file>.xlsx` in `folder`, by default the
    /// folder `退回` beside the file.
    ///
    /// - Parameter isStrict: with any refused row or unread sheet nothing is taken in, and the whole ends with exit 65.
    package func takeIn(_ files: [String], returningTo folder: String?, isStrict: Bool) throws -> [IntakeReport] {
        try with(.write) { ledger in
            let latest = try ledger.latestMonth()
            // Lists of a month go out in the next, and the last of them may come back in the one after.
            let reader = FilledReader(
                definition: try ledger.definition(of: latest), ledger: ledger, lastDay: latest.adding(2).lastDay)
            let contents = try files.map { (file: $0, content: try reader.read($0)) }
            var reports = try contents.map { file, content in
                var report = IntakeReport(file: file)
                (report.unanswered, report.refused) = (content.unanswered, content.refused.count)
                report.unread = content.unread
                if !content.refused.isEmpty { report.returned = try giveBack(content.refused, of: file, to: folder) }
                return report
            }
            if isStrict, let bad = reports.first(where: { $0.refused > 0 }) { throw RunError(refused: bad) }
            if isStrict, let bad = reports.first(where: { !$0.unread.isEmpty }) { throw RunError(unreadIn: bad) }
            for (place, (file, content)) in contents.enumerated() {
                let news = try ledger.takeIn(intake(content, of: file))
                (reports[place].answers, reports[place].confirmations) = (news.answers, news.confirmations)
                reports[place].repeated =
                    content.answers.count + content.confirmations.count - news.answers - news.confirmations
            }
            return reports
        }
    }

    private func intake(_ content: FilledContent, of file: String) -> Intake {
        Intake(
            file: URL(filePath: file).lastPathComponent, content: content.digest,
            act: act("survey \(file)"), answers: content.answers, confirmations: content.confirmations)
    }

    /// The rows go to a folder of their own, so that `*.xlsx` beside the files does not take them for filled lists. A workbook
    /// that is there may be half mended: it stays.
    private func giveBack(_ rows: [RefusedRow], of file: String, to folder: String?) throws -> String {
        let url = URL(filePath: file)
        var stem = url.deletingPathExtension().lastPathComponent
        while stem.hasPrefix("退回_") { stem.removeFirst("退回_".count) }
        let folder = folder ?? url.deletingLastPathComponent().appending(path: "退回").path
        try Folder.createIfAbsent(folder)
        let sections = Dictionary(grouping: rows) { $0.headings }.values
            .sorted { precedesBytewise($0[0].sheet, $1[0].sheet) }
            .map { rows in
                RefusedWorkbook.Section(
                    headings: rows[0].headings,
                    rows: rows.map { .init(sheet: $0.sheet, cell: $0.cell, reason: $0.reason, values: $0.values) })
            }
        return try DeskFile.writeNumbered("\(folder)/退回_\(stem)", ".xlsx") { path in
            try RefusedWorkbook(title: stem).write(to: path, sections: sections)
        }
    }
}

extension RunError {
    /// Exit 65: sheets that were not read, where all must be.
    fileprivate init(unreadIn report: LedgerDesk.IntakeReport) {
        let names = report.unread.joined(separator: "、")
        self.init(
            .inputRefused, code: "E240",
            message: LocalizedText(zh: "有工作表没有读入：\(names)", en: "sheets were not read: \(names)"),
            hint: LocalizedText(
                zh: "缺少“调查结果”或“确认状态”列，或是隐藏的；请改正，或删去这些工作表",
                en: "they lack the column of results or confirmations, or are hidden: mend them or take them out"),
            place: report.file)
    }

    /// Exit 65: rows that could not be taken in, where none may be.
    fileprivate init(refused report: LedgerDesk.IntakeReport) {
        let (count, workbook) = (report.refused, report.returned ?? "")
        self.init(
            .inputRefused, code: "E232",
            message: LocalizedText(zh: "有 \(count) 行不能读入", en: "\(count) rows could not be taken in"),
            hint: LocalizedText(
                zh: "在 \(workbook) 或原表中改正后再交",
                en: "see \(workbook); mend the rows there or in the list, and hand in again"),
            place: report.file)
    }
}
