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
        /// Answers and confirmations that the ledger did not hold yet.
        package var answers = 0
        package var confirmations = 0
        /// Those that it holds already.
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

    private func intake(_ content: FilledContent, of file: String) throws -> Intake {
        Intake(
            file: URL(filePath: file).lastPathComponent, content: try FileDigest.of(file, name: file),
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

/// Everything that one filled file says.
struct FilledContent {
    var answers: [Intake.Entry<SurveyAnswer>] = []
    var confirmations: [Intake.Entry<ConfirmedStatus>] = []
    var refused: [RefusedRow] = []
    var unanswered = 0
    /// Sheets with known columns, of which nothing was read.
    var unread: [String] = []
}

/// Reads filled work lists and ledger workbooks, sheet by sheet.
struct FilledReader {
    let definition: PipelineDefinition
    let ledger: Ledger
    let lastDay: Day

    /// What a file says. Exit 66 if there is none, 65 if it has neither answers nor confirmations.
    func read(_ file: String) throws -> FilledContent {
        guard Folder.exists(file) else { throw RunError(missingFile: file) }
        if Folder.isFolder(file) { throw RunError(folder: file) }
        let answers = FilledAnswers(definition: definition, ledger: ledger, lastDay: lastDay)
        let confirmations = FilledConfirmations(definition: definition, ledger: ledger, lastDay: lastDay)
        var (content, isFilled) = (FilledContent(), false)
        for table in try tables(of: file, answers.source) {
            if let yield = try confirmations.read(table) {
                content.confirmations += yield.confirmations
                content.add(refused: yield.refused, unanswered: yield.unanswered)
                isFilled = true
                continue
            }
            do {
                guard let yield = try answers.read(table) else {
                    content.unread.append(table.sheet)
                    continue
                }
                content.answers += yield.answers
                content.add(refused: yield.refused, unanswered: yield.unanswered)
                isFilled = true
            } catch let fault as HeaderFault {
                let sheet = table.looked.isWorkbook ? "\(file)!\(table.sheet)" : file
                throw RunError(fault, table: sheet, line: table.looked.headerLine)
            }
        }
        guard isFilled else { throw RunError(nothingFilledIn: file) }
        content.unread += try hiddenSheets(of: file, answers)
        return content
    }

    /// Hidden sheets with columns for answers or confirmations.
    private func hiddenSheets(of file: String, _ answers: FilledAnswers) throws -> [String] {
        var names: [String] = []
        for member in try InputFile.tables(at: file, limit: definition.limits.expansion) where member.kind == .workbook
        {
            do throws(TabularError) {
                let workbook = try WorkbookReader(member, limits: definition.limits.workbook)
                for sheet in workbook.sheets where !sheet.isVisible {
                    if try workbook.hasHeading(of: answers.results, in: sheet.name, options(answers.source)) {
                        names.append(sheet.name)
                    }
                }
            } catch {
                throw RunError(error)
            }
        }
        return names
    }

    /// The columns of lists and ledgers by which a table is known.
    private func headings(_ source: SourceDefinition?) -> Set<String> {
        let names: [ColumnName] = [.registrationNumber, .confirmedStatus, .confirmedBy, .confirmedOn]
        return Set(names.map(\.heading)).union(source?.headings ?? [])
    }

    private func options(_ source: SourceDefinition?) -> SheetOptions {
        SheetOptions(headings: headings(source), totalMarks: definition.marks.total)
    }

    private func tables(of file: String, _ source: SourceDefinition?) throws -> [FilledTable] {
        let headings = headings(source)
        let limits = definition.limits
        let opening = TableOpening(limits: limits, totalMarks: definition.marks.total, size: .everything)
        let expected = TableExpectation(headings: headings, quotes: source?.quotes ?? limits.quotes)
        var tables: [FilledTable] = []
        for member in try InputFile.tables(at: file, limit: limits.expansion) where member.kind != .xml {
            do throws(TabularError) {
                tables += try opening.open(member, name: member.name, as: expected).map { looked in
                    let sheet = looked.isWorkbook ? looked.sheet : URL(filePath: file).lastPathComponent
                    return FilledTable(looked, sheet: sheet)
                }
            } catch {
                guard error.kind == .headerNotFound else { throw RunError(error) }
            }
        }
        return tables
    }
}

extension FilledContent {
    fileprivate mutating func add(refused rows: [RefusedRow], unanswered count: Int) {
        refused += rows
        unanswered += count
    }
}

extension WorkbookReader {
    /// Whether a sheet has one of some columns.
    fileprivate func hasHeading(
        of headings: [String], in sheet: String, _ options: SheetOptions
    ) throws(TabularError) -> Bool {
        var options = options
        options.sheetName = sheet
        do throws(TabularError) {
            return try tables(options).contains { ListColumns($0.header).place(of: headings) != nil }
        } catch {
            guard error.kind == .headerNotFound else { throw error }
            return false
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

    /// Exit 65: a file that is neither a work list nor a ledger workbook.
    fileprivate init(nothingFilledIn file: String) {
        self.init(
            .inputRefused, code: "E231",
            message: LocalizedText(
                zh: "文件里没有核查名单的“调查结果”，也没有台账的“确认状态”列",
                en: "the file has neither a work list's column of results nor a ledger's column of confirmations"),
            hint: LocalizedText(
                zh: "请交回填好的核查名单或台账.xlsx；隐藏的工作表不读",
                en: "give a filled work list, or 台账.xlsx; hidden sheets are not read"), place: file)
    }

    /// Exit 66: a folder where files are asked for.
    fileprivate init(folder: String) {
        self.init(
            .inputMissing, code: "E237",
            message: LocalizedText(zh: "这是文件夹", en: "this is a folder"),
            hint: LocalizedText(zh: "写其中的文件，如 \(folder)/*.xlsx", en: "name the files in it, as \(folder)/*.xlsx"),
            place: folder)
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
