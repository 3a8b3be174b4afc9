import Decisions
import Digest
import Foundation
import Ledger
package import Logging
import Matching
import Normalization
import Reports
import Roster
import Tabular

/// One run: a month's exports in, a published month out.
///
/// Roster first, because all else is matched against it; then every other source side by side; then decisions, person by
/// person; then the ledger's one transaction and the folder's one rename.
package struct MonthRun: Sendable {
    let request: RunRequest
    let definition: PipelineDefinition
    let log: Logger
    /// Another pipeline that is to decide the same evidence, so that what it asks for is read too.
    let alternative: PipelineDefinition?

    package init(
        _ request: RunRequest, definition: PipelineDefinition, log: Logger, alternative: PipelineDefinition? = nil
    ) {
        self.request = request
        self.definition = definition
        self.log = log
        self.alternative = alternative
    }

    /// Runs all stages. Whatever it throws is a `RunError`: then nothing was published.
    package func execute() async throws -> RunSummary {
        do {
            return try await request.isDryRun ? runWithScratch() : run()
        } catch let error as RunError {
            throw error
        } catch {
            throw RunError(describing: error)
        }
    }

    private func runWithScratch() async throws -> RunSummary {
        try await withScratch { try await $0.run() }
    }

    /// Runs with a scratch folder for what is not to stay: the output folder and the ledger, if they are not there yet.
    func withScratch<Result>(_ body: (MonthRun) async throws -> Result) async throws -> Result {
        let scratch = FileManager.default.temporaryDirectory.appending(path: "taizhang-\(RunIdentity.current.id)").path
        try Folder.create(scratch)
        // A scratch folder that stays behind is the system's to clear.
        defer { try? FileManager.default.removeItem(atPath: scratch) }
        var request = request
        if !Folder.isFolder(request.output, followingLink: true) { request.output = scratch }
        if !Folder.exists(request.ledger) { request.ledger = "\(scratch)/ledger.sqlite" }
        return try await body(MonthRun(request, definition: definition, log: log, alternative: alternative))
    }

    private func run() async throws -> RunSummary {
        var clock = StageClock()
        return try await withMonth(&clock) { month, ledger, clock in
            let publication = Publication(
                run: self, ledger: ledger, inputs: month.inputs, gates: month.gates, missing: month.missing)
            // Nobody else holds them, so that they are gone when people are decided and only files are left to write.
            let (roster, evidence) = (month.roster, month.evidence)
            _ = consume month
            let summary = try await publication.publish(consume roster, consume evidence, clock: &clock)
            keepRecord(of: summary)
            return summary
        }
    }

    /// Reads and matches the month, and gives it to `body`; the output folder is locked meanwhile.
    func withMonth<Result>(
        _ clock: inout StageClock,
        _ body: (consuming GatheredMonth, Ledger?, inout StageClock) async throws -> Result
    ) async throws -> Result {
        try Folder.createIfAbsent(request.output)
        let lock = try OutputLock(folder: request.output, holder: RunIdentity.current.holder)
        defer { withExtendedLifetime(lock) {} }
        let inventory = try InputInventory(of: request.data, sources: definition.sources)
        let gateKeeper = gateKeeper()
        let absent = try checkPresence(of: inventory, gateKeeper)
        try await Settling(definition.settling).wait(for: inventory.all)

        let ledger = definition.outputs.ledger ? try Ledger.open(request.ledger, access: .write) : nil
        // By then everything is committed or given up: closing can lose nothing.
        defer { try? ledger?.close() }
        // Before the history: whatever comes in from here on makes the plan outdated.
        let broughtIn = try ledger?.intakeState(upTo: request.month) ?? IntakeState()
        let roster = try await readRoster(inventory, ledger)
        clock.end("roster", log)
        try request.memory.map(MemoryPlan.init)?.check(roster)
        let decisions = try ReviewDecisions(
            ledger, answers: try AnswerBook(files: request.answers).decisions(undated: request.month.lastDay))
        let evidence = try await readEvidence(inventory, roster, decisions)
        clock.end("sources", log)
        if evidence.spillCount > 0 { log.info("evidence spilled", metadata: ["runs": "\(evidence.spillCount)"]) }
        let inputs = MonthInputs(
            definition, roster: roster, evidence: evidence, decisions: decisions,
            closed: try ledger.flatMap { try closedMonths($0, roster, evidence) },
            broughtIn: broughtIn)
        let gates = try checkContents(inputs, gateKeeper).merging(absent) { contents, _ in contents }
        let missing = definition.policy.requiredSources.filter { inputs.files[$0, default: []].isEmpty }
        return try await body(
            GatheredMonth(
                roster: consume roster, evidence: consume evidence, inputs: inputs, gates: gates, missing: missing),
            ledger, &clock)
    }

    /// Keeps the measured side of the run. The month is published by then, so that a failure is told and no more.
    private func keepRecord(of summary: RunSummary) {
        guard !request.isDryRun else { return }
        do {
            try RunRecord(summary).write(below: request.output)
        } catch {
            log.warning(
                "the record of the run could not be written",
                metadata: ["cause": "\(RunError(describing: error).message.en)"])
        }
    }
}

