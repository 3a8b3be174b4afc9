import Roster

/// How many of some pairs are one person's, estimated band by band from those that were answered.
struct StratifiedSum {
    private let pairs: Double
    private let matches: Double
    private let variance: Double
    /// No band is without an answer.
    private let isKnown: Bool

    /// Links by a whole, equal ID number (grades A to C) need no answer: they are what the register says.
    init(_ all: [AnswerQuality.Pair]) {
        let (certain, asked) = (all.count { $0.grade <= .c && $0.isLink }, all.filter { $0.grade > .c || !$0.isLink })
        var (pairs, matches, variance, isKnown) = (Double(certain), Double(certain), 0.0, true)
        for band in ScoreBand.allCases {
            let tally = AnswerTally(asked.filter { band.holds($0.probability) })
            if tally.pairs == 0 { continue }
            let (size, answered) = (Double(tally.pairs), Double(tally.yes + tally.no))
            pairs += size
            guard answered > 0 else {
                isKnown = false
                continue
            }
            matches += size * Double(tally.yes) / answered
            let adjusted = (Double(tally.yes) + 2) / (answered + 4)
            variance += size * size * (1 - answered / size) * adjusted * (1 - adjusted) / (answered + 4)
        }
        (self.pairs, self.matches, self.variance, self.isKnown) = (pairs, matches, variance, isKnown)
    }

    /// The share of matches; `nil` if there are no pairs, or bands without an answer.
    var share: ShareEstimate? {
        guard isKnown, pairs > 0 else { return nil }
        return ShareEstimate(value: matches / pairs, variance: variance / (pairs * pairs))
    }

    /// The share of these matches in them and others together; the variance of the ratio by its derivatives.
    func share(beside others: StratifiedSum) -> ShareEstimate? {
        let all = matches + others.matches
        guard isKnown, others.isKnown, all > 0 else { return nil }
        let (first, second) = (others.matches / (all * all), matches / (all * all))
        return ShareEstimate(
            value: matches / all, variance: first * first * variance + second * second * others.variance)
    }
}
