/// A chart as the shapes it is made of, in pixels from the top left. Property names are those in the template.
struct Drawing {
    /// Part of the anchors of title and description.
    let id: String
    let heading: String
    /// What a reader who cannot see the chart should know.
    let description: String
    let width: Int
    let height: Int
    /// Lines behind the bars.
    private(set) var grid: [Line] = []
    private(set) var bars: [Bar] = []
    private(set) var lines: [Line] = []
    private(set) var labels: [Label] = []

    /// - Parameter height: in pixels, as is the width.
    init(_ id: String, heading: String, description: String, width: Int = 800, height: Int) {
        self.id = id
        self.heading = heading
        self.description = description
        self.width = width
        self.height = height
    }

    /// Where something is.
    struct Point {
        var x: Double
        var y: Double

        init(_ x: Double, _ y: Double) { (self.x, self.y) = (x, y) }
    }

    /// A filled rectangle; its style is a class of the style sheet.
    struct Bar {
        var x: String
        var y: String
        var width: String
        var height: String
        var style: String
    }

    /// A straight line.
    struct Line {
        var x1: String
        var y1: String
        var x2: String
        var y2: String
        var style: String
    }

    /// Text at a point: its style says which end of the text is there.
    struct Label {
        var x: String
        var y: String
        var words: String
        var style: String
    }

    /// Adds a rectangle between two opposite corners.
    mutating func bar(_ first: Point, _ second: Point, style: String) {
        bars.append(
            Bar(
                x: pixels(min(first.x, second.x)), y: pixels(min(first.y, second.y)),
                width: pixels(max(1, abs(first.x - second.x))), height: pixels(max(1, abs(first.y - second.y))),
                style: style))
    }

    /// Adds a line: before the bars, or behind them if it is one of the grid's.
    mutating func line(_ from: Point, _ to: Point, style: String) {
        let line = Line(x1: pixels(from.x), y1: pixels(from.y), x2: pixels(to.x), y2: pixels(to.y), style: style)
        if style == "grid" { grid.append(line) } else { lines.append(line) }
    }

    /// Adds a text whose base line is at the point.
    mutating func label(_ words: String, at point: Point, style: String) {
        labels.append(Label(x: pixels(point.x), y: pixels(point.y), words: words, style: style))
    }

    private func pixels(_ value: Double) -> String { DecimalText.fixed(value, decimals: 1) }
}
