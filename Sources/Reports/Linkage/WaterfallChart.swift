/// How the weight of one pair comes about: from the prior, field by field, to the sum.
struct WaterfallChart {
    /// Place among the pairs shown, from 1.
    let number: Int
    let waterfall: LinkageSummary.Waterfall
    /// Headings of the values of both rows.
    let sides: (left: String, right: String)

    /// The chart with its table.
    var exhibit: Exhibit { Exhibit(drawing, table) }

    private var id: String { "pair-\(number)" }

    private var drawing: Drawing {
        var chart = RowChart(
            id, heading: "权重瀑布图 \(number)：\(waterfall.title)（\(waterfall.decision)）", description: description,
            rowCount: waterfall.steps.count + 2)
        let scale = ChartScale(
            over: ChartScale.range(of: sums + [waterfall.totalBits]), pixels: RowChart.plot)
        chart.axis(scale, caption: "匹配权重（比特）")
        chart.row("起始权重", detail: "先验")
        chart.bar(scale, from: 0, to: waterfall.priorBits, text: DecimalText.bits(waterfall.priorBits), style: "sum")
        for (step, sum) in zip(waterfall.steps, sums) { draw(step, from: sum, in: &chart, scale) }
        chart.row("合计", detail: "概率 \(DecimalText.probability(waterfall.probability))")
        chart.join(scale, at: waterfall.totalBits)
        chart.bar(scale, from: 0, to: waterfall.totalBits, text: DecimalText.bits(waterfall.totalBits), style: "sum")
        return chart.drawing
    }

    private func draw(_ step: LinkageSummary.Step, from sum: Double, in chart: inout RowChart, _ scale: ChartScale) {
        chart.row(step.field, detail: step.level)
        chart.join(scale, at: sum)
        chart.bar(
            scale, from: sum, to: sum + step.bits, text: DecimalText.bits(step.bits), style: barStyle(step.bits))
    }

    /// The weight before the first step and after each.
    private var sums: [Double] {
        waterfall.steps.reduce(into: [waterfall.priorBits]) { sums, step in
            sums.append((sums.last ?? 0) + step.bits)
        }
    }

    private var description: String {
        "起始权重 \(DecimalText.bits(waterfall.priorBits)) 比特，加 \(waterfall.steps.count) 个字段的权重，合计 "
            + "\(DecimalText.bits(waterfall.totalBits)) 比特，概率 \(DecimalText.probability(waterfall.probability))，"
            + "结论：\(waterfall.decision)。"
    }

    private var table: Page.Table {
        var table = Page.Table(
            id, caption: "权重瀑布图 \(number)（数值）",
            columns: ["字段", "水平", sides.left, sides.right, "权重（比特）", "累计（比特）"], textColumns: 4)
        let prior = Page.Cell.bits(waterfall.priorBits)
        table.rows = [Page.Row("起始权重", [.text("先验"), .text(""), .text(""), prior, prior])]
        table.rows += zip(waterfall.steps, sums.dropFirst()).map { step, sum in
            let words = [step.level, step.left, step.right].map(Page.Cell.text)
            return Page.Row(step.field, words + [.bits(step.bits), .bits(sum)])
        }
        let verdict = "\(waterfall.decision)，概率 \(DecimalText.probability(waterfall.probability))"
        let total = Page.Cell.bits(waterfall.totalBits)
        table.totals = [Page.Row("合计", [.text(verdict), .text(""), .text(""), total, total])]
        return table
    }
}
