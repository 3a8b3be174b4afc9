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

    /// Writes and publishes the month, or says with `--dry-run` what it would be.
    func publish(
        _ roster: consuming MonthRoster, _ evidence: consuming MonthEvidence, clock: inout StageClock
    ) async throws -> RunSummary {
        let engine = try DecisionEngine(
            policy: definition.policy, setting: definition.setting(month: month, missing: missing))
        roster.leaveOutLapsed(evidence, engine: engine)
        let plan = try ledger.plan(
            RevisionBasis(
                month: month, inputs: inputs.digest, pipelineText: definition.texts.text,
                programVersion: ProgramVersion.current))
        let folder = try WorkFolder(in: run.request.output, month: month.description)
        do {
            let draft = MonthDraft(
                plan: plan, folder: folder, writer: plan.isUnchanged ? nil : try ledger.beginMonth(plan))
            let content = try await write(roster, evidence, engine: engine, to: draft, clock: &clock)
            let manifest = try manifest(of: content, in: draft)
            try run.request.isDryRun ? draft.abandon() : commit(draft, manifest)
            clock.end("publishing", run.log)
            return RunSummary(
                request: run.request, manifest: manifest, sources: content.sources, people: content.people,
                clock: clock, dueDateIsBeyondCalendar: engine.isDueDateBeyondCalendar)
        } catch {
            folder.discard()
            throw error
        }
    }

    private func commit(_ draft: MonthDraft, _ manifest: Manifest) throws {
        let bytes = try manifest.json()
        try OutputFile.write(bytes, to: "\(draft.folder.path)/manifest.json")
        try draft.folder.synchronise()
        taizhang_hold_interrupts()
        _ = try draft.writer?.commit(published: ContentDigest(of: bytes))
        try draft.folder.publish(as: month.description)
    }

    /// Writes the ledger's rows and all files of the month but the manifest.
    private func write(
        _ roster: consuming MonthRoster, _ evidence: consuming MonthEvidence, engine: DecisionEngine,
        to draft: MonthDraft, clock: inout StageClock
    ) async throws -> MonthContent {
        let names = definition.reportNames(registrations: roster.registrations)
        let (links, outOfScope) = (evidence.links(leavingOut: roster.lapsed), roster.outOfScope)
        let people = try await decide(roster, evidence, engine: engine, to: draft)
        clock.end("decisions", run.log)
        let sources = try writeQuarantine(links, to: draft.folder)
        try await PeopleFiles(definition: definition, month: month, names: names, folder: draft.folder.path)
            .write(people, sources: sources, window: run.window)
        clock.end("workbooks", run.log)
        return MonthContent(sources: sources, people: people.summary, outOfScope: outOfScope)
    }

    /// Decides everybody; writes the machine files and the ledger's rows.
    private func decide(
        _ roster: consuming MonthRoster, _ evidence: consuming MonthEvidence, engine: DecisionEngine,
        to draft: MonthDraft
    ) async throws -> MonthPeople {
        let vanished = try vanished(roster, engine)
        var tables = try MonthTables(in: draft.folder.path, month: month, vanished: vanished)
        let stage = DecisionStage(engine: engine, month: month, revision: draft.plan.number, window: run.window)
        try await stage.decide(roster, evidence) { batch in
            try tables.append(batch)
            try draft.writer?.append(batch.people)
        }
        try draft.writer?.append(changes: vanished)
        return try tables.finish()
    }

    /// People of last month's ledger whose number is nowhere on the roster, unless they registered anew.
    private func vanished(_ roster: MonthRoster, _ engine: DecisionEngine) throws -> [ChangeRow] {
        let gone = roster.history.lastMonth.filter { !roster.listedNumbers.contains($0) }
        guard !gone.isEmpty else { return [] }
        let ids = Set(roster.registrations.compactMap { $0.id.number?.text })
        let former = try idNumbers(of: Set(gone))
        return gone.compactMap { number in
            if let id = former[number], !id.isEmpty, ids.contains(id) { return nil }
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
