import Matching
import Roster
import Tabular

/// All evidence of a month, by person.
struct MonthEvidence: Sendable {
    /// What came in, in the order of sources and file names; the evidence itself is taken out.
    let files: [FileOutcome]
    private let evidence: [Evidence]
    /// Index of the first piece of each slot in `order`, and one more at the end.
    private let starts: [Int32]
    private let order: [Int32]

    /// Sorts evidence by person: a counting sort, because slots are small numbers.
    init(_ evidence: [Evidence], people: Int, files: [FileOutcome]) {
        var starts = [Int32](repeating: 0, count: people + 1)
        for piece in evidence { starts[Int(piece.person.index) + 1] += 1 }
        for slot in 0..<people { starts[slot + 1] += starts[slot] }
        var next = starts
        var order = [Int32](repeating: 0, count: evidence.count)
        for (index, piece) in evidence.enumerated() {
            let slot = Int(piece.person.index)
            order[Int(next[slot])] = Int32(index)
            next[slot] += 1
        }
        (self.evidence, self.starts, self.order, self.files) = (evidence, starts, order, files)
    }

    /// The evidence about one person.
    func of(_ slot: Int) -> [Evidence] {
        let places = Int(starts[slot])..<Int(starts[slot + 1])
        return places.isEmpty ? [] : order[places].map { evidence[Int($0)] }
    }

    /// Links by source and grade, those of some slots left out.
    func links(leavingOut slots: Set<Int>) -> [SourceName: [MatchGrade: Int]] {
        var links: [SourceName: [MatchGrade: Int]] = [:]
        for piece in evidence where slots.isEmpty || !slots.contains(Int(piece.person.index)) {
            links[piece.reference.source, default: [:]][piece.grade, default: 0] += 1
        }
        return links
    }
}

/// Scans every source but the roster against the spine.
struct EvidenceStage: Sendable {
    let reading: FileReading

    /// The evidence in `items`, which are in the order of sources and file names.
    func read(_ items: [InputItem], roster: MonthRoster) async throws -> MonthEvidence {
        let linker = roster.linker
        var files: [FileOutcome] = []
        var evidence: [Evidence] = []
        try await reading.read(
            items,
            work: { TableWork.evidence(of: $0, linker: linker) },
            take: { outcome in
                var lean = outcome
                for index in lean.tables.indices {
                    evidence += lean.tables[index].yield.evidence
                    lean.tables[index].yield.evidence = []
                }
                files.append(lean)
            })
        return MonthEvidence(evidence, people: linker.spine.count, files: files)
    }
}

extension TableWork {
    /// The scan of a source's tables against the spine.
    static func evidence(of source: SourceDefinition, linker: Linker) -> TableWork {
        TableWork(
            sieve: { EvidenceScan(table: $0).sieve(for: linker) },
            yield: { table, batch in
                EvidenceScan(table: table, periodField: source.periodField).evidence(in: batch, linker: linker)
            })
    }
}
