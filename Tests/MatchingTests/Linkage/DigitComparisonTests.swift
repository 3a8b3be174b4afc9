import Testing

@testable import Matching

@Suite("Comparison digit by digit")
struct DigitComparisonTests {
    @Test(
        "day and month are swapped in one year only",
        arguments: [
            (20_261_005, 20_260_510, true), (20_260_112, 20_261_201, true), (20_261_005, 20_260_511, false),
            (20_261_005, 20_250_510, false), (20_261_031, 20_263_110, true), (20_261_005, 20_261_006, false),
            (-1, 20_260_510, false), (20_261_005, -1, false), (-1, -1, false),
        ] as [(Int64, Int64, Bool)])
    func swappedDates(left: Int64, right: Int64, isSwapped: Bool) {
        #expect(DigitComparison.isSwappedDate(left, right) == isSwapped)
        #expect(DigitComparison.isSwappedDate(right, left) == isSwapped)
    }

    @Test(
        "one digit differs, or two neighbours are swapped",
        arguments: [
            (20_261_031, 20_261_030, true), (20_261_031, 10_261_031, true), (20_261_031, 20_261_013, true),
            (20_261_031, 20_216_031, true), (20_261_031, 20_261_040, false), (20_261_031, 20_361_041, false),
            (20_261_031, 20_261_031, false), (12_345, 13_245, true), (12_345, 14_325, false), (12_345, 21_354, false),
            (1234, 12_345, false), (123, 1230, false), (5, 6, true), (-1, 5, false), (5, -1, false), (-1, -1, false),
            (1223, 1332, false), (1213, 1123, true), (999_999_999_999_999_999, 999_999_999_999_999_998, true),
        ] as [(Int64, Int64, Bool)])
    func oneDigit(left: Int64, right: Int64, isOne: Bool) {
        #expect(DigitComparison.isOneDigit(left, right) == isOne)
        #expect(DigitComparison.isOneDigit(right, left) == isOne)
    }

    @Test("numbers are compared as their texts are, place by place", arguments: 0..<10)
    func sameAsTexts(seed: Int) {
        var numbers = SeededNumbers(seed: UInt64(seed))
        for _ in 0..<500 {
            let left = 1000 + numbers.below(9000)
            let right = edited(left, &numbers)
            let filled = String(repeating: "0", count: 4 - String(right).count) + String(right)
            let expected = NaiveID.isOneEdit(String(left), filled)
            #expect(
                DigitComparison.isOneDigit(Int64(left), Int64(right)) == expected, "seed \(seed): \(left) and \(right)")
        }
    }

    private func edited(_ number: Int, _ numbers: inout SeededNumbers) -> Int {
        var digits = String(number).map(String.init)
        for _ in 0..<numbers.below(3) {
            let place = numbers.below(3)
            if numbers.chance(50) { digits.swapAt(place, place + 1) } else { digits[place] = String(numbers.below(10)) }
        }
        return Int(digits.joined()) ?? 0
    }

    @Test(
        "codes keep the noughts they begin with when they are compared digit by digit",
        arguments: [
            ("010000", "110000", true), ("010000", "100000", true), ("010000", "010001", true),
            ("0123", "124", false), ("00123", "123", false), ("0", "5", true), ("440203", "440204", true),
        ])
    func noughts(left: String, right: String, isOne: Bool) {
        let level = LinkageSamples.level(.code("postcode", [.oneDigit]), left, right)
        #expect(level == (isOne ? 1 : 2), "\(left) and \(right)")
    }

    @Test(
        "what is no row of digits is compared as a whole only",
        arguments: ["44020a", "-12345", "1234567890123456789", "４４０２０３"])
    func noDigits(text: String) {
        let field = LinkageField.code("code", [.exact, .oneDigit, .within(5)])
        #expect(LinkageSamples.level(field, text, text) == 1)
        #expect(LinkageSamples.level(field, text, "440203") == 4)
        #expect(LinkageSamples.level(field, "440203", text) == 4)
    }

    @Test(
        "numbers are within a distance of each other",
        arguments: [
            ("100", "105", 1), ("105", "100", 1), ("100", "106", 2), ("100", "0100", 1), ("100", "", 0), ("", "", 0),
        ])
    func within(left: String, right: String, level: Int) {
        #expect(LinkageSamples.level(.code("code", [.within(5)]), left, right) == level)
    }
}
