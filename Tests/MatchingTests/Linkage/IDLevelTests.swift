import Testing

@testable import Matching

@Suite("Levels of ID numbers")
struct IDLevelTests {
    static let (exact, masked, oneEdit, different) = (1, 2, 3, 4)
    static let id = MadeUpID.checked("44020319900307123")

    static func level(_ left: String, _ right: String) -> Int { LinkageSamples.level(.id(), left, right) }

    @Test("equal numbers agree, whether they check out or not")
    func equal() {
        for text in [Self.id, MadeUpID.replacing(17, by: 1, of: Self.id), "H12345678", "440203900307123"] {
            #expect(Self.level(text, text) == Self.exact, "\(text)")
        }
    }

    @Test("a mask agrees with the numbers that fit it if it shows six characters or more")
    func masks() {
        let cases: [(hidden: [Int], level: Int)] = [
            (Array(6..<14), Self.masked), ([17], Self.masked), (Array(0..<12), Self.masked),
            (Array(0..<13), Self.different), (Array(0..<18), Self.different),
            ([0, 2, 4, 6, 8, 10, 12, 14, 16], Self.masked),
        ]
        for (hidden, level) in cases {
            let mask = MadeUpID.hiding(hidden, of: Self.id)
            #expect(Self.level(mask, Self.id) == level, "\(mask)")
            #expect(Self.level(Self.id, mask) == level, "\(mask)")
        }
        let other = MadeUpID.hiding(6..<14, of: MadeUpID.replacing(0, by: 1, of: Self.id))
        #expect(Self.level(other, Self.id) == Self.different)
    }

    @Test("a mask never agrees exactly with a mask, not even with the same", arguments: [8, 4, 18])
    func maskAndMask(hidden: Int) {
        let mask = MadeUpID.hiding((18 - hidden)..<18, of: Self.id)
        #expect(Self.level(mask, mask) != Self.exact, "\(mask)")
        let other = MadeUpID.hiding([0], of: mask)
        #expect(Self.level(mask, other) == Self.different)
    }

    @Test("a number is an edit from another if one of them fails its check")
    func edits() {
        let damaged = MadeUpID.replacing(15, by: 3, of: Self.id)
        #expect(Self.level(damaged, Self.id) == Self.oneEdit)
        #expect(Self.level(Self.id, damaged) == Self.oneEdit)
        #expect(Self.level(MadeUpID.swapping(14, of: Self.id), Self.id) == Self.oneEdit)
        #expect(Self.level(MadeUpID.replacing(3, by: 1, of: damaged), Self.id) == Self.different)
        #expect(Self.level(Self.id, MadeUpID.checked("44020319900307124")) == Self.different)
    }

    @Test("other papers agree as a whole or not at all")
    func papers() {
        #expect(Self.level("H12345678", "H12345679") == Self.different)
        #expect(Self.level("H12345678", Self.id) == Self.different)
        #expect(Self.level("440203900307123", Self.id) == Self.different)
        #expect(Self.level("H12345678", MadeUpID.hiding(6..<14, of: Self.id)) == Self.different)
    }
}
