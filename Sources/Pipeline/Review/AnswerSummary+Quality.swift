import Matching
import Reports
import Roster

extension AnswerSummary {
    /// The figures of the answers as pages show them.
    init(_ quality: AnswerQuality) {
        self.init(
            grades: quality.grades.map { Group("\($0.grade.rawValue) 级", $0.tally) },
            bands: quality.bands.map { Group($0.band.rawValue, $0.tally) },
            precision: quality.precision.map(Share.init), recall: quality.recall.map(Share.init))
    }
}

extension AnswerSummary.Group {
    fileprivate init(_ label: String, _ tally: AnswerTally) {
        self.init(
            label: label, pairs: tally.pairs, yes: tally.yes, no: tally.no, unsure: tally.unsure,
            precision: tally.precision.map(AnswerSummary.Share.init))
    }
}

extension AnswerSummary.Share {
    fileprivate init(_ estimate: ShareEstimate) {
        self.init(value: estimate.value, low: estimate.low, high: estimate.high)
    }
}
