import Foundation
import Testing

@testable import Matching

@Suite("Logarithms and powers of two")
struct LogarithmTests {
    @Test("they are the C library's but for the last bits", arguments: 0..<5)
    func accuracy(seed: Int) {
        var numbers = SeededNumbers(seed: UInt64(seed))
        for _ in 0..<2_000 {
            let bits = Double(numbers.below(2_000_000)) / 1_000 - 1_000
            let power = Logarithm.power(bits)
            #expect(abs(power / Foundation.exp2(bits) - 1) < 1e-15, "\(bits)")
            #expect(abs(Logarithm.base2(power) - bits) < 3e-13, "\(bits)")
            let value = Double(1 + numbers.below(1_000_000)) / Double(1 + numbers.below(1_000_000))
            #expect(abs(Logarithm.base2(value) - Foundation.log2(value)) < 1e-14, "\(value)")
        }
    }

    @Test("powers of two are exact, and the ends are what they should be")
    func exact() {
        for exponent in -1_074...1_023 {
            #expect(Logarithm.power(Double(exponent)) == Double(sign: .plus, exponent: exponent, significand: 1))
            #expect(Logarithm.base2(Logarithm.power(Double(exponent))) == Double(exponent))
        }
        #expect(Logarithm.power(2_000) == .infinity && Logarithm.power(-2_000) == 0)
        #expect(Logarithm.base2(0) == -.infinity && Logarithm.base2(.infinity) == .infinity)
        #expect(Logarithm.base2(.nan).isNaN && Logarithm.power(.nan).isNaN)
        #expect(Logarithm.probability(ofBits: 0) == 0.5 && Logarithm.bits(ofProbability: 0.5) == 0)
        #expect(Logarithm.probability(ofBits: -5_000) == 0 && Logarithm.probability(ofBits: 5_000) == 1)
        #expect(Logarithm.bits(ofProbability: 0) == -.infinity && Logarithm.bits(ofProbability: 1) == .infinity)
    }
}
