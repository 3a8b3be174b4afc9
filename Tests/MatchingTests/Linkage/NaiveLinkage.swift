import Foundation

@testable import Matching

/// A linkage by brute force: all pairs, blocking rules tested on the values' text, weights added up by the formula.
struct NaiveLinkage {
    /// A pair of rows with its weight.
    struct Pair {
        let left: Int
        let right: Int
        let levels: [Int]
        let bits: Double
        var probability: Double
        let isVetoed: Bool
    }

    /// A pair of rows.
    struct Rows: Hashable {
        let left: Int
        let right: Int
    }

    let model: LinkageModel
    let left: [[String]]
    /// `nil`: the left list is compared with itself.
    let right: [[String]]?

    var comparison: NaiveComparison { NaiveComparison(fields: model.fields, tables: LinkageSamples.tables) }
    private var others: [[String]] { right ?? left }

    /// All pairs of the lists, whether a rule brings them or not.
    var allPairs: [Rows] {
        left.indices.flatMap { row in
            others.indices.compactMap { right != nil || row < $0 ? Rows(left: row, right: $0) : nil }
        }
    }

    /// The pairs that some rule brings, and what each rule brings.
    func candidates() -> (pairs: Set<Rows>, counts: [CandidatePairs.BlockCount]) {
        var (pairs, counts) = (Set<Rows>(), [CandidatePairs.BlockCount]())
        for rule in model.blocking {
            let (found, count) = agreeing(on: rule)
            pairs.formUnion(found)
            counts.append(count)
        }
        return (pairs, counts)
    }

    private func agreeing(on rule: BlockingRule) -> (Set<Rows>, CandidatePairs.BlockCount) {
        let (first, second) = (left.map { key(rule, $0) }, others.map { key(rule, $0) })
        let all = allPairs.filter { first[$0.left] != nil && first[$0.left] == second[$0.right] }
        var (pairs, count) = (Set<Rows>(), CandidatePairs.BlockCount())
        for block in Dictionary(grouping: all, by: { first[$0.left] ?? [] }).values {
            if block.count > model.blockCap {
                count.skippedBlocks += 1
                count.skippedPairs += block.count
            } else {
                count.pairs += block.count
                pairs.formUnion(block)
            }
        }
        return (pairs, count)
    }

    /// The parts on which rows of a block agree; `nil` where one is missing.
    private func key(_ rule: BlockingRule, _ row: [String]) -> [String]? {
        let parts = rule.parts.map { part(row[$0.field], $0.derivation) }
        return parts.contains(nil) ? nil : parts.compactMap(\.self)
    }

    private func part(_ value: String, _ derivation: BlockingPart.Derivation) -> String? {
        if value.isEmpty { return nil }
        switch derivation {
        case .whole: return value
        case .variant: return comparison.variant(value).map(String.init).joined()
        case .homophone: return comparison.sound(value).joined(separator: " ")
        case .first(let count): return value.unicodeScalars.count < count ? nil : String(value.prefix(count))
        case .last(let count): return value.unicodeScalars.count < count ? nil : String(value.suffix(count))
        case .birth:
            let birth = value.dropFirst(6).prefix(8)
            return value.utf8.count == 18 && !birth.contains("*") ? String(birth) : nil
        }
    }
}

extension NaiveLinkage {
    /// The linked pairs and those for review, weighed one by one.
    func pairs(_ weights: TrainedWeights, _ table: LinkageTable) -> [Pair] {
        let scale = NaiveScale(self, weights, table)
        let weighed = candidates().pairs.map { scale.pair($0) }
        // Where rivals share, pairs without a chance are no rivals.
        let least = model.assignment != .open ? min(model.reviewThreshold, 0.01) : model.reviewThreshold
        let kept = weighed.filter { $0.probability >= least }
        let shared = model.assignment != .open && right != nil ? kept.map { sharing($0, with: kept) } : kept
        return shared.filter { $0.probability >= model.reviewThreshold }
            .sorted { ($0.left, $0.right) < ($1.left, $1.right) }
    }

