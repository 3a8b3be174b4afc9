/// Probabilities as weights. The logarithm is computed by squaring, so that it is the same on every machine.
enum Odds {
    /// The odds of a probability in bits: 0 for one half, infinite for certainty.
    static func bits(ofProbability probability: Double) -> Double {
        guard probability > 0 else { return -.infinity }
        guard probability < 1 else { return .infinity }
        return base2(probability / (1 - probability))
    }

    /// Logarithm of a positive number to base 2: its exponent, then one bit for each squaring of its significand.
    static func base2(_ value: Double) -> Double {
        var (result, rest, bit) = (Double(value.exponent), value.significand, 0.5)
        for _ in 0..<40 {
            rest *= rest
            if rest >= 2 {
                rest /= 2
                result += bit
            }
            bit /= 2
        }
        return result
    }
}
