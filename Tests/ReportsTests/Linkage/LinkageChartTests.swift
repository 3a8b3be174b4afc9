import Testing

@testable import Reports

@Suite("Charts of a linkage")
struct LinkageChartTests {
    /// The drawing of the weights' distribution.
    private static func scores(_ summary: LinkageSummary) throws -> Drawing {
        try #require(ScoreHistogram(summary.histogram, summary.thresholds).exhibit.drawings.first)
    }

    /// The weight at which a line of a style stands, by the numbers written along the axis.
    private static func weight(of style: String, in drawing: Drawing) throws -> Double {
        let line = try #require(drawing.lines.first { $0.style == style })
        let ticks = drawing.labels.filter { $0.style == "middle faint" }
        let (first, last) = (try #require(ticks.first), try #require(ticks.last))
        let pixels = try [line.x1, first.x, last.x].map { try #require(Double($0)) }
        let values = try [first, last].map { try #require(Double($0.words)) }
        return values[0] + (pixels[0] - pixels[1]) / (pixels[2] - pixels[1]) * (values[1] - values[0])
    }

    @Test(
        "thresholds stand at their weights",
        arguments: [(16.0 / 17, 0.5), (0.9, 0.5), (0.999, 0.01), (0.999_999_9, 0.999), (0.5, 0.5), (0.02, 0.001)])
    func thresholds(link: Double, review: Double) throws {
        var summary = LinkageSamples.full
        summary.thresholds = .init(link: link, review: review)
        let drawing = try Self.scores(summary)
        let expected = [link, review].map { Odds.bits(ofProbability: $0) }
        #expect(abs(try Self.weight(of: "link", in: drawing) - expected[0]) < 0.02)
        #expect(abs(try Self.weight(of: "review", in: drawing) - expected[1]) < 0.02)
    }

    @Test("a threshold that is a certainty stands at the end of the axis")
    func certainty() throws {
        var summary = LinkageSamples.full
        summary.thresholds = .init(link: 1, review: 0)
        let drawing = try Self.scores(summary)
        #expect(try Self.weight(of: "link", in: drawing) == 10)
        #expect(try Self.weight(of: "review", in: drawing) == -15)
    }

    @Test("the distribution has a bar for each bin that is not empty, as high as its count")
    func bars() throws {
        let drawing = try Self.scores(LinkageSamples.full)
        let heights = try drawing.bars.map { try #require(Double($0.height)) }
        #expect(heights.count == LinkageSamples.full.histogram.counts.count { $0 > 0 })
        #expect(heights.max() == heights.first)
        #expect(heights[12] == heights[7], "10 pairs each")
        #expect(abs(heights[12] / heights[0] - 0.2756) < 0.001, "log 11 / log 6,001")
    }

    @Test("bins are named by the thresholds they reach or hold")
    func bands() {
        let even = ScoreBands(.init(link: 16.0 / 17, review: 0.5))
        #expect([-1, 0, 3, 4].map(even.name(ofBinFrom:)) == ["低于复核阈值", "待复核", "待复核", "达到匹配阈值"])
        let odd = ScoreBands(.init(link: 0.9, review: 0.3))
        #expect([-3, -2, -1, 3, 4].map(odd.name(ofBinFrom:)) == ["低于复核阈值", "含复核阈值", "待复核", "含匹配阈值", "达到匹配阈值"])
        #expect(ScoreBands(.init(link: 0.6, review: 0.55)).name(ofBinFrom: 0) == "含两个阈值")
    }

    @Test("a waterfall goes from the prior to the sum, each bar where the last one ended")
    func waterfall() throws {
        let sides = (left: "左", right: "右")
        let chart = WaterfallChart(number: 1, waterfall: LinkageSamples.waterfall, sides: sides)
        let bars = try #require(chart.exhibit.drawings.first).bars
        #expect(bars.map(\.style) == ["sum", "plus", "plus", "minus", "sum"])
        let ends = try bars.map { bar in
            let (x, width) = (try #require(Double(bar.x)), try #require(Double(bar.width)))
            return (low: x, high: x + width)
        }
        #expect(abs(ends[0].low - ends[1].low) < 0.11)
        #expect(abs(ends[1].high - ends[2].low) < 0.11)
        #expect(abs(ends[2].high - ends[3].high) < 0.11)
        #expect(abs(ends[3].low - ends[4].high) < 0.11)
    }

    @Test("weights to both sides of zero; a level without training is an outline")
    func weights() throws {
        let chart = MatchWeightChart(priorBits: -10.11, fields: LinkageSamples.full.fields)
        let bars = try #require(chart.exhibit.drawings.first).bars
        #expect(bars.map(\.style) == ["sum", "plus", "plus", "minus", "plus", "hollow", "minus", "plus", "minus"])
    }

    @Test("nothing is drawn outside a chart", arguments: [LinkageSamples.full, LinkageSamples.broken])
    func bounds(summary: LinkageSummary) throws {
        let drawings =
            [
                ScoreHistogram(summary.histogram, summary.thresholds).exhibit,
                MatchWeightChart(priorBits: summary.training.priorBits, fields: summary.fields).exhibit,
                ProbabilityChart(fields: summary.fields).exhibit,
            ].flatMap(\.drawings)
        for drawing in drawings {
            for bar in drawing.bars {
                let (x, y) = (try #require(Double(bar.x)), try #require(Double(bar.y)))
                #expect(x >= 0 && x + (Double(bar.width) ?? .infinity) <= Double(drawing.width))
                #expect(y >= 0 && y + (Double(bar.height) ?? .infinity) <= Double(drawing.height))
            }
        }
    }

    @Test("axes have whole ticks of 1, 2, 5, 10 …")
    func ticks() {
        #expect(ChartScale(over: 0...3, pixels: 0...1).ticks == [0, 1, 2, 3])
        #expect(ChartScale(over: -13...10, pixels: 0...1).ticks == [-15, -10, -5, 0, 5, 10])
        #expect(ChartScale(over: -0.5...17, pixels: 0...1).step == 2)
        #expect(ChartScale(over: 0...0, pixels: 0...1).ticks == [0, 1])
        #expect(ChartScale(over: -1_000...1_000, pixels: 0...1).step == 200)
    }

    @Test("fractions have fixed decimals and no locale")
    func decimals() {
        #expect([0, -0.001, -3.21, 6.644, 12].map(DecimalText.bits) == ["0.00", "0.00", "-3.21", "+6.64", "+12.00"])
        #expect([Double.infinity, .nan, 1e300].map(DecimalText.bits) == ["—", "—", "—"])
        #expect(DecimalText.fixed(0.5, decimals: 0) == "1")
        #expect(
            [0, 1, 0.5, 0.99994, 0.99999, 0.0001, 0.00009996, 3.2e-9, Double.leastNonzeroMagnitude].map(
                DecimalText.probability)
                == ["0.0000", "1.0000", "0.5000", "0.9999", "＞0.9999", "0.0001", "1.0×10⁻⁴", "3.2×10⁻⁹", "4.9×10⁻³²⁴"])
        #expect(DecimalText.percent(0.9023) == "90.2%")
    }

    @Test("odds in bits are logarithms to base 2")
    func odds() {
        #expect(Odds.bits(ofProbability: 0.5) == 0)
        #expect(abs(Odds.bits(ofProbability: 0.9) - 3.169_925_001_442) < 1e-10)
        #expect(abs(Odds.bits(ofProbability: 0.01) + 6.629_356_620_079) < 1e-10)
        #expect(Odds.bits(ofProbability: 0) == -.infinity && Odds.bits(ofProbability: 1) == .infinity)
        #expect(Odds.base2(1_024) == 10)
    }

    @Test("text of charts is cut to its columns, Chinese characters taking two")
    func clipping() {
        #expect(ChartText.clipped("出生日期", columns: 8) == "出生日期")
        #expect(ChartText.clipped("出生日期（档案）", columns: 8) == "出生日…")
        #expect(ChartText.clipped("abcdefgh", columns: 4) == "abc…")
    }
}
