import Roster

/// How often each of several keys was seen. For few keys, which are searched one by one.
package struct Tally<Key: Hashable & Sendable>: Sendable {
    private var entries: [(key: Key, count: Int)] = []

    package init() {}

    /// A tally with these counts.
    package init(_ counts: [Key: Int]) {
        entries = counts.map { ($0.key, $0.value) }
    }

    /// How often `key` was seen; 0 if never.
    package subscript(key: Key) -> Int { place(of: key).map { entries[$0].count } ?? 0 }

    /// Sum over all keys.
    package var total: Int { entries.reduce(0) { $0 + $1.count } }

    /// The keys seen, in no order: sort them before they are shown.
    package var keys: some Sequence<Key> { entries.lazy.map(\.key) }

    /// Counts `key`.
    package mutating func add(_ key: Key, count: Int = 1) {
        if let place = place(of: key) {
            entries[place].count += count
        } else {
            entries.append((key, count))
        }
    }

    /// Adds the counts of another tally.
    package mutating func merge(_ other: Tally) {
        for entry in other.entries { add(entry.key, count: entry.count) }
    }

    /// Both tallies added.
    package func merging(_ other: Tally) -> Tally {
        var result = self
        result.merge(other)
        return result
    }

    private func place(of key: Key) -> Int? {
        entries.firstIndex { $0.key == key }
    }
}

extension Tally: Equatable {
    package static func == (left: Tally, right: Tally) -> Bool {
        left.entries.count == right.entries.count && left.entries.allSatisfy { right.place(of: $0.key) != nil && right[$0.key] == $0.count }
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
        entries.sorted { precedesBytewise($0.key, $1.key) }.map { ($0.key, $0.count) }
    }
}
