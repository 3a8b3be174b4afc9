import Roster

/// How often each of several keys was seen.
package struct Tally<Key: Hashable & Sendable>: Sendable, Equatable {
    private var counts: [Key: Int] = [:]

    package init() {}

    /// A tally with these counts.
    package init(_ counts: [Key: Int]) {
        self.counts = counts
    }

    /// How often `key` was seen; 0 if never.
    package subscript(key: Key) -> Int { counts[key] ?? 0 }

    /// Sum over all keys.
    package var total: Int { counts.values.reduce(0, +) }

    /// The keys seen, in no order: sort them before they are shown.
    package var keys: some Sequence<Key> { counts.keys }

    /// Counts `key`.
    package mutating func add(_ key: Key, count: Int = 1) {
        counts[key, default: 0] += count
    }

    /// Adds the counts of another tally.
    package mutating func merge(_ other: Tally) {
        counts.merge(other.counts, uniquingKeysWith: +)
    }

    /// Both tallies added.
    package func merging(_ other: Tally) -> Tally {
        var result = self
        result.merge(other)
        return result
    }
}

extension Tally where Key: CaseIterable {
    /// Keys seen with their counts, in the order in which the type lists them.
    package var listed: [(key: Key, count: Int)] {
        Key.allCases.filter { self[$0] > 0 }.map { ($0, self[$0]) }
    }
}

extension Tally where Key == String {
    /// Keys seen with their counts, bytewise by key.
    package var listed: [(key: String, count: Int)] {
        counts.keys.sorted(by: precedesBytewise).map { ($0, self[$0]) }
    }
}
