/// The probabilities of a model: what training finds, and what a pinned model brings along.
package struct TrainedWeights: Sendable, Equatable {
    /// By field, then by level: the model's levels in order, and one more where none holds.
    package var levels: [[LevelProbability]]
    /// How many of the rows of the smaller list are expected to have a match in the other.
    ///
    /// The chance of a match among all pairs follows from it and the sizes of the lists, so that a pinned model fits the
    /// rosters of another month.
    package var matchedShare: Double

    package init(levels: [[LevelProbability]], matchedShare: Double) {
        self.levels = levels
        self.matchedShare = matchedShare
    }

    /// The chance that any two rows of a table are one person's.
    package func prior(_ table: LinkageTable) -> Double {
        let smaller = Double(min(table.leftCount, table.rightCount))
        return min(0.5, max(1e-15, matchedShare * smaller / max(1, table.pairCount)))
    }
}

/// How often pairs meet a level.
package struct LevelProbability: Sendable, Equatable {
    /// Among pairs of one person.
    package var m: Double
    /// Among pairs of two.
    package var u: Double
    /// Some pair met it in training; else both are the floors.
    package var isTrained: Bool

    package init(m: Double, u: Double, isTrained: Bool) {
        (self.m, self.u, self.isTrained) = (m, u, isTrained)
    }

    /// The weight of evidence, in bits.
    package var bits: Double { Logarithm.base2(m / u) }
}
