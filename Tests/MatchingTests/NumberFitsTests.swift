import Roster
import Testing

@testable import Matching

@Suite("Whose number a masked or damaged one can be")
struct NumberFitsTests {
    /// Numbers alike enough that masks and edits fit several of them.
    private static func numbers(_ seed: SeededNumbers, count: Int) -> [String] {
        var seed = seed
        return (0..<count).map { _ in
            let birth = ["19900307", "19900308", "19910307"][seed.below(3)]
            let region = ["440203", "440204", "440213"][seed.below(3)]
            return MadeUpID.checked(region + birth + "\(100 + seed.below(60))")
        }
    }

    private static func spine(_ numbers: [String]) throws -> Spine {
        Spine(
            people: try Set(numbers).sorted().enumerated().map { index, text in
                SpinePerson(
                    Registration(
                        registrationNumber: "DJ\(10_000 + index)", name: "甲",
                        id: .usable(try #require(IDNumber(checking: text))), registeredOn: Day(number: 20_000)))
            })
    }

    @Test("masks are counted as a comparison with everybody counts them", arguments: 0..<6)
    func masks(seed: Int) throws {
        var random = SeededNumbers(seed: UInt64(seed))
        let numbers = Self.numbers(random, count: 120)
        let fits = NumberFits(try Self.spine(numbers))
        let all = Set(numbers)
        for hidden in [Array(6..<14), Array(14..<18), Array(0..<6), [5, 17], Array(4..<16), Array(0..<18), [1, 15]] {
            for _ in 0..<20 {
                let mask = MadeUpID.hiding(hidden, of: numbers[random.below(numbers.count)])
                let expected = all.count { number in zip(mask, number).allSatisfy { $0 == "*" || $0 == $1 } }
                #expect(fits.count(mask) == expected && expected > 0, "\(mask)")
            }
        }
        #expect(fits.count(MadeUpID.hiding(6..<14, of: MadeUpID.checked("11010119900307100"))) == 0)
    }

    @Test("damaged numbers are counted with one slip of the pen, wherever it is", arguments: 0..<6)
    func damaged(seed: Int) throws {
        var random = SeededNumbers(seed: UInt64(seed))
        let numbers = Self.numbers(random, count: 120)
        let fits = NumberFits(try Self.spine(numbers))
        for _ in 0..<200 {
            let number = numbers[random.below(numbers.count)]
            let place = random.below(17)
            let text =
                random.chance(50) ? MadeUpID.swapping(place, of: number) : MadeUpID.replacing(place, by: 1, of: number)
            guard IDNumber(checking: text) == nil else { continue }
            let expected = Set(numbers).count { NaiveID.isOneEdit($0, text) }
            #expect(fits.count(text) == expected && expected > 0, "\(text)")
        }
    }

    @Test("what is whole, or of another shape, is nobody's slip")
    func others() throws {
        let id = MadeUpID.checked("44020319900307123")
        let fits = NumberFits(try Self.spine([id]))
        for text in [id, "", "H12345678", "440203900307123"] { #expect(fits.count(text) == 0, "\(text)") }
    }
}
