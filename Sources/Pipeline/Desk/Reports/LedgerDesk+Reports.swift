import Decisions
import Ledger
import Reports
package import Roster
import Tabular

extension LedgerDesk {
    /// Writes `report.html` of a month again, from the ledger alone, and gives its path. Exit 73 where a file of the name is
    /// not an unedited report of the month.
    package func writeReport(of month: Month, to folder: String) throws -> String {
        try with(.readOnly) { ledger in
            let kept = try KeptMonth(ledger, month)
            let page = try MarkedPage(report: try kept.summary(), try kept.names())
            try Folder.createIfAbsent(folder)
            let path = "\(folder)/report.html"
            try DeskFile.write(page, to: path)
            return path
        }
    }

    /// Writes a month's work lists again, one a town, from the ledger alone, and gives their paths.
    ///
    /// - Parameter town: its code; `nil`: all towns. Exit 66 for one without a list, 73 where a list of the name was filled in.
    package func writeWorkLists(of month: Month, town: String?, to folder: String) throws -> [String] {
        try with(.readOnly) { ledger in
            let kept = try KeptMonth(ledger, month)
            let names = try kept.names()
            let entries = try kept.workListEntries()
            if let town, entries[town] == nil { throw RunError(noListOf: town, month) }
            let workbook = WorkListWorkbook(month: month, names: names, choices: kept.definition.surveyChoices)
            try Folder.createIfAbsent(folder)
            return try WorkListFiles(towns: entries.keys, names: names.towns).names
                .filter { town == nil || $0.town == town }
                .map { code, file in
                    let path = "\(folder)/\(file)"
                    try DeskFile.write(to: path) { part in
                        try workbook.write(to: part, townCode: code, entries: entries[code] ?? [])
                    }
                    return path
                }
        }
    }
}

/// A month as the ledger keeps it: rows, and what pages and lists say beyond them.
struct KeptMonth {
    let ledger: Ledger
    let month: Month
    let definition: PipelineDefinition
    private let manifest: Manifest?

    /// Exit 65 for a month of an older program, which kept less.
    init(_ ledger: Ledger, _ month: Month) throws {
        (self.ledger, self.month) = (ledger, month)
        definition = try ledger.definition(of: month)
        manifest = try Manifest.kept(try ledger.version(of: month).manifest)
    }

    /// The words of the month's pages.
    func names() throws -> ReportNames {
        var names = definition.reportNames(registrations: [Registration]())
        names.towns = TownNames(try ledger.townNames(of: month))
        return names
    }

    /// The month in figures, counted from its rows.
    func summary() throws -> MonthSummary {
        var summary = MonthSummary(month: month)
        try ledger.forEachRow(of: month) { summary.add($0) }
        try ledger.forEachChange(of: month) { change in
            if change.change == .vanished { summary.addVanished() }
            if change.change == .corrected { summary.addCorrected() }
        }
        if let services = manifest?.services { summary.services = ServiceSummary(services) }
        return summary
    }

    /// The people on work lists, by town.
    func workListEntries() throws -> [String: [WorkListEntry]] {
        let notes = try ledger.listedNotes(of: month)
        var entries: [String: [WorkListEntry]] = [:]
        try ledger.forEachRow(of: month) { row in
            guard !row.workList.isEmpty else { return }
            let note = notes[row.registrationNumber]
            entries[row.townCode, default: []].append(
                WorkListEntry(row: row, phone: note?.phone ?? "", help: note?.help ?? []))
        }
        return entries
    }
}

extension RunError {
    /// Exit 66: the town has no work list in the month.
    fileprivate init(noListOf town: String, _ month: Month) {
        self.init(
            .inputMissing, code: "E235",
            message: LocalizedText(zh: "\(month) 没有 \(town) 的核查名单", en: "\(town) has no work list in \(month)"),
            hint: LocalizedText(zh: "写九位的镇街代码", en: "give the town's code of nine digits"), place: "--town")
    }
}
