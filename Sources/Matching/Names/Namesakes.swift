import Tabular

/// Finds the people of a spine who may bear a name: equal but for variants, blanks and dots.
///
/// Two sorted arrays of numbers: an index of texts would be larger than the people themselves.
package struct Namesakes: Sendable {
    private let names: NameComparison
    private let hashes: [UInt64]
    private let slots: [Int32]

    /// The namesakes among people with a name.
    package init(_ people: [SpinePerson], names: NameComparison) {
        self.names = names
        var entries: [(hash: UInt64, slot: Int32)] = []
        entries.reserveCapacity(people.count)
        for (slot, person) in people.enumerated() where !person.name.isEmpty {
            entries.append((Namesakes.hash(person.name, names), Int32(slot)))
        }
        entries.sort { ($0.hash, $0.slot) < ($1.hash, $1.slot) }
        (hashes, slots) = (entries.map(\.hash), entries.map(\.slot))
    }

    /// Slots of people whose name may be this one, in order; whether it is, comparing tells.
    func slots(of name: String) -> ArraySlice<Int32> {
        let hash = Namesakes.hash(name, names)
        var (low, high) = (0, hashes.count)
        while low < high {
            let middle = (low + high) / 2
            if hashes[middle] < hash { low = middle + 1 } else { high = middle }
        }
        var end = low
        while end < hashes.count, hashes[end] == hash { end += 1 }
        return slots[low..<end]
    }

    private static func hash(_ name: String, _ names: NameComparison) -> UInt64 {
        let key = names.coarseKey(name)
        return ValueHash.of(key, 0..<key.count)
    }
}
