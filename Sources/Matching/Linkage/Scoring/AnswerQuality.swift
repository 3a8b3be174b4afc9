package import Roster

/// How right the links of a run are, by what people answered about its pairs.
///
/// Pairs are counted by grade and by band of probability. Shares come with Wilson's interval (1927), which holds for few
/// answers and for shares of all or nothing. The estimates for all pairs are stratified by band and by whether the pair was
/// linked (Cochran, Sampling Techniques, ch. 5): each stratum's share weighs as its pairs do, variances are taken of shares
/// with two answers of either kind added (Agresti and Coull 1998), so that a stratum without a single no is not thought
/// certain, and shrink as more of a stratum is answered. All intervals are of 95 %.
package struct AnswerQuality: Sendable, Equatable {
    /// A pair, what was made of it, and what a person said.
    package struct Pair: Sendable, Equatable {
        package var grade: MatchGrade
        package var probability: Double
        /// By its weight, whatever was answered.
        package var isLink: Bool
        package var answer: DecidedLink.Answer?

        package init(grade: MatchGrade, probability: Double, isLink: Bool, answer: DecidedLink.Answer?) {
            (self.grade, self.probability, self.isLink, self.answer) = (grade, probability, isLink, answer)
        }
    }

    /// By grade, those that occur.
    package let grades: [(grade: MatchGrade, tally: AnswerTally)]
    /// By band of probability, those that occur, from the lowest.
    package let bands: [(band: ScoreBand, tally: AnswerTally)]
    /// The share of links that are one person's; `nil` while links of some band have not been asked about.
    package let precision: ShareEstimate?
    /// The share of one person's pairs that are linked, of all that are listed: those that were not found can't be seen.
    package let recall: ShareEstimate?

    package init(_ pairs: [Pair]) {
        grades = MatchGrade.allCases.map { grade in (grade, AnswerTally(pairs.filter { $0.grade == grade })) }
            .filter { $0.tally.pairs > 0 }
        bands = ScoreBand.allCases.map { band in (band, AnswerTally(pairs.filter { band.holds($0.probability) })) }
            .filter { $0.tally.pairs > 0 }
        let (links, others) = (StratifiedSum(pairs.filter(\.isLink)), StratifiedSum(pairs.filter { !$0.isLink }))
        precision = links.share
        recall = links.share(beside: others)
    }

    package static func == (left: AnswerQuality, right: AnswerQuality) -> Bool {
        left.grades.elementsEqual(right.grades) { $0.grade == $1.grade && $0.tally == $1.tally }
            && left.bands.elementsEqual(right.bands) { $0.band == $1.band && $0.tally == $1.tally }
            && left.precision == right.precision && left.recall == right.recall
    }
}

/// A stretch of probabilities.
package enum ScoreBand: String, CaseIterable, Sendable {
    case belowHalf = "0-0.5"
    case half = "0.5-0.7"
    case seven = "0.7-0.9"
    case nine = "0.9-0.99"
    case sure = "0.99-1"

    /// Whether a probability lies in it; its lower end does, its upper end does not, but for 1.
    func holds(_ probability: Double) -> Bool {
        switch self {
        case .belowHalf: probability < 0.5
        case .half: probability >= 0.5 && probability < 0.7
        case .seven: probability >= 0.7 && probability < 0.9
        case .nine: probability >= 0.9 && probability < 0.99
        case .sure: probability >= 0.99
        }
    }
}

/// Answers about some pairs.
package struct AnswerTally: Sendable, Equatable {
    package let pairs: Int
    package let yes: Int
    package let no: Int
    package let unsure: Int

    init(_ pairs: some Collection<AnswerQuality.Pair>) {
        self.pairs = pairs.count
        yes = pairs.count { $0.answer == .yes }
        no = pairs.count { $0.answer == .no }
        unsure = pairs.count { $0.answer == .unsure }
    }

    /// The share of yes among yes and no, with Wilson's interval; `nil` if nobody said either.
    package var precision: ShareEstimate? {
        let count = Double(yes + no)
        guard count > 0 else { return nil }
        let (share, square) = (Double(yes) / count, ShareEstimate.normal * ShareEstimate.normal)
        let middle = (share + square / (2 * count)) / (1 + square / count)
        let spread = (share * (1 - share) / count + square / (4 * count * count)).squareRoot()
        let half = ShareEstimate.normal * spread / (1 + square / count)
        return ShareEstimate(value: share, low: max(0, middle - half), high: min(1, middle + half))
    }
}

/// A share with its interval of 95 %.
package struct ShareEstimate: Sendable, Equatable {
    package let value: Double
    package let low: Double
    package let high: Double

    /// Of the normal distribution: 95 % lie no farther from the middle, in standard deviations.
    static let normal = 1.959_963_984_540_054

    init(value: Double, low: Double, high: Double) {
        (self.value, self.low, self.high) = (value, low, high)
    }

    /// A value with a standard deviation.
    init(value: Double, variance: Double) {
        let half = ShareEstimate.normal * max(0, variance).squareRoot()
        self.init(value: value, low: max(0, value - half), high: min(1, value + half))
    }
}
