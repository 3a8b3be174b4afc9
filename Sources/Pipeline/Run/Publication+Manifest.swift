import Digest
import Ledger
import Matching
import Reports
import Roster

extension Publication {
    /// The manifest of what stands in the working folder. Ends the rows that go to the ledger.
    func manifest(of content: MonthContent, in draft: MonthDraft) throws -> Manifest {
        let (definition, plan) = (run.definition, draft.plan)
        let head = try draft.writer?.seal() ?? plan.current?.chainHead
        return Manifest(
            month: run.request.month.description, revision: plan.number,
            program: .init(version: ProgramVersion.current),
            pipeline: .init(
                name: definition.name, sha256: ContentDigest(of: definition.texts.digestInput).description,
                matching: definition.matchingDigest.description),
            ledger: .init(
                head: head?.description ?? "", previous: plan.previousChainHead?.description,
                identity: plan.identity.description),
            sources: entries(content.sources), links: links(content),
            people: counts(content.people, outOfScope: content.outOfScope),
            gates: content.sources.flatMap(gateEntries), outputs: try outputs(in: draft.folder),
            damagedIDs: Dictionary(content.damaged.map { ($0.text, $1) }) { first, _ in first },
            overusedIDs: Dictionary(content.overused.map { ($0.text, $1) }) { first, _ in first },
            linkChanges: texts(content.linkChanges), review: content.review,
            services: definition.serviceParts.isEmpty ? nil : Manifest.Services(content.people.services))
    }

    private func entries(_ sources: [SourceSummary]) -> [String: Manifest.Source] {
        var entries: [String: Manifest.Source] = [:]
        for source in sources {
            guard let files = inputs.files[source.source] else { continue }
            let repeated = files.filter { $0.sameAs != nil }.map(Manifest.File.init(repeated:))
            entries[source.source.text] = Manifest.Source(
                required: source.isRequired, files: source.files.map(Manifest.File.init) + repeated)
        }
        return entries
    }

    private func links(_ content: MonthContent) -> Manifest.Links {
        var registered: [String: [String: Int]] = [:]
        for source in content.sources {
            let listed = source.registeredLinks.listed.map { ($0.key.rawValue, $0.count) }
            if !listed.isEmpty { registered[source.source.text] = Dictionary(listed) { $0 + $1 } }
        }
        let relatives = content.relativeLinks.map { source, grades in
            (source.text, Dictionary(grades.map { ($0.key.rawValue, $0.value) }) { $0 + $1 })
        }
        return Manifest.Links(registered: registered, relatives: Dictionary(relatives) { first, _ in first })
    }

    private func counts(_ summary: MonthSummary, outOfScope: Int) -> Manifest.People {
        Manifest.People(
            registered: summary.people, outOfScope: outOfScope, tracked: summary.coverage.tracked,
            needingVerification: summary.needingVerification, onWorkLists: summary.onWorkList,
            vanished: summary.vanished, statuses: texts(summary.statuses), rules: texts(summary.rules),
            changes: texts(summary.changes))
    }

    private func texts(_ tally: Tally<StatusCode>) -> [String: Int] {
        Dictionary(tally.keys.map { ($0.text, tally[$0]) }) { $0 + $1 }
    }

    private func texts(_ tally: Tally<String>) -> [String: Int] {
        Dictionary(tally.keys.map { ($0, tally[$0]) }) { $0 + $1 }
    }

    private func texts(_ changes: [SourceName: Tally<LinkChange.Kind>]) -> [String: [String: Int]] {
        Dictionary(
            changes.map { source, tally in
                (source.text, Dictionary(tally.keys.map { ($0.rawValue, tally[$0]) }) { $0 + $1 })
            }
        ) { first, _ in first }
    }

    private func texts(_ tally: Tally<ChangeKind>) -> [String: Int] {
        Dictionary(tally.keys.map { ($0.rawValue, tally[$0]) }) { $0 + $1 }
    }

    private func gateEntries(_ source: SourceSummary) -> [Manifest.Gate] {
        source.gates.map { gate in
            Manifest.Gate(
                source: source.source.text, gate: gate.finding.gate, verdict: gate.verdict.rawValue,
                detail: gate.finding.chinese)
        }
    }

    private func outputs(in folder: WorkFolder) throws -> [Manifest.Output] {
        try Folder.files(below: folder.path).map { name in
            let path = "\(folder.path)/\(name)"
            let digest = try FileDigest.of(path, name: name)
            return Manifest.Output(name: name, bytes: try FileStatus(of: path).size, sha256: digest.description)
        }
    }
}

extension Manifest.Services {
    /// The figures of a month.
    init(_ summary: ServiceSummary) {
        func texts<Key>(_ tally: Tally<Key>) -> [String: Int] where Key: RawRepresentable<String> {
            Dictionary(tally.keys.map { ($0.rawValue, tally[$0]) }) { $0 + $1 }
        }
        func named<Outer, Value>(_ values: [Outer: Value]) -> [String: Value] where Outer: RawRepresentable<String> {
            Dictionary(values.map { ($0.key.rawValue, $0.value) }) { first, _ in first }
        }
        self.init(
            eligibility: named(summary.eligibility).mapValues(texts),
            difficulty: summary.difficulty.mapValues(texts),
            exits: Dictionary(summary.exits.keys.map { ($0, summary.exits[$0]) }) { $0 + $1 },
            help: named(summary.help.mapValues { items in named(items.mapValues(Manifest.Help.init)) }),
            deadlines: named(summary.deadlines).mapValues(texts), actsBeyondCalendar: summary.actsBeyondCalendar,
            subsidy: texts(summary.allowance), loans: texts(summary.loans),
            interestSubsidy: summary.interestSubsidy.description,
            loanConditions: named(summary.loanConditions).mapValues(texts))
    }
}

extension Manifest.Help {
    fileprivate init(_ total: ServiceSummary.HelpTotal) {
        self.init(people: total.people, owed: total.owed, given: total.given, gap: total.gap)
    }
}

extension Manifest.Review {
    /// The figures of a month's comparison.
    init(_ outcome: ReviewOutcome, model: String) {
        self.init(
            model: model, open: Dictionary(grouping: outcome.open, by: \.outcome.rawValue).mapValues(\.count),
            answered: Dictionary(grouping: outcome.pairs.compactMap(\.answer)) { "\($0)" }.mapValues(\.count),
            skippedBlocks: outcome.result?.blocks.reduce(0) { $0 + $1.skippedBlocks } ?? 0,
            quality: AnswerFigures(outcome.quality))
    }
}

extension Manifest.File {
    fileprivate init(_ file: FileSummary) {
        self.init(
            name: file.name, sha256: file.sha256, bytes: file.bytes, encoding: file.encoding, rows: file.rows,
            records: file.records, quarantined: Manifest.File.texts(file.quarantined), sameAs: nil,
            remarks: Manifest.File.texts(file.remarks))
    }

    /// A file that was not read because an earlier one has the same content.
    fileprivate init(repeated file: FileOutcome) {
        self.init(
            name: file.item.name, sha256: file.digest?.description ?? "", bytes: file.item.size, encoding: "", rows: 0,
            records: 0, quarantined: [:], sameAs: file.sameAs, remarks: [:])
    }

    private static func texts(_ tally: Tally<FindingCode>) -> [String: Int] {
        Dictionary(tally.keys.map { ($0.rawValue, tally[$0]) }) { $0 + $1 }
    }
}
