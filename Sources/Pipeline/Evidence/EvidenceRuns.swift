import Roster

/// The evidence of a month, partly on disk, found by person.
struct EvidenceRuns: Sendable {
    /// In the order in which they were written.
    private let runs: [SpilledRun]
    /// What came after the last run: by slot, then as it came in.
    private let rest: [PlacedEvidence]
    private let discarded: Set<Int>

    init(runs: [SpilledRun], rest: [PlacedEvidence], discarded: Set<Int>) {
        self.runs = runs
        self.rest = rest
        self.discarded = discarded
    }

    /// How often the scratch file was written to.
    var spillCount: Int { runs.count }

    /// The evidence about the people in `slots`: that of each in the order of files and rows. Exit 74 if it can't be read.
    func evidence(of slots: Range<Int>) throws -> [Evidence] {
        var pieces: [PlacedEvidence] = []
        for run in runs { pieces += try run.pieces(of: slots) }
        pieces += rest[index(of: slots.lowerBound)..<index(of: slots.upperBound)]
        if !discarded.isEmpty { pieces.removeAll { discarded.contains($0.part) } }
        let order = pieces.indices.sorted { (pieces[$0].part, $0) < (pieces[$1].part, $1) }
        return order.map { pieces[$0].evidence }
    }

    /// Index in `rest` of the first piece of this slot or a later one.
    private func index(of slot: Int) -> Int {
        var (low, high) = (0, rest.count)
        while low < high {
            let middle = (low + high) / 2
            if Int(rest[middle].evidence.person.index) < slot { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
