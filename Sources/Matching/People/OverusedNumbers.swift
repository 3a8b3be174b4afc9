package import Roster

/// Counts the names under which one source carries each ID number: a number with too many names is no key there.
package struct OverusedNumbers: Sendable {
    private let names: NameComparison
    private var strangers: [PersonSlot: Set<String>] = [:]

    package init(names: NameComparison) {
        self.names = names
    }

    /// Notes the name of a record that was linked by ID number with grade C; others carry the person's own name.
    package mutating func note(_ slot: PersonSlot, name: String) {
        let key = names.key(name)
        if !key.isEmpty { strangers[slot, default: []].insert(key) }
    }

    /// Takes in what was noted in another part of the source.
    package mutating func merge(_ other: OverusedNumbers) {
        strangers.merge(other.strangers) { $0.union($1) }
    }

    /// The people whose number carries more than `limit` names, their own counted, in order.
    package func slots(above limit: Int) -> [PersonSlot] {
        strangers.filter { $0.value.count + 1 > limit }.map(\.key).sorted()
    }
}
