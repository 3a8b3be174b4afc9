import Matching
import Roster
import Tabular

/// Scans every source but the roster against the spine.
///
/// Household books come first, where they are asked about: the members that they add to the spine are looked for in all
/// other sources.
struct EvidenceStage: Sendable {
    let reading: FileReading
    /// Looks at records that no tier settles; `nil`: nobody does.
    let review: ReviewStage?
    /// An ID number under more names than this in one source is no key there.
    let mostNamesOfAnID: Int
    /// Finds the households of registered people; `nil`: nobody asks about them.
    let households: HouseholdStage?
    /// What is kept besides the records of registered people.
    let options: ScanOptions
    /// Gives a place for evidence that may not all be held, for so many people; `nil`: all is held.
    let store: (@Sendable (_ people: Int) throws -> EvidenceStore)?

    /// The evidence in `items`, which are in the order of sources and file names.
    func read(_ items: [InputItem], roster: MonthRoster) async throws -> MonthEvidence {
        let booksFirst = households == nil ? [] : items.filter { isBook($0) }
        let first = try await scan(booksFirst, linker: roster.linker, into: nil)
        let read = first.files.filter { $0.sameAs == nil }.map(\.item)
        let books =
            try await households?.books(read, entries: first.evidence, spine: roster.linker.spine) ?? .none
        let linker =
            books.relatives.isEmpty ? roster.linker : roster.linker.adding(relatives: books.relatives)
        let store = try store?(linker.spine.count)
        var found = try await scan(items.filter { !booksFirst.contains($0) }, linker: linker, into: store)
        try await found.add(first, store)
        found.sort(by: items)
        var result = try await settle(&found, roster, store, slots: linker.spine.count)
        (result.books, result.registered, result.loans) = (books, roster.registrations.count, found.loans)
        return result
    }

    private func isBook(_ item: InputItem) -> Bool {
        reading.definitions[item.source]?.kind == .household
    }

    private func scan(_ items: [InputItem], linker: Linker, into store: EvidenceStore?) async throws -> ScannedFiles {
        var options = options
        options.sample = TrainingSample(people: linker.spine.people.count)
        let kept = options
        var reading = reading
        reading.settings.evidence = store
        var found = ScannedFiles()
        try await reading.read(
            items, work: { TableWork.evidence(of: $0, linker: linker, kept) }, take: { found.append($0) })
        return found
    }

    /// Has the records that no tier settled looked at, and puts all evidence in the order of people.
    private func settle(
        _ found: inout ScannedFiles, _ roster: MonthRoster, _ store: EvidenceStore?, slots: Int
    ) async throws -> MonthEvidence {
        let settled = try await review?.settle(found.files, among: roster.registrations) ?? .empty
        try await found.add(settled.evidence, store)
        for index in found.files.indices { found.files[index].forgetUnsettled() }
        let runs = await store?.finish()
        var result = MonthEvidence(
            found.evidence, slots: 0..<(runs == nil ? slots : 0), files: found.files, runs: runs)
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
}

/// What files gave, the evidence taken out of them.
private struct ScannedFiles {
    var files: [FileOutcome] = []
    var evidence = Chunked<Evidence>()
    var loans: [PlacedLoan] = []

    mutating func append(_ outcome: FileOutcome) {
        var lean = outcome
        for index in lean.tables.indices {
            evidence.append(lean.tables[index].yield.evidence)
            lean.tables[index].yield.loans.append(to: &loans)
            lean.tables[index].yield.evidence = Chunked()
            lean.tables[index].yield.loans = Chunked()
        }
        files.append(lean)
    }

    /// Takes in files that were read before.
    mutating func add(_ first: ScannedFiles, _ store: EvidenceStore?) async throws {
        files += first.files
        loans += first.loans
        guard let store else {
            var all = first.evidence
            all.append(evidence)
            evidence = all
            return
        }
        var yield = BatchYield()
        yield.evidence = first.evidence
        try await store.begin(file: first.files.first?.item.name ?? "").take(from: &yield)
    }

    /// Takes in evidence that was found afterwards.
    mutating func add(_ more: [Evidence], _ store: EvidenceStore?) async throws {
        guard let store else { return evidence.append(Chunked(more)) }
        var yield = BatchYield()
        yield.evidence = Chunked(more)
        try await store.begin(file: "").take(from: &yield)
    }

    /// Puts the files in the order of these items.
    mutating func sort(by items: [InputItem]) {
        let places = Dictionary(items.enumerated().map { ($1.name, $0) }) { first, _ in first }
        files.sort { (places[$0.item.name] ?? 0) < (places[$1.item.name] ?? 0) }
    }
}

extension FileOutcome {
    /// Drops the records that are settled by now, and what was trained with.
    fileprivate mutating func forgetUnsettled() {
        for index in tables.indices { (tables[index].yield.unsettled, tables[index].yield.sample) = (Chunked(), []) }
    }
}

/// What a scan keeps besides the records of registered people.
struct ScanOptions: Sendable {
    var sample = TrainingSample(people: 0)
    var relatives = RelativeRecords.none
    var judgesLoans = false
}

extension TableWork {
    /// The scan of a source's tables against the spine.
    static func evidence(
        of source: SourceDefinition, linker: Linker, _ options: ScanOptions = ScanOptions()
    ) -> TableWork {
        @Sendable func scan(_ table: BoundTable) -> EvidenceScan {
            EvidenceScan(
                table: table, periodField: source.periodField, sample: options.sample, relatives: options.relatives,
                judgesLoans: options.judgesLoans)
        }
        return TableWork(
            sieve: { scan($0).sieve(for: linker) },
            yield: { table, batch in scan(table).evidence(in: batch, linker: linker) })
    }
}
