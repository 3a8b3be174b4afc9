/// A linear axis: which pixel stands for which value.
struct ChartScale {
    /// Values at both ends.
    let values: ClosedRange<Double>
    /// Pixels at both ends.
    let pixels: ClosedRange<Double>
    /// Between two ticks.
    let step: Double

    /// An axis over the values, widened to whole ticks of 1, 2, 5, 10, 20, 50 … and at least one.
    init(over range: ClosedRange<Double>, pixels: ClosedRange<Double>) {
        let width = range.upperBound - range.lowerBound
        var (step, factors) = (1.0, [2, 2.5, 2])
        while width / step > 10 {
            step *= factors[0]
            factors.append(factors.removeFirst())
        }
        let low = (range.lowerBound / step).rounded(.down) * step
        let high = max(low + step, (range.upperBound / step).rounded(.up) * step)
        self.init(values: low...high, pixels: pixels, step: step)
    }

    init(values: ClosedRange<Double>, pixels: ClosedRange<Double>, step: Double) {
        (self.values, self.pixels, self.step) = (values, pixels, step)
    }

    /// Values to write along the axis, ends included.
    var ticks: [Double] {
        Array(stride(from: values.lowerBound, through: values.upperBound + step / 1000, by: step))
    }

    /// The pixel of a value; of one outside, the nearest end.
    func pixel(_ value: Double) -> Double {
        let share = (Self.drawable(value) - values.lowerBound) / (values.upperBound - values.lowerBound)
        return pixels.lowerBound + min(1, max(0, share)) * (pixels.upperBound - pixels.lowerBound)
    }

    /// A weight that an axis can hold: no number counts as 0, and infinity ends somewhere.
    static func drawable(_ value: Double) -> Double {
        value.isNaN ? 0 : min(1000, max(-1000, value))
    }

    /// The range of values, zero among them.
    static func range(of values: [Double]) -> ClosedRange<Double> {
        let values = values.map(drawable)
        return min(0, values.min() ?? 0)...max(0, values.max() ?? 0)
    }
}
