/// How many compared pairs have which weight, with both thresholds. Counts run over many powers of ten: the height is the
/// logarithm of one more than the count, so that no pairs have no height.
struct ScoreHistogram {
    private let bins: LinkageSummary.Histogram
    private let bands: ScoreBands

    init(_ histogram: LinkageSummary.Histogram, _ thresholds: LinkageSummary.Thresholds) {
        bins = histogram.trimmed
        bands = ScoreBands(thresholds)
    }

    /// The chart with its table; the table alone if no pair was compared.
    var exhibit: Exhibit {
        guard !bins.counts.isEmpty else { return Exhibit(table, remarks: ["没有比较过任何记录对。"]) }
        return Exhibit(
            drawing, table,
            remarks: [
                "权重含起始权重；没有记录对的档次不列出。纵轴为对数刻度。",
                "阈值按概率规定，这里换算为权重。被否决的、与别的候选争同一行的记录对，权重虽高于匹配阈值也不一定判为匹配。",
            ])
    }

    private var drawing: Drawing {
        let last = bins.firstBits + bins.counts.count
        var drawing = Drawing(
            "scores", heading: "记录对的权重分布",
            description: "\(NumberText.grouped(total)) 对记录按匹配权重分档，从 \(bins.firstBits) 到 \(last) 比特，每档 1 比特；"
                + "\(bands.reviewText)，\(bands.linkText)。",
            height: 340)
        drawHeights(in: &drawing)
        drawBars(in: &drawing)
        drawWeights(in: &drawing)
        drawLinkThreshold(in: &drawing)
        drawReviewThreshold(in: &drawing)
        return drawing
    }

    private func drawHeights(in drawing: inout Drawing) {
        for count in heightTicks {
            let (y, left) = (height(count), weights.pixels.lowerBound)
            drawing.line(.init(left, y), .init(weights.pixels.upperBound, y), style: "grid")
            drawing.label(NumberText.grouped(count), at: .init(left - 6, y + 4), style: "end faint")
        }
        drawing.label("记录对", at: .init(4, Self.top - 12), style: "start faint")
    }

    private func drawBars(in drawing: inout Drawing) {
        for (index, count) in bins.counts.enumerated() where count > 0 {
            let low = Double(bins.firstBits + index)
            let (start, end) = (weights.pixel(low), weights.pixel(low + 1))
            drawing.bar(.init(start, height(count)), .init(end - min(1, (end - start) / 5), Self.base), style: "plus")
        }
    }

    private func drawWeights(in drawing: inout Drawing) {
        let ends = weights.pixels
        drawing.line(.init(ends.lowerBound, Self.base), .init(ends.upperBound, Self.base), style: "axis")
        for tick in weights.ticks {
            let x = weights.pixel(tick)
            drawing.line(.init(x, Self.base), .init(x, Self.base + 5), style: "axis")
            drawing.label(DecimalText.fixed(tick, decimals: 0), at: .init(x, Self.base + 20), style: "middle faint")
        }
        drawing.label("匹配权重（比特）", at: .init(430, Self.base + 38), style: "middle strong")
    }

    /// Its text is in the first line, at the right unless there is no room.
    private func drawLinkThreshold(in drawing: inout Drawing) {
        let x = weights.pixel(bands.link)
        drawing.line(.init(x, 4), .init(x, Self.base), style: "halo")
        drawing.line(.init(x, 4), .init(x, Self.base), style: "link")
        let isAtEnd = x > weights.pixels.upperBound - Self.textWidth
        let style = isAtEnd ? "end strong" : "start strong"
        drawing.label(bands.linkText, at: .init(x + (isAtEnd ? -6 : 6), 16), style: style)
    }

    /// Its text is in the second line, at the left unless there is no room, so that no threshold crosses the other's text.
    private func drawReviewThreshold(in drawing: inout Drawing) {
        let x = weights.pixel(bands.review)
        drawing.line(.init(x, 22), .init(x, Self.base), style: "halo")
        drawing.line(.init(x, 22), .init(x, Self.base), style: "review")
        let isAtStart = x < Self.textWidth
        let style = isAtStart ? "start strong" : "end strong"
        drawing.label(bands.reviewText, at: .init(x + (isAtStart ? 6 : -6), 34), style: style)
    }

    private var total: Int { bins.counts.reduce(0, +) }

    /// The axis of weights: it holds all bins, and the thresholds unless they are certainties.
    private var weights: ChartScale {
        let low = Double(bins.firstBits)
        let ends = [low, low + Double(bins.counts.count)] + [bands.review, bands.link].filter { $0.magnitude < 60 }
        return ChartScale(over: (ends.min() ?? 0)...(ends.max() ?? 1), pixels: 90...780)
    }

    private var heightTicks: [Int] {
        let most = bins.counts.max() ?? 0
        guard most >= 10 else { return [0, most] }
        return [0] + sequence(first: 10) { $0 > most / 10 ? nil : $0 * 10 }
    }

    private func height(_ count: Int) -> Double {
        let most = Odds.base2(Double(max(1, bins.counts.max() ?? 0)) + 1)
        return Self.base - Odds.base2(Double(max(0, count)) + 1) / most * (Self.base - Self.top)
    }

    private var table: Page.Table {
        var table = Page.Table(
            "scores", caption: "记录对的权重分布（数值）", columns: ["权重（比特）", "区间", "记录对", "占比", "该档及以上"], textColumns: 2)
        var above = total
        for (index, count) in bins.counts.enumerated() where count > 0 {
            let low = bins.firstBits + index
            table.rows.append(
                Page.Row(
                    "\(low) 至 \(low + 1)",
                    [.text(bands.name(ofBinFrom: low)), .count(count), .share(count, of: total), .count(above)]))
            above -= count
        }
        return table
    }

    private static let top = 60.0
    private static let base = 292.0
    /// Of the text of a threshold, about.
    private static let textWidth = 230.0
}
