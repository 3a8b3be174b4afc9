import Roster

/// Evidence as it comes in from tables that are read side by side, in no more memory than it is given: what is above that
/// is written to a scratch file, sorted, and found again by person.
actor EvidenceStore {
    private let people: Int
    private let budget: Int
    private let folder: String
    private let ordinals: [String: Int]
    private var pieces: [PlacedEvidence] = []
    private var heldBytes = 0
    private var runs: [SpilledRun] = []
    private var file: SpillFile?
    private var partsBegun = 0
    private var discarded: Set<Int> = []

    /// - Parameters:
    ///   - people: how many slots there are.
    ///   - budget: bytes of evidence that may be held.
    ///   - items: the files, in the order in which their evidence counts.
    ///   - folder: where the scratch file is made when it is needed.
    init(people: Int, budget: Int, items: [InputItem], folder: String) {
        self.people = people
        self.budget = budget
        self.folder = folder
        ordinals = Dictionary(items.enumerated().map { ($1.name, $0) }) { first, _ in first }
    }

    /// A place for the evidence of one reading of a table. Tables of one file begin in their order.
    func begin(file: String) -> EvidencePart {
        partsBegun += 1
        return EvidencePart(store: self, number: (ordinals[file] ?? ordinals.count) << 32 | partsBegun)
    }

    /// Takes evidence of a part. Exit 73 or 74 if it has to be written and can't be.
    fileprivate func append(_ evidence: Chunked<Evidence>, part: Int) throws {
        for piece in evidence {
            heldBytes += piece.footprint
            pieces.append(PlacedEvidence(part: part, evidence: piece))
        }
        if heldBytes > budget { try spill() }
    }

    /// Drops what a part gave and gives.
    fileprivate func discard(part: Int) {
        discarded.insert(part)
    }

    /// All that came in. Nothing more may come.
    func finish() -> EvidenceRuns {
        let rest = EvidenceStore.sorted(pieces)
        pieces = []
        return EvidenceRuns(runs: runs, rest: rest, discarded: discarded)
    }

    private func spill() throws {
        let file = try self.file ?? SpillFile(in: folder)
        self.file = file
        runs.append(
            try SpilledRun(EvidenceStore.sorted(pieces), people: people, to: file, from: runs.last?.end ?? 0))
        pieces.removeAll(keepingCapacity: true)
        heldBytes = 0
    }

    /// The pieces by slot, those of one in the order in which they came.
    private static func sorted(_ pieces: [PlacedEvidence]) -> [PlacedEvidence] {
        let keys = pieces.indices.map { Int(pieces[$0].evidence.person.index) << 32 | $0 }
        return keys.sorted().map { pieces[$0 & 0xffff_ffff] }
    }
}

/// One reading of a table, as far as its evidence is concerned.
struct EvidencePart: Sendable {
    fileprivate let store: EvidenceStore
    fileprivate let number: Int

    /// Moves the evidence of a yield to the store.
    func take(from yield: inout BatchYield) async throws {
        guard !yield.evidence.isEmpty else { return }
        let evidence = yield.evidence
        yield.evidence = Chunked()
        try await store.append(evidence, part: number)
    }

    /// Drops all its evidence, because the table is read anew.
    func discard() async {
        await store.discard(part: number)
    }
}

extension Evidence {
    /// Bytes that it takes in memory, about: itself, its texts, and its box if the observation has one.
    fileprivate var footprint: Int {
        let boxed =
            switch observation {
            case .contribution, .pension, .benefit, .death, .subsidy: 64
            default: 384
            }
        return MemoryLayout<PlacedEvidence>.stride + boxed
    }
}
