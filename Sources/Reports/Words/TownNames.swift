import Roster

/// Names of towns, learnt from the roster: for each town code the most frequent name of the registering agency, and
/// among equally frequent ones the bytewise smallest.
package struct TownNames: Sendable, Equatable {
    private var counts: [String: [String: Int]] = [:]

    package init() {}

    /// Names that are known already, by code.
    package init(_ names: [String: String]) {
        counts = names.mapValues { [$0: 1] }
    }

    /// The name of each town that has one, by code.
    package var names: [String: String] {
        Dictionary(counts.keys.map { ($0, name(of: $0)) }) { first, _ in first }
    }

    /// Counts one registration; empty names tell nothing.
    package mutating func add(townCode: String, agencyName: String) {
        guard !agencyName.isEmpty else { return }
        counts[townCode, default: [:]][agencyName, default: 0] += 1
    }

    /// Takes in what another part of the roster told.
    package mutating func merge(_ other: TownNames) {
        for (town, names) in other.counts {
            counts[town, default: [:]].merge(names, uniquingKeysWith: +)
        }
    }

    /// The name of a town, or empty if none is known.
    package func name(of townCode: String) -> String {
        guard let names = counts[townCode] else { return "" }
        let best = names.max { left, right in
            left.value == right.value ? precedesBytewise(right.key, left.key) : left.value < right.value
        }
        return best?.key ?? ""
    }
}
