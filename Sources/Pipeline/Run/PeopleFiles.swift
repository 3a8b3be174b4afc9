import Reports
import Roster
import Tabular

/// The files that people open: workbooks and pages.
struct PeopleFiles: Sendable {
    let definition: PipelineDefinition
    let month: Month
    let names: ReportNames
    let folder: String
    /// What people answered of links, if they did.
    let answers: AnswerSummary?

    private typealias Job = @Sendable () throws -> Void

    /// Writes them side by side.
    func write(_ people: MonthPeople, sources: [SourceSummary], window: OrderedWindow) async throws {
        var jobs = pages(people, sources) + (try workLists(people))
        if definition.outputs.ledgerWorkbook {
            jobs.insert({ try writeLedger(people) }, at: 0)
        }
        if definition.outputs.serviceWorkbook, !definition.serviceParts.isEmpty {
            jobs.insert({ try writeServices(people) }, at: 0)
        }
        var rest = jobs[...]
        try await window.run(next: { rest.popFirst() }, work: { try $0() }, take: { (_: Void) in })
    }

    private func writeLedger(_ people: MonthPeople) throws {
        try LedgerWorkbook(summary: people.summary, names: names)
            .write(to: "\(folder)/台账.xlsx", rows: people.rows)
    }

    private func writeServices(_ people: MonthPeople) throws {
        try ServiceWorkbook(month: month, names: names, parts: definition.serviceParts)
            .write(to: "\(folder)/重点服务.xlsx", entries: people.serviceEntries, loans: people.loans)
    }

    private func pages(_ people: MonthPeople, _ sources: [SourceSummary]) -> [Job] {
        var jobs: [Job] = []
        if definition.outputs.report {
            jobs.append {
                let page = try MarkedPage(report: people.summary, names)
                try OutputFile.write(Array(page.html.utf8), to: "\(folder)/report.html")
            }
        }
        if definition.outputs.quality {
            jobs.append {
                let html = try QualityPage(
                    month: month, sources: sources, names: names, answers: answers,
                    actsBeyondCalendar: people.summary.services.actsBeyondCalendar
                ).html()
                try OutputFile.write(Array(html.utf8), to: "\(folder)/quality.html")
            }
        }
        return jobs
    }

    private func workLists(_ people: MonthPeople) throws -> [Job] {
        guard definition.outputs.workLists else { return [] }
        try Folder.create("\(folder)/worklists")
        let workbook = WorkListWorkbook(month: month, names: names, choices: definition.surveyChoices)
        let listed = people.listedByTown
        return WorkListFiles(towns: listed.keys, names: names.towns).names.map { town, file in
            let places = listed[town] ?? []
            return {
                try workbook.write(
                    to: "\(folder)/worklists/\(file)", townCode: town, entries: places.map(people.workListEntry))
            }
        }
    }
}
