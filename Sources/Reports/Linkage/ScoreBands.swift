/// The bands into which the thresholds for review and for links cut the weights.
struct ScoreBands {
    /// In bits; infinite if the threshold is a certainty.
    let review: Double
    /// In bits; infinite if the threshold is a certainty.
    let link: Double
    private let thresholds: LinkageSummary.Thresholds

    init(_ thresholds: LinkageSummary.Thresholds) {
        self.thresholds = thresholds
        review = Odds.bits(ofProbability: thresholds.review)
        link = Odds.bits(ofProbability: thresholds.link)
    }

    /// `复核阈值 0.5000（0.00 比特）`.
    var reviewText: String { "复核阈值 \(Self.text(thresholds.review, review))" }

    /// `匹配阈值 0.9000（+3.17 比特）`.
    var linkText: String { "匹配阈值 \(Self.text(thresholds.link, link))" }

    /// What pairs of a bin of one bit are, or which thresholds lie within it.
    func name(ofBinFrom low: Int) -> String {
        switch (Self.isWithin(review, low), Self.isWithin(link, low)) {
        case (true, true): "含两个阈值"
        case (true, false): "含复核阈值"
        case (false, true): "含匹配阈值"
        case (false, false) where Double(low) + Self.slack >= link: "达到匹配阈值"
        case (false, false) where Double(low) + Self.slack >= review: "待复核"
        case (false, false): "低于复核阈值"
        }
    }

    /// A probability and its weight.
    static func text(_ probability: Double, _ bits: Double) -> String {
        "\(DecimalText.probability(probability))（\(DecimalText.bits(bits)) 比特）"
    }

    private static func isWithin(_ bits: Double, _ low: Int) -> Bool {
        bits > Double(low) + slack && bits < Double(low + 1) - slack
    }

    /// Logarithms are not exact: 16/17 is a weight of 4.
    private static let slack = 1e-9
}
