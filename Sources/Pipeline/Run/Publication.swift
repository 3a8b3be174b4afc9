import CSystem
import Decisions
import Digest
import Foundation
import Ledger
import Reports
import Roster
import Tabular

/// From evidence to a published month: decisions, files, the ledger's transaction, the rename.
///
/// The order makes a crash harmless: everything is written and synchronised in a hidden folder, then the ledger commits
/// together with the folder's digest, then the folder takes the month's name. A run killed in between is repeated by the
/// next one, which finds the revision unchanged and publishes the same bytes.
struct Publication {
    let run: MonthRun
    let ledger: Ledger
    let inputs: MonthInputs
    let gates: [SourceName: [GateOutcome]]
    let missing: [SourceName]

    private var month: Month { run.request.month }
    private var definition: PipelineDefinition { run.definition }

    func publish(
        _ roster: consuming MonthRoster, _ evidence: consuming MonthEvidence, clock: inout StageClock
    ) async throws -> RunSummary {
        let names = definition.reportNames(registrations: roster.registrations)
        let setting = definition.setting(month: month, missing: missing)
        let engine = try DecisionEngine(policy: definition.policy, setting: setting)
        roster.leaveOutLapsed(evidence, engine: engine)
        let (links, outOfScope) = (evidence.links(leavingOut: roster.lapsed), roster.outOfScope)
        let plan = try ledger.plan(
            RevisionBasis(
                month: month, inputs: inputs.digest, pipelineText: definition.texts.text,
                programVersion: ProgramVersion.current))
        let folder = try WorkFolder(in: run.request.output, month: month.description)
        do {
            let writer = plan.isUnchanged ? nil : try ledger.beginMonth(plan)
            let people = try await write(roster, evidence, engine: engine, plan: plan, to: folder, writer)
            clock.end("decisions", run.log)
            let sources = try writeQuarantine(links, to: folder)
            try await PeopleFiles(definition: definition, month: month, names: names, folder: folder.path)
                .write(people, sources: sources, window: run.window)
            clock.end("workbooks", run.log)
            let head = try writer?.seal() ?? plan.current?.chainHead
            let manifest = try manifest(
                people, sources, plan: plan, head: head, outOfScope: outOfScope, in: folder)
            if run.request.isDryRun {
                try writer?.abandon()
                folder.discard()
            } else {
                try commit(manifest, writer, folder)
            }
            clock.end("publishing", run.log)
            return RunSummary(
                request: run.request, manifest: manifest, sources: sources, people: people.summary, clock: clock,
                dueDateIsBeyondCalendar: engine.isDueDateBeyondCalendar)
        } catch {
            folder.discard()
            throw error
        }
    }

    private func commit(_ manifest: Manifest, _ writer: MonthWriter?, _ folder: WorkFolder) throws {
        let bytes = try manifest.json()
        try OutputFile.write(bytes, to: "\(folder.path)/manifest.json")
        try folder.synchronise()
        taizhang_hold_interrupts()
        _ = try writer?.commit(published: ContentDigest(of: bytes))
        try folder.publish(as: month.description)
    }

    /// Decides everybody; writes the machine files and the ledger's rows.
    private func write(
        _ roster: consuming MonthRoster, _ evidence: consuming MonthEvidence, engine: DecisionEngine,
        plan: RevisionPlan,
        to folder: WorkFolder, _ writer: MonthWriter?
    ) async throws -> MonthPeople {
        let vanished = try vanished(roster, engine)
        var tables = try MonthTables(in: folder.path, month: month, vanished: vanished)
        let stage = DecisionStage(engine: engine, month: month, revision: plan.number, window: run.window)
        try await stage.decide(roster, evidence) { batch in
            try tables.append(batch)
            try writer?.append(batch.people)
        }
        try writer?.append(changes: vanished)
        return try tables.finish()
    }

    /// People of last month's ledger whose number is nowhere on the roster, unless they registered anew.
    private func vanished(_ roster: MonthRoster, _ engine: DecisionEngine) throws -> [ChangeRow] {
        let gone = roster.history.lastMonth.filter { !roster.listedNumbers.contains($0) }
        guard !gone.isEmpty else { return [] }
        let ids = Set(roster.registrations.compactMap { $0.id.number?.text })
        let former = try idNumbers(of: Set(gone))
        return gone.compactMap { number in
            if let id = former[number], ids.contains(id) { return nil }
            return engine.vanished(registrationNumber: number, history: roster.history[number])
        }
    }

    /// ID numbers that last month's ledger holds for these registrations.
    private func idNumbers(of numbers: Set<String>) throws -> [String: String] {
        var found: [String: String] = [:]
        try ledger.forEachRow(of: month.adding(-1)) { row in
            if numbers.contains(row.registrationNumber) { found[row.registrationNumber] = row.idNumber }
        }
        return found
    }

    private func writeQuarantine(
        _ links: [SourceName: [MatchGrade: Int]], to folder: WorkFolder
    ) throws -> [SourceSummary] {
        try Folder.create("\(folder.path)/quarantine")
        let writer = QuarantineWriter(
            folder: folder.path, month: month, writesWorkbooks: definition.outputs.quarantineWorkbooks)
        return try definition.sources.map { source in
            let files = inputs.files[source.name] ?? []
            let summary = SourceSummary(
                source, files: files, written: try writer.write(source, files), links: links[source.name] ?? [:],
                gates: gates[source.name] ?? [])
            if let file = summary.unbalanced { throw RunError.unbalanced(file) }
            return summary
        }
    }
}
