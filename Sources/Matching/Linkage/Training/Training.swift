/// Estimates the probabilities of a model from the lists themselves, without labels.
///
/// u comes from pairs at random. m and the share of matches come by expectation and maximisation (Dempster, Laird and
/// Rubin 1977) over the patterns of the candidate pairs; pairs that no blocking rule brings count as strangers. As a few
/// of the pairs at random are matches, their part is taken out of u in each round.
package struct Training {
    private let patterns: [(pattern: LevelPattern, count: Int)]
    private let strangers: StrangerRates
    private let table: LinkageTable
    private let rounds: Int
    private var weights: TrainedWeights

    /// What training came to.
    package struct Outcome: Sendable {
        package let weights: TrainedWeights
        package let rounds: Int
        /// The estimate stood still before the rounds were over.
        package let hasConverged: Bool
    }

    package init(_ patterns: PatternCounts, _ strangers: StrangerRates, _ table: LinkageTable, plan: TrainingPlan) {
        self.patterns = patterns.sorted
        self.strangers = strangers
        self.table = table
        rounds = plan.rounds
        let levels = strangers.rates.map { rates in
            rates.indices.map { LevelProbability(m: Training.firstGuess($0, of: rates.count), u: 0, isTrained: true) }
        }
        weights = TrainedWeights(levels: levels, matchedShare: 0.5)
        correctStrangers()
    }

    /// Most matches agree, few do by halves, and few do not.
    private static func firstGuess(_ level: Int, of count: Int) -> Double {
        if level == 0 { return 0.85 }
        return 0.15 / Double(count - 1)
    }

    /// Runs until nothing changes by more than a millionth.
    package consuming func run() -> Outcome {
        for round in 0..<rounds {
            let before = weights
            step()
            if weights.distance(to: before) < 1e-6 {
                return Outcome(weights: weights, rounds: round + 1, hasConverged: true)
            }
        }
        return Outcome(weights: weights, rounds: rounds, hasConverged: false)
    }

    /// How many rows of the smaller list have a match if these weights hold: the share alone is estimated.
    package static func matchedShare(
        of weights: TrainedWeights, _ counts: PatternCounts, _ table: LinkageTable, rounds: Int
    ) -> Double {
        let sums = counts.sorted.map { pattern, count in (weights.bits(of: pattern), Double(count)) }
        var weights = weights
        // Always from the same point, so that equal weights come to equal shares.
        weights.matchedShare = 0.5
        let smaller = Double(max(1, min(table.leftCount, table.rightCount)))
        for _ in 0..<rounds {
            let (before, prior) = (weights.matchedShare, Logarithm.bits(ofProbability: weights.prior(table)))
            let matches = sums.reduce(0) { $0 + Logarithm.probability(ofBits: prior + $1.0) * $1.1 }
            weights.matchedShare = max(1e-9, matches / smaller)
            if abs(weights.matchedShare - before) < 1e-6 { break }
        }
        return weights.matchedShare
    }

    private mutating func step() {
        var expected = weights.levels.map { Array(repeating: 0.0, count: $0.count) }
        var matches = 0.0
        let bits = weights.levels.map { $0.map(\.bits) }
        let prior = Logarithm.bits(ofProbability: weights.prior(table))
        for (pattern, count) in patterns {
            var sum = prior
            for field in bits.indices where pattern[field] > 0 { sum += bits[field][pattern[field] - 1] }
            let share = Logarithm.probability(ofBits: sum) * Double(count)
            matches += share
            for field in bits.indices where pattern[field] > 0 { expected[field][pattern[field] - 1] += share }
        }
        maximise(expected, matches: matches)
    }

    private mutating func maximise(_ expected: [[Double]], matches: Double) {
        for field in expected.indices {
            let total = expected[field].reduce(0, +)
            let floor = 0.5 / (total + 1)
            for level in expected[field].indices {
                let share = total > 0 ? expected[field][level] / total : 0
                weights.levels[field][level].m = max(share, floor)
                weights.levels[field][level].isTrained = expected[field][level] > 0.5
            }
        }
        weights.matchedShare = max(1e-9, matches / Double(max(1, min(table.leftCount, table.rightCount))))
        correctStrangers()
    }

    /// Takes the matches out of the rates of pairs at random.
    private mutating func correctStrangers() {
        let prior = weights.prior(table)
        for field in weights.levels.indices {
            for level in weights.levels[field].indices {
                let rate = strangers.rates[field][level]
                let corrected = (rate - prior * weights.levels[field][level].m) / (1 - prior)
                weights.levels[field][level].u = min(1, max(strangers.floors[field][level], corrected))
            }
        }
    }
}

extension TrainedWeights {
    /// What the levels of a pair say, in bits, rare and common values alike.
    fileprivate func bits(of pattern: LevelPattern) -> Double {
        levels.indices.reduce(0) { $0 + (pattern[$1] > 0 ? levels[$1][pattern[$1] - 1].bits : 0) }
    }

    /// The greatest difference between the m of two sets, or between their shares of matches.
    fileprivate func distance(to other: TrainedWeights) -> Double {
        let levels = zip(levels.joined(), other.levels.joined()).map { abs($0.m - $1.m) }
        return max(levels.max() ?? 0, abs(matchedShare - other.matchedShare))
    }
}
