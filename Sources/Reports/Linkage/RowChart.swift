/// A chart with a row for each of its bars: names at the left, bars at the right, the axis above.
struct RowChart {
    /// What is drawn so far.
    private(set) var drawing: Drawing
    private let rowCount: Int
    private var rowsBegun = 0

    init(_ id: String, heading: String, description: String, rowCount: Int) {
        self.rowCount = rowCount
        drawing = Drawing(
            id, heading: heading, description: description, height: Int(Self.top + Double(rowCount) * Self.pitch) + 8)
    }

    /// Where bars may be, with room for numbers at both ends.
    static let plot = 380.0...730.0

    /// Draws an axis with its caption, tick marks and lines down through all rows.
    mutating func axis(_ scale: ChartScale, caption: String, decimals: Int = 0) {
        let middle = (scale.pixels.lowerBound + scale.pixels.upperBound) / 2
        drawing.label(caption, at: .init(middle, 16), style: "middle strong")
        for tick in scale.ticks {
            let x = scale.pixel(tick)
            drawing.label(DecimalText.fixed(tick, decimals: decimals), at: .init(x, 34), style: "middle faint")
            let end = Self.top + Double(rowCount) * Self.pitch
            drawing.line(.init(x, Self.top - 4), .init(x, end), style: tick == 0 ? "axis" : "grid")
        }
    }

    /// Begins the next row.
    /// - Parameter name: what the row and those below it are about; a line is drawn above.
    mutating func row(_ name: String?, detail: String) {
        let top = Self.top + Double(rowsBegun) * Self.pitch
        rowsBegun += 1
        drawing.label(ChartText.clipped(detail, columns: 24), at: .init(322, top + 16), style: "end")
        guard let name else { return }
        drawing.label(ChartText.clipped(name, columns: 18), at: .init(4, top + 16), style: "start strong")
        drawing.line(.init(0, top), .init(Double(drawing.width), top), style: "grid")
    }

    /// Draws a bar of the current row between two values, and a text beyond its second end.
    mutating func bar(_ scale: ChartScale, from: Double, to: Double, text: String, style: String) {
        let top = Self.top + Double(rowsBegun - 1) * Self.pitch
        let (start, end) = (scale.pixel(from), scale.pixel(to))
        drawing.bar(.init(start, top + 4), .init(end, top + Self.pitch - 4), style: style)
        let isLeftward = end < start
        drawing.label(text, at: .init(end + (isLeftward ? -4 : 4), top + 16), style: isLeftward ? "end" : "start")
    }

    /// Joins the bar of the current row to that of the row above, where both touch a value.
    mutating func join(_ scale: ChartScale, at value: Double) {
        let top = Self.top + Double(rowsBegun - 1) * Self.pitch
        drawing.line(.init(scale.pixel(value), top - 4), .init(scale.pixel(value), top + 4), style: "join")
    }

    private static let top = 44.0
    private static let pitch = 22.0
}
