/// The weights of all levels, as bars to both sides of zero: agreement to the right, difference to the left.
struct MatchWeightChart {
    let priorBits: Double
    let fields: [LinkageSummary.Field]

    /// The chart with its table.
    var exhibit: Exhibit {
        Exhibit(drawing, table, remarks: ["＊ 训练中没有出现过的水平：概率取下限，权重仅供参考（图中为空心条）。"])
    }

    private var drawing: Drawing {
        var chart = RowChart(
            "weights", heading: "各水平的匹配权重", description: description,
            rowCount: 1 + fields.reduce(0) { $0 + $1.levels.count })
        let scale = ChartScale(
            over: ChartScale.range(of: fields.flatMap { $0.levels.map(\.bits) } + [priorBits]), pixels: RowChart.plot)
        chart.axis(scale, caption: "匹配权重（比特）")
        chart.row("起始权重", detail: "先验")
        chart.bar(scale, from: 0, to: priorBits, text: DecimalText.bits(priorBits), style: "sum")
        for field in fields { draw(field, in: &chart, scale) }
        return chart.drawing
    }

    private func draw(_ field: LinkageSummary.Field, in chart: inout RowChart, _ scale: ChartScale) {
        for (index, level) in field.levels.enumerated() {
            chart.row(index == 0 ? field.name : nil, detail: level.markedLabel)
            let style = level.isTrained ? barStyle(level.bits) : "hollow"
            chart.bar(scale, from: 0, to: level.bits, text: DecimalText.bits(level.bits), style: style)
        }
    }

    private var description: String {
        let levels = fields.flatMap { field in field.levels.map { (name: "\(field.name)：\($0.label)", bits: $0.bits) } }
        guard let most = levels.max(by: { $0.bits < $1.bits }), let least = levels.min(by: { $0.bits < $1.bits }) else {
            return "模型没有字段。"
        }
        return "\(fields.count) 个字段、\(levels.count) 个水平的权重；最高 \(DecimalText.bits(most.bits)) 比特（\(most.name)），"
            + "最低 \(DecimalText.bits(least.bits)) 比特（\(least.name)）。"
    }

    private var table: Page.Table {
        var table = Page.Table(
            "weights", caption: "各水平的匹配权重（数值）", columns: ["字段", "水平", "训练", "权重（比特）"], textColumns: 3)
        table.rows = [Page.Row("起始权重", [.text("先验"), .text(""), .bits(priorBits)])]
        table.rows += fields.flatMap { field in
            field.levels.map { level in
                let state = level.isTrained ? "已训练" : "未训练"
                return Page.Row(field.name, [.text(level.markedLabel), .text(state), .bits(level.bits)])
            }
        }
        return table
    }
}

extension LinkageSummary.Level {
    /// The label, with a star if training never met the level.
    var markedLabel: String { isTrained ? label : label + "＊" }
}

/// The class of a bar that adds or takes weight.
func barStyle(_ bits: Double) -> String { bits < 0 ? "minus" : "plus" }
