/// A pair of rows with its weight.
package struct ScoredPair: Sendable, Equatable {
    /// Row of the left list, from 0.
    package let left: Int32
    /// Row of the right list, from 0.
    package let right: Int32
    package let pattern: LevelPattern
    /// The odds of a match in bits, the prior among them.
    package let bits: Double
    /// That they are one person's; where lists are one-to-one, rivals for a row share it.
    package internal(set) var probability: Double
    package let isVetoed: Bool

    /// Whether the pair counts as one person's without anybody looking.
    package func isLink(_ model: LinkageModel) -> Bool {
        probability >= model.linkThreshold && !isVetoed
    }
}

/// The pairs of a linkage put together.
package enum PairList {
    /// Sorts pairs by their rows, lets rivals share where rows stand for one person each, and drops what lies below the
    /// model's threshold for review.
    package static func finished(_ pairs: [ScoredPair], _ model: LinkageModel, _ table: LinkageTable) -> [ScoredPair] {
        var pairs = pairs.sorted { ($0.left, $0.right) < ($1.left, $1.right) }
        if model.assignment != .open, !table.isOneList {
            shareAmongRivals(&pairs, table, sharesLeft: model.assignment == .oneToOne)
        }
        pairs.removeAll { $0.probability < model.reviewThreshold }
        return pairs
    }

    /// If a row has at most one match, a pair's chance is its odds against nobody's and all its rivals'. Two rivals of
    /// equal weight keep at most one half each: neither is a link.
    private static func shareAmongRivals(_ pairs: inout [ScoredPair], _ table: LinkageTable, sharesLeft: Bool) {
        var left = [Double](repeating: 0, count: table.leftCount)
        var right = [Double](repeating: 0, count: table.rightCount)
        for pair in pairs {
            let odds = PairList.odds(pair)
            left[Int(pair.left)] += odds
            right[Int(pair.right)] += odds
        }
        for index in pairs.indices {
            let odds = PairList.odds(pairs[index])
            let rivals = sharesLeft ? left[Int(pairs[index].left)] - odds : 0
            let all = rivals + right[Int(pairs[index].right)]
            pairs[index].probability = odds / (1 + all)
        }
    }

    /// Odds, cut where they would no longer be told apart from certainty.
    private static func odds(_ pair: ScoredPair) -> Double {
        let probability = min(pair.probability, 1 - 1e-15)
        return probability / (1 - probability)
    }
}
