import Matching
import Roster

/// What answers tell of links, for machines: shares with the ends of their intervals.
package struct AnswerFigures: Sendable, Codable, Equatable {
    /// Answers about some pairs.
    package struct Group: Sendable, Codable, Equatable {
        package var pairs: Int
        package var yes: Int
        package var no: Int
        package var unsure: Int
        package var precision: Share?
    }

    /// A share with its interval of 95 %, in ten-thousandths, so that no fraction depends on how it is written.
    package struct Share: Sendable, Codable, Equatable {
        package var value: Int
        package var low: Int
        package var high: Int
    }

    package var byGrade: [String: Group]
    package var byBand: [String: Group]
    package var precision: Share?
    package var recall: Share?

    /// The figures; `nil` if nobody has answered.
    init?(_ quality: AnswerQuality) {
        guard quality.grades.contains(where: { $0.tally.yes + $0.tally.no + $0.tally.unsure > 0 }) else { return nil }
        byGrade = Dictionary(quality.grades.map { ($0.grade.rawValue, Group($0.tally)) }) { first, _ in first }
        byBand = Dictionary(quality.bands.map { ($0.band.rawValue, Group($0.tally)) }) { first, _ in first }
        (precision, recall) = (quality.precision.map(Share.init), quality.recall.map(Share.init))
    }
}

extension AnswerFigures.Group {
    fileprivate init(_ tally: AnswerTally) {
        self.init(
            pairs: tally.pairs, yes: tally.yes, no: tally.no, unsure: tally.unsure,
            precision: tally.precision.map(AnswerFigures.Share.init))
    }
}

extension AnswerFigures.Share {
    fileprivate init(_ estimate: ShareEstimate) {
        let parts = [estimate.value, estimate.low, estimate.high].map { Int(($0 * 10_000).rounded()) }
        self.init(value: parts[0], low: parts[1], high: parts[2])
    }

    /// `97.5 % (94.1–99.0)`.
    package var text: String {
        func percent(_ share: Int) -> String { FixedPoint.text(Double(share) / 100, decimals: 1) }
        return "\(percent(value)) % (\(percent(low))–\(percent(high)))"
    }
}
