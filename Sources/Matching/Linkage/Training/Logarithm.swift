import Foundation

/// Logarithms and powers of two.
enum Logarithm {
    static func base2(_ value: Double) -> Double { Foundation.log2(value) }

    /// The probability with these odds, in bits.
    @inline(__always)
    static func probability(ofBits bits: Double) -> Double {
        1 / (1 + Foundation.exp2(-bits))
    }

    /// The odds of a probability, in bits.
    static func bits(ofProbability probability: Double) -> Double {
        Foundation.log2(probability / (1 - probability))
    }
}