extension MonthRun {
    private var context: ParsingContext { definition.parsingContext(month: request.month) }
    var window: OrderedWindow { OrderedWindow(width: request.jobs) }

    private var reading: FileReading {
        FileReading(
            definitions: Dictionary(definition.sources.map { ($0.name, $0) }) { first, _ in first },
            settings: ReadingSettings(
                context: context, window: window, permits: Permits(count: request.jobs), limits: definition.limits,
                totalMarks: definition.marks.total),
            digestsInputs: definition.outputs.inputDigests)
    }

    private func readRoster(_ inventory: InputInventory, _ ledger: Ledger?) async throws -> MonthRoster {
        guard let source = definition.source(of: .unemployed), let items = inventory.items[source.name] else {
            preconditionFailure("the roster's presence was checked")
        }
        let stage = RosterStage(
            definition: definition, month: request.month, reading: reading,
            names: NameComparison(tables: definition.nameTables))
        return try await stage.read(source, items: items) { numbers in
            try ledger?.history(before: request.month, of: numbers()) ?? MonthHistory(before: request.month)
        }
    }

    private func readEvidence(
        _ inventory: InputInventory, _ roster: MonthRoster, _ decisions: ReviewDecisions
    ) async throws -> MonthEvidence {
        let items = inventory.all.filter { $0.source != roster.source.name }
        let plan = request.memory.map(MemoryPlan.init)
        let output = request.output
        let store = plan.map { plan in
            { @Sendable (people: Int) in
                try plan.check(roster, others: people - roster.registrations.count)
                return EvidenceStore(people: people, budget: plan.evidenceBytes, items: items, folder: output)
            }
        }
        let kinds = definition.policy.services.householdKinds.union(alternative?.policy.services.householdKinds ?? [])
        let review = definition.reviewModel.map {
            ReviewStage(model: $0, window: window, decisions: decisions.byFingerprint)
        }
        let stage = EvidenceStage(
            reading: reading, review: review, mostNamesOfAnID: definition.matching.mostNamesOfAnID,
            households: kinds.isEmpty ? nil : HouseholdStage(reading: reading, kinds: kinds),
            options: scanOptions, store: store)
        return try await stage.read(items, roster: roster)
    }

    /// The closed months that periods in the month's files touch; `nil` if there are none.
    private func closedMonths(
        _ ledger: Ledger, _ roster: MonthRoster, _ evidence: MonthEvidence
    ) throws -> ClosedMonths? {
        var touched: Set<Month> = []
        for table in (roster.files + evidence.files).lazy.flatMap(\.tables) {
            touched.formUnion(table.yield.periods.keys)
        }
        let closed = try ClosedMonths(ledger, before: request.month, touched: touched)
        return closed.isEmpty ? nil : closed
    }

