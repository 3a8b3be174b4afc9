import Roster

/// Counts the people of a spine whose ID number a masked or damaged one can be, names aside.
package struct NumberFits: Sendable {
    private let numbers: [IDValue]
    /// Indices in `numbers` by the last four characters, by the first six, and by those up to the month of birth.
    private let tails: [UInt64: [Int32]]
    private let heads: [UInt64: [Int32]]
    private let births: [UInt64: [Int32]]

    private static let tail = 14..<18
    private static let head = 0..<6
    private static let birth = 0..<12

    package init(_ spine: Spine) {
        numbers = spine.people.compactMap(\.id).map { IDValue($0.text) }
        tails = NumberFits.groups(numbers, NumberFits.tail)
        heads = NumberFits.groups(numbers, NumberFits.head)
        births = NumberFits.groups(numbers, NumberFits.birth)
    }

    /// How many numbers agree with 18 characters in all that those show; a damaged number also with one digit changed, or
    /// two neighbours swapped.
    package func count(_ text: String) -> Int {
        let value = IDValue(text)
        switch value.state {
        case .valid, .other: return 0
        case .damaged:
            // An edit spares the tail, or all up to the month of birth.
            let near = Set(candidates(value, NumberFits.tail, tails) + candidates(value, NumberFits.birth, births))
            return near.count { numbers[Int($0)].isOneEdit(from: value) }
        case .masked:
            if shows(value, NumberFits.tail) {
                return candidates(value, NumberFits.tail, tails).count { numbers[Int($0)].fits(value) }
            }
            if shows(value, NumberFits.head) {
                return candidates(value, NumberFits.head, heads).count { numbers[Int($0)].fits(value) }
            }
            return numbers.count { $0.fits(value) }
        }
    }

    private func candidates(_ value: IDValue, _ places: Range<Int>, _ groups: [UInt64: [Int32]]) -> [Int32] {
        groups[NumberFits.key(value, places)] ?? []
    }

    private func shows(_ value: IDValue, _ places: Range<Int>) -> Bool {
        places.allSatisfy { value.visible >> UInt32($0) & 1 == 1 }
    }

    private static func groups(_ numbers: [IDValue], _ places: Range<Int>) -> [UInt64: [Int32]] {
        Dictionary(grouping: numbers.indices.map(Int32.init)) { key(numbers[Int($0)], places) }
    }

    /// Numbers that share a key need not agree: candidates are compared.
    private static func key(_ value: IDValue, _ places: Range<Int>) -> UInt64 {
        places.reduce(0) { $0 &* 131 &+ UInt64(value.character($1)) }
    }
}
