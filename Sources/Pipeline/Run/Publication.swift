import CSystem
import Decisions
import Digest
import Glibc
import Ledger
import Matching
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
    /// `nil` if the pipeline keeps none.
    let ledger: Ledger?
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
            policy: definition.policy,
            setting: definition.setting(month: month, missing: missing, present: Set(inputs.files.keys)))
        try roster.leaveOutLapsed(evidence, engine: engine)
        let plan = try plan()
        var notices = try ledger.map { try LedgerNotices($0, month: month, output: run.request.output).all() } ?? []
        let isStranger = try isStranger()
        let unused = evidence.review.unused(inputs.decisions.given)
        if unused > 0 { notices.append(.answersForOtherPairs(unused)) }
        let folder = try WorkFolder(in: run.request.output, month: month.description)
        do {
            let draft = MonthDraft(
                plan: plan, folder: folder, writer: plan.isUnchanged ? nil : try ledger?.beginMonth(plan))
            let content = try await write(roster, evidence, engine: engine, to: draft, clock: &clock)
            let manifest = try manifest(of: content, in: draft)
            if run.request.isDryRun {
                try draft.abandon()
            } else if let notice = try commit(draft, manifest, besideStranger: isStranger) {
                notices.append(notice)
            }
            clock.end("publishing", run.log)
            return RunSummary(
                request: run.request, manifest: manifest, sources: content.sources, people: content.people,
                clock: clock, notices: notices + (engine.isDueDateBeyondCalendar ? [.dueDateBeyondCalendar] : []))
        } catch {
            folder.discard()
            throw error
        }
    }

    /// Which revision the run makes: by the ledger, or the only one where none is kept.
    private func plan() throws -> RevisionPlan {
        let basis = RevisionBasis(
            month: month, inputs: inputs.digest, pipelineText: definition.texts.text,
            pipelineFiles: definition.texts.keptFiles, programVersion: ProgramVersion.current,
            intakes: inputs.intakes)
        return try ledger?.plan(basis) ?? RevisionPlan(unrecorded: basis)
    }

    /// Commits the ledger and publishes the folder; says so if an edited one was kept.
    private func commit(
        _ draft: MonthDraft, _ manifest: Manifest, besideStranger: Bool
    ) throws -> LocalizedText? {
        let kept = try nameForOldMonth(isStranger: besideStranger)
        let bytes = try manifest.json()
        try OutputFile.write(bytes, to: "\(draft.folder.path)/manifest.json")
        try draft.folder.synchronise()
        taizhang_hold_interrupts()
        _ = try draft.writer?.commit(
            published: ContentDigest(of: bytes), manifest: String(decoding: bytes, as: UTF8.self),
            run: (RunIdentity.current.id, String(RunIdentity.current.id.prefix(16))))
        try draft.folder.publish(as: month.description, keepingOldAs: kept)
        return kept.map { .editedMonthKept(as: "\(run.request.output)/\($0)") }
    }

    /// A free name beside the month for the folder published before, if people have changed files in it or it is a stranger.
    private func nameForOldMonth(isStranger: Bool) throws -> String? {
        let published = "\(run.request.output)/\(month)"
        guard Folder.exists(published) else { return nil }
        guard Folder.isFolder(published) else { throw RunError.cannotCreate(published, errno: ENOTDIR) }
        let isEdited = try !EditedMonth(in: published).changedFiles().isEmpty
        guard isEdited || isStranger else { return nil }
        return (1...).lazy.map { "\(month)-edited-\($0)" }.first { !Folder.exists("\(run.request.output)/\($0)") }
    }

    /// Whether the ledger does not know the month that is published: it may be the last that is left of a lost ledger. To be
    /// asked before the new revision is begun.
    private func isStranger() throws -> Bool {
        let published = Manifest.published(in: "\(run.request.output)/\(month)")
        guard let ledger, let manifest = published, !manifest.ledger.head.isEmpty else {
            return false
        }
        return try ledger.revision(manifest.revision, of: month)?.chainHead.description != manifest.ledger.head
    }

    /// Writes the ledger's rows and all files of the month but the manifest.
    private func write(
        _ roster: consuming MonthRoster, _ evidence: consuming MonthEvidence, engine: DecisionEngine,
        to draft: MonthDraft, clock: inout StageClock
    ) async throws -> MonthContent {
        let names = definition.reportNames(registrations: roster.registrations)
        let (counts, outOfScope) = (try evidence.links(leavingOut: roster.lapsed), roster.outOfScope)
        let damaged = try writeDamaged(roster.linker, to: draft.folder)
        let (overused, relativeLinks) = (evidence.overusedCounts, evidence.relativeLinks)
        let review = try writeReview(evidence.review, roster.registrations, to: draft.folder)
        let links = try links(evidence.review, model: review?.model)
        let answers = AnswerSummary(evidence.review.quality)
        try draft.writer?.append(towns: names.towns.names)
        let people = try await decide(roster, evidence, engine: engine, links: links, to: draft)
        clock.end("decisions", run.log)
        var sources = try writeQuarantine(counts, to: draft.folder)
        for index in sources.indices {
            sources[index].damagedIDs = Tally(damaged[sources[index].source] ?? [:])
            sources[index].overusedIDs = overused[sources[index].source] ?? 0
            sources[index].linkChanges = people.linkChanges[sources[index].source] ?? Tally()
        }
        try await PeopleFiles(
            definition: definition, month: month, names: names, folder: draft.folder.path,
            answers: answers.isEmpty ? nil : answers
        )
        .write(people, sources: sources, window: run.window)
        clock.end("workbooks", run.log)
        return MonthContent(
            sources: sources, people: people.summary, outOfScope: outOfScope, damaged: damaged, review: review,
            overused: overused, relativeLinks: relativeLinks, linkChanges: people.linkChanges)
    }

    /// Writes whom records with masked and damaged ID numbers fit, if they are linked at all.
    private func writeDamaged(_ linker: Linker, to folder: WorkFolder) throws -> DamagedFile.Counts {
        guard linker.linksDamaged else { return [:] }
        let sources = definition.sources.map { (name: $0.name, files: inputs.files[$0.name] ?? []) }
        return try DamagedFile(month: month, spine: linker.spine, folder: folder.path).write(sources)
    }

    /// Writes the pairs that a person is to look at, if there is a model for them.
    private func writeReview(
        _ outcome: ReviewOutcome, _ people: SlottedRegistrations, to folder: WorkFolder
    ) throws -> Manifest.Review? {
        guard let model = definition.reviewModel else { return nil }
        let files = ReviewFiles(month: month, model: model, outcome: outcome, people: people, folder: folder.path)
        return Manifest.Review(outcome, model: try files.write())
    }

    /// Decides everybody; writes the machine files and the ledger's rows.
    private func decide(
        _ roster: consuming MonthRoster, _ evidence: consuming MonthEvidence, engine: DecisionEngine,
        links: LinkComparison?, to draft: MonthDraft
    ) async throws -> MonthPeople {
        let vanished = try vanished(roster, engine)
        var tables = try MonthTables(
            in: draft.folder.path, month: month, people: roster.registrations.count, outputs: definition.outputs,
            services: definition.serviceParts,
            vanished: vanished)
        let stage = DecisionStage(
            engine: engine, month: month, revision: draft.plan.number, outputs: definition.outputs,
            isRecorded: draft.writer != nil, links: links, closed: inputs.closed, window: run.window)
        let corrector = ledger.map { Corrections($0, definition, month: month) }
        let loans = evidence.loans
        let households = try await MonthHouseholds.judging(
            evidence.books, roster, evidence, engine: engine, window: run.window)
        try await stage.decide(roster, evidence, households) { batch in
            var batch = batch
            batch.corrections = try corrector?.corrections(batch.late) ?? []
            try tables.append(batch)
            if let rows = batch.rows { try draft.writer?.append(rows) }
        }
        try tables.append(judgements(of: loans))
        let others = vanished + (corrector?.all ?? [])
        try draft.writer?.append(
            changes: others.sorted { left, right in
                let (first, second) = (left.registrationNumber, right.registrationNumber)
                if first != second { return precedesBytewise(first, second) }
                return (left.correctedMonth?.index ?? 0) < (right.correctedMonth?.index ?? 0)
            })
        try draft.writer?.append(decisions: inputs.decisions.new)
        return try tables.finish()
    }

    /// The applications for loans, judged, in their order.
    private func judgements(of loans: [PlacedLoan]) -> [LoanJudgement] {
        guard let policy = definition.policy.services.loans else { return [] }
        return loans.inOrder.map { policy.judge($0.loan, id: $0.id) }
    }

    /// The links of the month before, to compare with; `nil` if it is not in the ledger.
    private func links(_ review: ReviewOutcome, model: String?) throws -> LinkComparison? {
        guard definition.outputs.changes, let previous = try ledger?.linkGrades(of: month.adding(-1)) else {
            return nil
        }
        let manifest = Manifest.published(in: "\(run.request.output)/\(month.adding(-1))")
        let rules = definition.matchingDigest.description
        return LinkComparison(
            month: month, previous: previous, answered: review.answered,
            rulesChanged: manifest?.pipeline.matching.map { $0 != rules } ?? false,
            weightsChanged: manifest?.review?.model != model)
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
        try ledger?.forEachRow(of: month.adding(-1)) { row in
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
