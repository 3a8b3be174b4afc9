package import Roster

/// Decides which rows of the roster make up a month: one valid registration a person.
package struct RosterScope: Sendable {
    private let month: Month
    private let names: NameComparison
    private let validityMonths: Int

    /// The scope of a month. A registration without an end of validity holds for `validityMonths` after the later of
    /// registration and last contact.
    package init(month: Month, names: NameComparison, validityMonths: Int = 6) {
        self.month = month
        self.names = names
        self.validityMonths = validityMonths
    }

    /// Whether a registration is in the month, other registrations aside.
    package func contains(_ registration: Registration, history: PersonHistory? = nil) -> Bool {
        guard registration.registeredOn <= month.lastDay,
            validUntil(registration, history) >= month.firstDay
        else { return false }
        guard let end = history?.confirmedEnd, end < month.firstDay else { return true }
        return registration.registeredOn > end
    }

    /// The rows that make up the month. `history` gives what is remembered of a registration number. The outcome depends on the order of rows
    /// only between rows that are equal in every value.
    package func select(
        _ rows: [RosterRow], history: (String) -> PersonHistory? = { _ in nil }
    ) -> RosterSelection {
        let isValid = rows.map { contains($0.registration, history: history($0.registration.registrationNumber)) }
        let order = RosterOrder(rows: rows)
        var draft = RosterDraft(rows: rows, names: names, survivors: isValid)
        for group in RosterScope.groups(rows.indices, by: { rows[$0].registration.registrationNumber }) {
            draft.settle(number: group, order)
        }
        let survivors = rows.indices.filter { draft.survivors[$0] }
        for group in RosterScope.groups(survivors, by: { rows[$0].registration.id.number }) {
            draft.settle(registrations: group, order)
        }
        return draft.selection
    }

    private func validUntil(_ registration: Registration, _ history: PersonHistory?) -> Day {
        if let day = registration.validUntil { return day }
        let contacts = [registration.lastContactOn, history?.lastContactOn].compactMap { $0 }
        let latest = contacts.reduce(registration.registeredOn, max)
        return latest.adding(months: validityMonths)
    }

    /// The groups of two or more indices with one key; indices without a key are in none.
    private static func groups<Key: Hashable>(_ indices: some Collection<Int>, by key: (Int) -> Key?) -> [[Int]] {
        var first = [Key: Int](minimumCapacity: indices.count)
        var groups: [Int: [Int]] = [:]
        for index in indices {
            guard let key = key(index) else { continue }
            if let start = first[key] {
                groups[start, default: [start]].append(index)
            } else {
                first[key] = index
            }
        }
        return groups.sorted { $0.key < $1.key }.map(\.value)
    }
}

/// The selection while it is being made.
private struct RosterDraft {
    private let rows: [RosterRow]
    private let names: NameComparison
    private(set) var survivors: [Bool]
    private var duplicates: [RosterSelection.Duplicate] = []
    private var conflicts: Set<Int> = []

    init(rows: [RosterRow], names: NameComparison, survivors: [Bool]) {
        self.rows = rows
        self.names = names
        self.survivors = survivors
    }

    /// Of valid rows with one number the first in order stays. Rows that are not valid may still contradict it.
    mutating func settle(number group: [Int], _ order: RosterOrder) {
        let valid = group.filter { survivors[$0] }
        guard let winner = valid.min(by: order.precedes) else { return }
        for loser in valid where loser != winner { drop(loser, .duplicateNumber) }
        let kept = rows[winner].registration
        let contradicts = group.contains { other in
            let registration = rows[other].registration
            return other != winner
                && (IDAgreement(registration.id, kept.id) == .different || isOtherName(registration, kept))
        }
        if contradicts { conflicts.insert(winner) }
    }

    /// Of valid registrations with one ID number the latest stays.
    mutating func settle(registrations group: [Int], _ order: RosterOrder) {
        guard let winner = group.max(by: order.isEarlier) else { return }
        for loser in group where loser != winner {
            drop(loser, .duplicateRegistration)
            if isOtherName(rows[loser].registration, rows[winner].registration) { conflicts.insert(winner) }
        }
    }

    var selection: RosterSelection {
        let numbered = rows.indices.filter { survivors[$0] }.map { ($0, rows[$0].registration.registrationNumber) }
        return RosterSelection(
            inScope: numbered.sorted { $0.1.isBytewiseSmaller(than: $1.1) }.map(\.0),
            duplicates: duplicates.sorted { $0.row < $1.row },
            identityConflicts: conflicts.filter { survivors[$0] }.sorted())
    }

    private mutating func drop(_ row: Int, _ code: FindingCode) {
        survivors[row] = false
        duplicates.append(.init(row: row, code: code))
    }

    private func isOtherName(_ left: Registration, _ right: Registration) -> Bool {
        names.compare(left.name, right.name) == .different
    }
}
