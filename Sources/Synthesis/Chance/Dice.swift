import Roster

/// A seeded source of chance: SplitMix64 (Steele, Lea, Flood 2014), a counter passed through a mixing function.
///
/// Dice made from equal numbers roll alike, so a person's month can be rolled again at any time without keeping it.
struct Dice {
    private var state: UInt64

    /// Dice for one purpose: the numbers say whose and when.
    init(_ seed: UInt64, _ first: Int, _ second: Int = 0, for purpose: Purpose) {
        var mixed = Dice.mix(seed &+ 0x9E37_79B9_7F4A_7C15)
        mixed = Dice.mix(mixed ^ UInt64(bitPattern: Int64(first)))
        mixed = Dice.mix(mixed &+ UInt64(bitPattern: Int64(second)) &* 0xD1B5_4A32_D192_ED03)
        state = mixed ^ purpose.rawValue &* 0x8CB9_2BA7_2F3D_8DD7
    }

    /// What dice are rolled for; different purposes never share a sequence.
    enum Purpose: UInt64 {
        case profile = 1
        case life, month, rows, stranger, household, firm, mess, bad
    }

    /// 64 random bits.
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        return Dice.mix(state)
    }

    /// A whole number from 0 up to but not including `count`, which is at least 1.
    mutating func below(_ count: Int) -> Int {
        Int(truncatingIfNeeded: next().multipliedFullWidth(by: UInt64(count)).high)
    }

    /// A whole number in a range.
    mutating func among(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + below(range.count)
    }

    /// True with this probability.
    mutating func chance(_ probability: Double) -> Bool {
        Double(next() >> 11) * 0x1p-53 < probability
    }

    /// One of the elements; the array is not empty.
    mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[below(elements.count)]
    }

    /// A day of a month.
    mutating func day(of month: Month) -> Day {
        month.firstDay.adding(days: below(Int(month.lastDay.number - month.firstDay.number) + 1))
    }

    private static func mix(_ value: UInt64) -> UInt64 {
        var mixed = value
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
