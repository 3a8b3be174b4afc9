/// How many candidate pairs have each pattern of levels.
package struct PatternCounts: Sendable {
    private var counts: [LevelPattern: Int] = [:]

    package init() {}

    /// Counts the patterns of the pairs whose right row lies in `rows`.
    package init(_ comparison: PairComparison, _ candidates: CandidatePairs, rightRows rows: Range<Int>) {
        candidates.forEach(rightRows: rows) { left, right in
            counts[comparison.pattern(left, right), default: 0] += 1
        }
    }

    package mutating func add(_ other: PatternCounts) {
        counts.merge(other.counts, uniquingKeysWith: +)
    }

    /// In the order of the patterns, so that sums do not depend on hashing.
    package var sorted: [(pattern: LevelPattern, count: Int)] {
        counts.map { ($0.key, $0.value) }.sorted { $0.0.code < $1.0.code }
    }

    package var pairCount: Int { counts.values.reduce(0, +) }
}