    private func gateKeeper() -> GateKeeper {
        let previous = Manifest.published(in: "\(request.output)/\(request.month.adding(-1))")
        return GateKeeper(month: request.month, isStrict: request.isStrict, previous: previous)
    }

    /// Exit 66 for a required source without a file whose gate says stop, and for the roster always.
    private func checkPresence(
        of inventory: InputInventory, _ gateKeeper: GateKeeper
    ) throws -> [SourceName: [GateOutcome]] {
        var outcomes: [SourceName: [GateOutcome]] = [:]
        var missing: [SourceDefinition] = []
        for source in definition.sources where inventory.items[source.name] == nil {
            outcomes[source.name] = gateKeeper.outcomes(source, files: [])
            let isStopped = outcomes[source.name, default: []].contains { $0.verdict == .stopped }
            if isStopped || source.kind == .unemployed { missing.append(source) }
        }
        guard missing.isEmpty else { throw RunError(missing: missing, in: request.data) }
        return outcomes
    }

    /// Exit 65 if a gate that stops does not hold.
    private func checkContents(
        _ inputs: MonthInputs, _ gateKeeper: GateKeeper
    ) throws -> [SourceName: [GateOutcome]] {
        var outcomes: [SourceName: [GateOutcome]] = [:]
        for source in definition.sources {
            guard let files = inputs.files[source.name] else { continue }
            outcomes[source.name] = gateKeeper.outcomes(source, files: files)
            guard let stopped = outcomes[source.name]?.first(where: { $0.verdict == .stopped })?.finding else {
                continue
            }
            throw RunError(
                .inputRefused, code: "E206",
                message: LocalizedText(
                    zh: "数据源 \(source.title) 未通过关口 \(stopped.gate)：\(stopped.chinese)",
                    en: "source \(source.name) did not pass gate \(stopped.gate): \(stopped.english)"),
                hint: LocalizedText(
                    zh: "请来源单位更正，或在流程文件中把该关口改为 warn",
                    en: "have the office correct it, or set the gate to warn in the pipeline file"),
                place: request.data)
        }
        return outcomes
    }
}

/// A month that is read and matched, before anything is decided.
struct GatheredMonth: Sendable {
    let roster: MonthRoster
    let evidence: MonthEvidence
    let inputs: MonthInputs
    let gates: [SourceName: [GateOutcome]]
    /// Required sources of which nothing came.
    let missing: [SourceName]
}

/// The files of a month by source, and the digest of them all.
struct MonthInputs: Sendable {
    let files: [SourceName: [FileOutcome]]
    /// What people decided of links, now and earlier.
    let decisions: ReviewDecisions
    /// Closed months that the files speak of; `nil` if there are none.
    let closed: ClosedMonths?
    /// Digest of the last intake that is looked at; empty if there is none.
    let intakes: String
    /// Over the pipeline with its tables, every file's source, name and content, the decisions, and what was brought in
    /// by hand.
    let digest: ContentDigest

    init(
        _ definition: PipelineDefinition, roster: MonthRoster, evidence: MonthEvidence, decisions: ReviewDecisions,
        closed: ClosedMonths?, broughtIn: IntakeState
    ) {
        (self.decisions, self.closed, intakes) = (decisions, closed, broughtIn.head)
        files = Dictionary(grouping: roster.files + evidence.files, by: \.item.source)
        var builder = DigestBuilder()
        builder.update(definition.texts.digestInput)
        for source in files.keys.sorted() {
            for file in files[source, default: []] {
                builder.update("\(source)\u{0}\(file.item.name)\u{0}\(file.digest?.description ?? "")\u{0}")
            }
        }
        builder.update(decisions.digestInput)
        builder.update(broughtIn.sayings)
        builder.update(closed?.digestInput ?? "")
        digest = builder.finalize()
    }
}
