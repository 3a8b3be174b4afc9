import Digest
import Foundation
import Ledger
import Normalization
import Reports
import Roster
import Tabular

/// Everything that one filled file says.
struct FilledContent {
    /// Of the file's bytes.
    let digest: ContentDigest
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
        var (content, isFilled) = (FilledContent(digest: try FileDigest.of(file, name: file)), false)
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
}
