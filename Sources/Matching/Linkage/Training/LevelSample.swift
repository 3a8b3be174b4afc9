import Tabular

/// Levels of pairs drawn at random, the same ones for the same seed.
package struct LevelSample: Sendable {
    /// By field; missing values first, then the levels.
    private var counts: [[Int]]

    /// One part of the sample, with a seed of its own.
    package init(_ comparison: PairComparison, plan: TrainingPlan, part: Int = 0, of parts: Int = 1) {
        let table = comparison.table
        counts = table.columns.map { Array(repeating: 0, count: $0.field.levels.count + 2) }
        var numbers = SeededNumbers(seed: ValueHash.joined(plan.seed, UInt64(part)))
        guard table.leftCount > 1, table.rightCount > 0 else { return }
        let pairs = min(plan.samplePairs, Int(min(table.pairCount * 4, 1e12))) / parts
        for _ in 0..<pairs {
            let (left, right) = (numbers.below(table.leftCount), numbers.below(table.rightCount))
            if table.isOneList, left == right { continue }
            for field in counts.indices { counts[field][Int(comparison.level(field, left, right))] += 1 }
        }
    }

    /// All parts of a sample, of which there is at least one.
    package init(joining parts: [LevelSample]) {
        counts = parts.first?.counts ?? []
        for part in parts.dropFirst() {
            for field in counts.indices {
                for level in counts[field].indices { counts[field][level] += part.counts[field][level] }
            }
        }
    }

    /// Shares of the levels of a field among the pairs in which both rows have a value.
    func rates(ofField field: Int) -> [Double] {
        let drawn = Double(counts[field].dropFirst().reduce(0, +))
        return counts[field].dropFirst().map { drawn > 0 ? Double($0) / drawn : 0 }
    }

    /// Half a pair of the sample: what a level is given that no pair met.
    func floor(ofField field: Int) -> Double {
        0.5 / Double(counts[field].dropFirst().reduce(1, +))
    }
}
