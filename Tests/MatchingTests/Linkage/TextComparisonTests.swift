import Testing

@testable import Matching

@Suite("Similarity of texts")
struct TextComparisonTests {
    static func scalars(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }

    static func similarity(_ left: String, _ right: String) -> Double {
        JaroWinkler.similarity(scalars(left).span, scalars(right).span)
    }

    /// A text of at most `length` characters of an alphabet of `letters`.
    static func text(_ numbers: inout SeededNumbers, length: Int, letters: Int) -> [UInt32] {
        (0..<numbers.below(length + 1)).map { _ in UInt32(0x61 + numbers.below(letters)) }
    }

    @Test(
        "Jaro–Winkler has the values of the literature",
        arguments: [
            ("MARTHA", "MARHTA", 0.9611), ("DWAYNE", "DUANE", 0.84), ("DIXON", "DICKSONX", 0.8133),
            ("JELLYFISH", "SMELLYFISH", 0.8963), ("JONES", "JOHNSON", 0.8324), ("ABROMS", "ABRAMS", 0.9222),
            ("SHACKLEFORD", "SHACKELFORD", 0.9818), ("DUNNINGHAM", "CUNNIGHAM", 0.8963),
            ("ABCVWXYZ", "CABVWXYZ", 0.9583),
            ("欧阳靖宇", "欧阳靖宇", 1), ("欧阳靖宇", "司马相如", 0), ("", "ABC", 0), ("A", "A", 1), ("A", "B", 0),
        ])
    func knownValues(left: String, right: String, similarity: Double) {
        #expect(abs(Self.similarity(left, right) - similarity) < 0.00006)
    }

    @Test("Jaro–Winkler is symmetric, between 0 and 1, and 1 for equal texts", arguments: 0..<20)
    func properties(seed: Int) {
        var numbers = SeededNumbers(seed: UInt64(seed))
        for _ in 0..<400 {
            let left = Self.text(&numbers, length: 12, letters: 2 + seed % 5)
            let right = Self.text(&numbers, length: 12, letters: 2 + seed % 5)
            let similarity = JaroWinkler.similarity(left.span, right.span)
            let place = "seed \(seed): \(left) and \(right)"
            #expect(similarity == JaroWinkler.similarity(right.span, left.span), "\(place)")
            #expect(similarity >= 0 && similarity <= 1, "\(place)")
            #expect(left.isEmpty || JaroWinkler.similarity(left.span, left.span) == 1, "\(place)")
            #expect((similarity == 1) == (left == right && !left.isEmpty), "\(place)")
        }
    }

    @Test("Jaro–Winkler looks at the first 64 characters of longer texts", arguments: [63, 64, 65, 200])
    func longTexts(length: Int) {
        let text = (0..<length).map { UInt32(0x61 + $0 % 26) }
        #expect(JaroWinkler.similarity(text.span, text.span) == 1)
        let (one, two) = (text + [0x31], text + [0x32])
        let similarity = JaroWinkler.similarity(one.span, two.span)
        #expect((similarity == 1) == (length >= 64))
    }

    @Test("the distance is the one that the fewest edits make", arguments: 0..<12)
    func distance(seed: Int) {
        var numbers = SeededNumbers(seed: UInt64(seed))
        for _ in 0..<40 {
            let left = Self.text(&numbers, length: 6, letters: 2 + seed % 3)
            let right = Self.text(&numbers, length: 6, letters: 2 + seed % 3)
            let expected = NaiveDistance.recursive(left, right)
            #expect(EditDistance.distance(left.span, right.span) == expected, "seed \(seed): \(left) and \(right)")
            #expect(NaiveDistance.table(left, right) == expected, "seed \(seed): \(left) and \(right)")
        }
    }

    @Test("a distance is within a limit if the whole table says so", arguments: 1...3, 0..<12)
    func isWithin(limit: Int, seed: Int) {
        var numbers = SeededNumbers(seed: UInt64(seed))
        for _ in 0..<300 {
            let left = Self.text(&numbers, length: 9, letters: 2 + seed % 4)
            let right =
                numbers.chance(50) ? Self.text(&numbers, length: 9, letters: 2 + seed % 4) : edited(left, &numbers)
            let isWithin = NaiveDistance.table(left, right) <= limit
            let place = "seed \(seed), limit \(limit): \(left) and \(right)"
            #expect(EditDistance.isWithin(limit, left.span, right.span) == isWithin, "\(place)")
            #expect(EditDistance.isWithin(limit, right.span, left.span) == isWithin, "\(place)")
        }
    }

    /// A text with one to four slips.
    private func edited(_ text: [UInt32], _ numbers: inout SeededNumbers) -> [UInt32] {
        var text = text
        for _ in 0...numbers.below(4) where text.count > 1 {
            let place = numbers.below(text.count - 1)
            switch numbers.below(4) {
            case 0: text.swapAt(place, place + 1)
            case 1: text.remove(at: place)
            case 2: text[place] = UInt32(0x61 + numbers.below(4))
            default: text.insert(UInt32(0x61 + numbers.below(4)), at: place)
            }
        }
        return text
    }
}
