/// Logarithms and powers of two.
///
/// Made of additions, multiplications and divisions alone, which give the same bits on every machine; the C library's own
/// functions differ in the last bit from processor to processor, and trained weights are written down whole.
enum Logarithm {
    /// The logarithm to base 2 of a positive number.
    static func base2(_ value: Double) -> Double {
        guard value > 0, value.isFinite else { return value == 0 ? -.infinity : value }
        var (exponent, fraction) = (Double(value.exponent), value.significand)
        if fraction > 1.414_213_562_373_095 { (exponent, fraction) = (exponent + 1, fraction / 2) }
        // ln x = 2 (s + s³/3 + s⁵/5 + …) with s = (x − 1) / (x + 1), here below 0.172.
        let ratio = (fraction - 1) / (fraction + 1)
        let square = ratio * ratio
        var sum = 0.0
        for odd in stride(from: 23.0, through: 1, by: -2) { sum = sum * square + 1 / odd }
        return exponent + 2 * ratio * sum / naturalOfTwo
    }

    /// Two to a power.
    static func power(_ exponent: Double) -> Double {
        guard abs(exponent) < 1_100 else { return exponent > 0 ? .infinity : exponent < 0 ? 0 : exponent }
        let whole = exponent.rounded()
        // eˣ = 1 + x (1 + x/2 (1 + x/3 (…))) with |x| below 0.347.
        let rest = (exponent - whole) * naturalOfTwo
        var sum = 1.0
        for term in stride(from: 17.0, through: 1, by: -1) { sum = 1 + sum * rest / term }
        return Double(sign: .plus, exponent: Int(whole), significand: sum)
    }

    /// The probability with these odds, in bits.
    static func probability(ofBits bits: Double) -> Double { 1 / (1 + power(-bits)) }

    /// The odds of a probability, in bits.
    static func bits(ofProbability probability: Double) -> Double { base2(probability / (1 - probability)) }

    private static let naturalOfTwo = 0.693_147_180_559_945_309_4
}