    private func sharing(_ pair: Pair, with all: [Pair]) -> Pair {
        let rivals = all.filter { $0.left == pair.left && model.assignment == .oneToOne || $0.right == pair.right }
        var shared = pair
        shared.probability = odds(pair) / (1 + rivals.reduce(0) { $0 + odds($1) })
        return shared
    }

    private func odds(_ pair: Pair) -> Double { exp2(min(pair.bits, 49)) }
}

/// Weighs pairs by log2(m/u), the rarity of values and the prior.
private struct NaiveScale {
    let linkage: NaiveLinkage
    let weights: TrainedWeights
    let structures: [IDStructure?]
    /// By field: how often each value occurs in both lists.
    let counts: [[String: Int]]
    let totals: [Int]
    let prior: Double

    init(_ linkage: NaiveLinkage, _ weights: TrainedWeights, _ table: LinkageTable) {
        (self.linkage, self.weights) = (linkage, weights)
        let fields = linkage.model.fields
        structures = fields.indices.map { fields[$0].kind == .id ? IDStructure(table, field: $0) : nil }
        let all = linkage.left + (linkage.right ?? linkage.left)
        counts = fields.indices.map { field in
            Dictionary(grouping: all.map { $0[field] }.filter { !$0.isEmpty }, by: \.self).mapValues(\.count)
        }
        totals = counts.map { $0.values.reduce(0, +) }
        let smaller = min(linkage.left.count, (linkage.right ?? linkage.left).count)
        prior = min(0.5, weights.matchedShare * Double(smaller) / Double(linkage.allPairs.count))
    }

    func pair(_ rows: NaiveLinkage.Rows) -> NaiveLinkage.Pair {
        let (left, right) = (linkage.left[rows.left], (linkage.right ?? linkage.left)[rows.right])
        let levels = linkage.comparison.levels(left, right)
        let bits = levels.enumerated().reduce(log2(prior / (1 - prior))) { sum, item in
            item.element == 0 ? sum : sum + self.bits(item.offset, item.element, left[item.offset], right[item.offset])
        }
        return NaiveLinkage.Pair(
            left: rows.left, right: rows.right, levels: levels, bits: bits, probability: 1 - 1 / (1 + exp2(bits)),
            isVetoed: isVetoed(levels, left, right))
    }

    private func bits(_ index: Int, _ level: Int, _ left: String, _ right: String) -> Double {
        let (field, chance) = (linkage.model.fields[index], weights.levels[index][level - 1])
        let agreement = level <= field.levels.count ? field.levels[level - 1] : nil
        if field.usesTermFrequency, agreement == .exact {
            return log2(chance.m / (Double(counts[index][left] ?? 0) / Double(totals[index])))
        }
        guard agreement == .masked, let structure = structures[index] else { return log2(chance.m / chance.u) }
        let whole = left.contains("*") ? right : left
        let shown = zip(NaiveID.shown(left), NaiveID.shown(right)).enumerated().reduce(UInt32(0)) { bits, place in
            place.element.0 && place.element.1 ? bits | 1 << UInt32(place.offset) : bits
        }
        // A stranger's number is never taken to fit with less than a chance in a million millions.
        let fitting = max(structure.chance(IDValue(Array(whole.utf8)[...]), shown: shown), 1e-12)
        return log2(chance.m / chance.u * IDStructure.maskedRate / fitting)
    }

    private func isVetoed(_ levels: [Int], _ left: [String], _ right: [String]) -> Bool {
        linkage.model.fields.indices.contains { index in
            let field = linkage.model.fields[index]
            guard field.vetoesDifference, levels[index] == field.levels.count + 1 else { return false }
            return field.kind != .id || [left, right].allSatisfy { NaiveID.state($0[index]) == .valid }
        }
    }
}
