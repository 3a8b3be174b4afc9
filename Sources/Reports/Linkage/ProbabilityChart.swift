/// The m and u probabilities of all levels, side by side.
struct ProbabilityChart {
    let fields: [LinkageSummary.Field]

    /// The chart with its table.
    var exhibit: Exhibit {
        Exhibit(
            drawing, table,
            remarks: [
                "m：同一人的两条记录达到该水平的概率；u：不同人的两条记录达到该水平的概率。匹配权重 = log₂(m / u)。",
                "u 小，说明巧合少，该水平证明力强；末一水平的 m 大，说明该字段常有出错。",
            ])
    }

    private var drawing: Drawing {
        let count = fields.reduce(0) { $0 + $1.levels.count }
        var chart = RowChart(
            "probabilities", heading: "各水平的 m、u 概率",
            description: "\(fields.count) 个字段、\(count) 个水平；左列为 m 概率，右列为 u 概率，横轴均从 0 到 1。", rowCount: count)
        let scales = (m: scale(340...500), u: scale(570...730))
        chart.axis(scales.m, caption: "m（同一人）", decimals: 1)
        chart.axis(scales.u, caption: "u（不同人）", decimals: 1)
        for field in fields {
            for (index, level) in field.levels.enumerated() {
                chart.row(index == 0 ? field.name : nil, detail: level.markedLabel)
                draw(level.m, in: &chart, scales.m, style: level.isTrained ? "plus" : "hollow")
                draw(level.u, in: &chart, scales.u, style: level.isTrained ? "minus" : "hollow")
            }
        }
        return chart.drawing
    }

    private func scale(_ pixels: ClosedRange<Double>) -> ChartScale {
        ChartScale(values: 0...1, pixels: pixels, step: 0.5)
    }

    private func draw(_ probability: Double, in chart: inout RowChart, _ scale: ChartScale, style: String) {
        chart.bar(scale, from: 0, to: probability, text: DecimalText.probability(probability), style: style)
    }

    private var table: Page.Table {
        var table = Page.Table(
            "probabilities", caption: "各水平的 m、u 概率（数值）", columns: ["字段", "水平", "m", "u"], textColumns: 2)
        table.rows = fields.flatMap { field in
            field.levels.map { level in
                Page.Row(field.name, [.text(level.markedLabel), .probability(level.m), .probability(level.u)])
            }
        }
        return table
    }
}
