import Tabular

/// Weighs pairs by a trained model.
package struct PairScorer: Sendable {
    package let comparison: PairComparison
    package let weights: TrainedWeights
    private let candidates: CandidatePairs
    /// By field and level, from 1; the first is the missing value's, 0.
    private let bits: [[Double]]
    private let prior: Double
    private let rarities: [ValueRarity?]
    private let structures: [IDStructure?]
    /// Pairs of less weight are not kept.
    private let least: Double

    package init(
        _ model: LinkageModel, _ weights: TrainedWeights, _ comparison: PairComparison, _ candidates: CandidatePairs
    ) {
        self.comparison = comparison
        self.weights = weights
        self.candidates = candidates
        let table = comparison.table
        bits = weights.levels.map { [0] + $0.map(\.bits) }
        prior = Logarithm.bits(ofProbability: weights.prior(table))
        rarities = table.columns.enumerated().map { field, column in
            column.field.usesTermFrequency ? ValueRarity(column, weights.levels[field]) : nil
        }
        structures = table.columns.enumerated().map { field, column in
            column.field.levels.contains(.masked) ? IDStructure(table, field: field) : nil
        }
        least = Logarithm.bits(ofProbability: min(model.reviewThreshold, model.assignment == .open ? 1 : 0.01))
    }

    /// The pairs worth keeping whose right row lies in `rows`, and the weights of all.
    package func score(rightRows rows: Range<Int>) -> (pairs: [ScoredPair], histogram: BitHistogram) {
        var (pairs, histogram) = ([ScoredPair](), BitHistogram())
        candidates.forEach(rightRows: rows) { left, right in
            let pattern = comparison.pattern(left, right)
            let bits = prior + weight(left, right, pattern)
            histogram.count(bits)
            if bits >= least { pairs.append(pair(left, right, pattern, bits)) }
        }
        return (pairs, histogram)
    }

    /// Any two rows, weighed, whether a blocking rule brings them together or not.
    package func pair(_ left: Int, _ right: Int) -> ScoredPair {
        let pattern = comparison.pattern(left, right)
        return pair(left, right, pattern, prior + weight(left, right, pattern))
    }

    private func pair(_ left: Int, _ right: Int, _ pattern: LevelPattern, _ bits: Double) -> ScoredPair {
        ScoredPair(
            left: Int32(left), right: Int32(right), pattern: pattern, bits: bits,
            probability: Logarithm.probability(ofBits: bits), isVetoed: isVetoed(left, right, pattern))
    }

    /// The weight of what the fields of a pair say, without the prior, in bits.
    @inline(__always)
    func weight(_ left: Int, _ right: Int, _ pattern: LevelPattern) -> Double {
        var sum = 0.0
        for field in bits.indices {
            let level = pattern[field]
            if level > 0 { sum += bits[field][level] + adjustment(field, level, left, right) }
        }
        return sum
    }

    /// The weight of each field of a pair, by field.
    package func parts(of pair: ScoredPair) -> [Double] {
        bits.indices.map { field in
            let level = pair.pattern[field]
            return level > 0 ? bits[field][level] + adjustment(field, level, Int(pair.left), Int(pair.right)) : 0
        }
    }

    /// The weight of agreement on a value. A mask or a damaged number agrees with nothing fully.
    func bestBits(_ field: Int, _ value: Int) -> Double {
        let column = comparison.table.columns[field]
        guard column.field.kind == .id else { return bits[field][1] + (rarities[field]?.bits(value) ?? 0) }
        switch column.derived.ids[value].state {
        case .valid, .other: return bits[field][1]
        case .damaged: return level(.oneEdit, of: column).map { bits[field][$0] } ?? 0
        case .masked:
            guard let level = level(.masked, of: column), let structure = structures[field] else { return 0 }
            let id = column.derived.ids[value]
            return bits[field][level]
                + Logarithm.base2(
                    IDStructure.maskedRate / max(structure.chance(id, shown: id.visible), 1e-12))
        }
    }

    private func level(_ level: ComparisonLevel, of column: LinkageColumn) -> Int? {
        column.field.levels.firstIndex(of: level).map { $0 + 1 }
    }

    /// The odds of a match before anything is compared, in bits.
    package var priorBits: Double { prior }

    /// What the rarity of the very value adds.
    @inline(__always)
    private func adjustment(_ field: Int, _ level: Int, _ left: Int, _ right: Int) -> Double {
        if let rarity = rarities[field], level == 1 {
            return rarity.bits(Int(comparison.table.columns[field].left[left]))
        }
        guard let structure = structures[field], level <= comparison.table.columns[field].field.levels.count,
            comparison.table.columns[field].field.levels[level - 1] == .masked
        else { return 0 }
        return maskBits(structure, comparison.table.columns[field], left, right)
    }

    private func maskBits(_ structure: IDStructure, _ column: LinkageColumn, _ left: Int, _ right: Int) -> Double {
        let ids = column.derived.ids
        let (first, second) = (ids[Int(column.left[left])], ids[Int(column.right[right])])
        let whole = first.state == .masked ? second : first
        let chance = structure.chance(whole, shown: first.visible & second.visible)
        return Logarithm.base2(IDStructure.maskedRate / max(chance, 1e-12))
    }

    /// Two values that are valid in themselves and differ.
    private func isVetoed(_ left: Int, _ right: Int, _ pattern: LevelPattern) -> Bool {
        for (field, column) in comparison.table.columns.enumerated() where column.field.vetoesDifference {
            guard pattern[field] == column.field.levels.count + 1 else { continue }
            if column.field.kind != .id { return true }
            let ids = column.derived.ids
            let (first, second) = (ids[Int(column.left[left])], ids[Int(column.right[right])])
            if first.state == .valid, second.state == .valid { return true }
        }
        return false
    }
}

/// What agreement on a value adds or takes because it is rare or common, in bits.
private struct ValueRarity: Sendable {
    private let byValue: [Float]

    /// The share of a value is taken over both lists.
    init(_ column: LinkageColumn, _ levels: [LevelProbability]) {
        var counts = LinkageColumn.counts(column.left, in: nil, count: column.values.count)
        let right = LinkageColumn.counts(column.right, in: nil, count: column.values.count)
        for value in counts.indices { counts[value] += right[value] }
        let total = Double(max(1, counts.reduce(0) { $0 + Int($1) }))
        let chance = levels.first?.u ?? 1
        byValue = counts.map { Float(Logarithm.base2(chance / max(Double($0) / total, 1e-12))) }
    }

    @inline(__always)
    func bits(_ value: Int) -> Double { Double(byValue[value]) }
}
