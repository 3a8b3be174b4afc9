import Matching
import Roster
import Tabular

/// All evidence of a month, by person.
struct MonthEvidence: Sendable {
    /// What came in, in the order of sources and file names; the evidence itself is taken out.
    let files: [FileOutcome]
    private let evidence: Chunked<Evidence>
    /// Index of the first piece of each slot in `order`, and one more at the end.
    private let starts: [Int32]
    private let order: [Chunked<Evidence>.Place]
    /// The slots that `starts` begins and ends with.
    private let slots: Range<Int>
    /// Where the evidence lies if it may not all be held; then none is here.
    private let runs: EvidenceRuns?
    /// What became of records that no tier settled; what they gave is among the evidence.
    var review = ReviewOutcome.empty
    /// People whose ID number a source carries under too many names: what it says of them is nobody's.
    var overused: Set<SourceAndPerson> = []

    /// Sorts evidence about the people in `slots` by person: a counting sort, because slots are small numbers.
    init(_ evidence: Chunked<Evidence>, slots: Range<Int>, files: [FileOutcome], runs: EvidenceRuns? = nil) {
        var starts = [Int32](repeating: 0, count: slots.count + 1)
        evidence.forEachSlot { slot, _ in starts[slot - slots.lowerBound + 1] += 1 }
        for slot in 0..<slots.count { starts[slot + 1] += starts[slot] }
        var next = starts
        var order = [Chunked<Evidence>.Place](repeating: .first, count: evidence.count)
        evidence.forEachSlot { slot, place in
            order[Int(next[slot - slots.lowerBound])] = place
            next[slot - slots.lowerBound] += 1
        }
        (self.evidence, self.starts, self.order, self.files) = (evidence, starts, order, files)
        (self.slots, self.runs) = (slots, runs)
    }

    /// All the evidence of a month of so many people.
    init(_ evidence: [Evidence], people: Int, files: [FileOutcome]) {
        self.init(Chunked(evidence), slots: 0..<people, files: files)
    }

    /// How often evidence was spilled.
    var spillCount: Int { runs?.spillCount ?? 0 }

    /// The evidence about one person.
    func of(_ slot: Int) -> [Evidence] {
        let place = slot - slots.lowerBound
        let places = Int(starts[place])..<Int(starts[place + 1])
        let found = places.isEmpty ? [] : order[places].map { evidence[$0] }
        return overused.isEmpty ? found : found.filter { !isOverused($0) }
    }

    private func isOverused(_ piece: Evidence) -> Bool {
        overused.contains(SourceAndPerson(source: piece.reference.source, slot: piece.person))
    }

    /// The evidence about the people in `slots`, in memory. Exit 74 if it can't be read from the scratch file.
    func of(slots: Range<Int>) throws -> MonthEvidence {
        guard let runs else { return self }
        var part = MonthEvidence(Chunked(try runs.evidence(of: slots)), slots: slots, files: [])
        part.overused = overused
        return part
    }

    /// Links by source and grade, those of some slots left out.
    func links(leavingOut slots: Set<Int>) throws -> [SourceName: [MatchGrade: Int]] {
        var links: [SourceName: [MatchGrade: Int]] = [:]
        for file in files {
            for table in file.tables { links[file.item.source, default: [:]].merge(table.yield.links) { $0 + $1 } }
        }
        for link in review.links {
            let group = review.groups[link.group]
            links[group.source, default: [:]][link.grade, default: 0] += group.records.count
        }
        for slot in slots.union(overused.map { Int($0.slot.index) }).sorted() {
            var part = try of(slots: slot..<slot + 1)
            part.overused = []
            for piece in part.of(slot) where slots.contains(slot) || isOverused(piece) {
                links[piece.reference.source]?[piece.grade]? -= 1
            }
        }
        return links.mapValues { $0.filter { $0.value > 0 } }.filter { !$0.value.isEmpty }
    }
}

/// Scans every source but the roster against the spine.
struct EvidenceStage: Sendable {
    let reading: FileReading
    /// Looks at records that no tier settles; `nil`: nobody does.
    let review: ReviewStage?
    /// An ID number under more names than this in one source is no key there.
    let mostNamesOfAnID: Int

    /// The evidence in `items`, which are in the order of sources and file names.
    func read(_ items: [InputItem], roster: MonthRoster) async throws -> MonthEvidence {
        let linker = roster.linker
        let sample = TrainingSample(people: linker.spine.count)
        var files: [FileOutcome] = []
        var evidence = Chunked<Evidence>()
        try await reading.read(
            items,
            work: { TableWork.evidence(of: $0, linker: linker, sample: sample) },
            take: { outcome in
                var lean = outcome
                for index in lean.tables.indices {
                    evidence.append(lean.tables[index].yield.evidence)
                    lean.tables[index].yield.evidence = Chunked()
                }
                files.append(lean)
            })
        let settled = try await review?.settle(files, among: roster.registrations) ?? .empty
        try await add(settled.evidence, to: &evidence)
        for index in files.indices { files[index].forgetUnsettled() }
        let runs = await reading.settings.evidence?.finish()
        var result = MonthEvidence(
            evidence, slots: 0..<(runs == nil ? linker.spine.count : 0), files: files, runs: runs)
        result.review = settled
        result.overused = overused(in: result.files, roster)
        return result
    }

    private func overused(in files: [FileOutcome], _ roster: MonthRoster) -> Set<SourceAndPerson> {
        var names: [SourceName: OverusedNumbers] = [:]
        for file in files {
            for table in file.tables {
                names[file.item.source, default: OverusedNumbers()].merge(table.yield.otherNames)
            }
        }
        return names.reduce(into: []) { found, entry in
            for slot in entry.value.slots(above: mostNamesOfAnID, names: roster.names) {
                found.insert(SourceAndPerson(source: entry.key, slot: slot))
            }
        }
    }

    private func add(_ more: [Evidence], to evidence: inout Chunked<Evidence>) async throws {
        guard let store = reading.settings.evidence else { return evidence.append(Chunked(more)) }
        var yield = BatchYield()
        yield.evidence = Chunked(more)
        try await store.begin(file: "").take(from: &yield)
    }
}

extension FileOutcome {
    /// Drops the records that are settled by now, and what was trained with.
    fileprivate mutating func forgetUnsettled() {
        for index in tables.indices { (tables[index].yield.unsettled, tables[index].yield.sample) = (Chunked(), []) }
    }
}

extension TableWork {
    /// The scan of a source's tables against the spine.
    static func evidence(
        of source: SourceDefinition, linker: Linker, sample: TrainingSample = TrainingSample(people: 0)
    ) -> TableWork {
        TableWork(
            sieve: { EvidenceScan(table: $0).sieve(for: linker) },
            yield: { table, batch in
                EvidenceScan(table: table, periodField: source.periodField, sample: sample)
                    .evidence(in: batch, linker: linker)
            })
    }
}
