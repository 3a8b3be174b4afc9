package import Roster

/// Counts the names under which one source carries each ID number: a number with too many names is no key there.
package struct OverusedNumbers: Sendable, Equatable {
    /// As written, of records that were linked by ID number alone.
    private var names: [PersonSlot: Set<String>] = [:]

    package init() {}

    /// Notes the name of a record that was linked by ID number with grade C; others carry the person's own name.
    package mutating func note(_ slot: PersonSlot, name: String) {
        if !name.isEmpty { names[slot, default: []].insert(name) }
    }

    /// Takes in what was noted in another part of the source.
    package mutating func merge(_ other: OverusedNumbers) {
        names.merge(other.names) { $0.union($1) }
    }

    /// The people whose number carries more than `limit` names, their own counted, in order.
    package func slots(above limit: Int, names comparison: NameComparison) -> [PersonSlot] {
        names.filter { entry in
            let keys = Set(entry.value.map(comparison.key)).subtracting([""])
            return keys.count + 1 > limit
        }
        .map(\.key).sorted()
    }
}
