package import Roster
import Tabular

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

    /// Whether a registration is in the month by what roster and ledger tell, other registrations aside.
    package func contains(_ registration: Registration, history: PersonHistory? = nil) -> Bool {
        isRunning(registration, history) && validUntil(registration, history) >= month.firstDay
    }

    /// The rows that make up the month. `history` gives what is remembered of a registration number. The outcome
    /// depends on the order of rows only between rows that are equal in every value.
    package func select(
        _ rows: [RosterRow], history: ((String) -> PersonHistory?)? = nil
    ) -> RosterSelection {
        let validities = rows.indices.map { index in
            validity(rows[index].registration, history?(rows[index].registration.registrationNumber))
        }
        let order = RosterOrder(rows: rows)
        let isOrdered = RosterScope.ascends(rows)
        var draft = RosterDraft(rows: rows, names: names, validities: validities)
        if !isOrdered {
            for group in RosterScope.groups(rows.indices, by: { rows[$0].registration.registrationNumber }) {
                draft.settle(number: group, order)
            }
        }
        let survivors = rows.indices.filter { draft.survivors[$0] }
        for group in RosterScope.groups(of: survivors, in: rows) {
            draft.settle(registrations: group, order)
        }
        return draft.selection(isOrdered: isOrdered)
    }

    private func validity(_ registration: Registration, _ history: PersonHistory?) -> RosterValidity {
        if contains(registration, history: history) { return .valid }
        return registration.validUntil == nil && isRunning(registration, history) ? .open : .over
    }

    /// Whether a registration has begun by the end of the month and no confirmed end took it out before.
    private func isRunning(_ registration: Registration, _ history: PersonHistory?) -> Bool {
        guard registration.registeredOn <= month.lastDay else { return false }
        guard let end = history?.confirmedEnd, end < month.firstDay else { return true }
        return registration.registeredOn > end
    }

    private func validUntil(_ registration: Registration, _ history: PersonHistory?) -> Day {
        if let day = registration.validUntil { return day }
        var latest = registration.registeredOn
        if let day = registration.lastContactOn { latest = max(latest, day) }
        if let day = history?.lastContactOn { latest = max(latest, day) }
        return latest.adding(months: validityMonths)
    }

    /// Every registration number is greater than the one before: none can occur twice.
    private static func ascends(_ rows: [RosterRow]) -> Bool {
        rows.indices.dropFirst().allSatisfy { index in
            rows[index - 1].registration.registrationNumber
                .isBytewiseSmaller(than: rows[index].registration.registrationNumber)
        }
    }

    /// The groups of two or more rows with one ID number.
    private static func groups(of indices: [Int], in rows: [RosterRow]) -> [[Int]] {
        var first = KeyIndex(capacity: indices.count)
        var groups: [Int: [Int]] = [:]
        for place in indices.indices {
            let ahead = place + KeyIndex.lookAhead
            if ahead < indices.count, let id = rows[indices[ahead]].registration.id.number { first.expect(id.folded) }
            let index = indices[place]
            guard let id = rows[index].registration.id.number else { continue }
            guard let start = first.insert(id.folded, slot: Int32(index)) else { continue }
            groups[Int(start), default: [Int(start)]].append(index)
        }
        return groups.sorted { $0.key < $1.key }.map(\.value)
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

/// What roster and ledger tell of a registration's validity in a month.
private enum RosterValidity {
    case valid
    /// It has no end of validity, and no contact recent enough is known yet.
    case open
    case over
}

/// The selection while it is being made.
private struct RosterDraft {
    private let rows: [RosterRow]
    private let names: NameComparison
    private let validities: [RosterValidity]
    private(set) var survivors: [Bool]
    private var duplicates: [RosterSelection.Duplicate] = []
    private var conflicts: Set<Int> = []

    init(rows: [RosterRow], names: NameComparison, validities: [RosterValidity]) {
        self.rows = rows
        self.names = names
        self.validities = validities
        survivors = validities.map { $0 != .over }
    }

    /// Of valid rows with one number the first in order stays. Rows that are not valid may still contradict it.
    mutating func settle(number group: [Int], _ order: RosterOrder) {
        let rivals = rivals(group)
        guard let winner = rivals.min(by: order.precedes) else { return }
        for loser in rivals where loser != winner { drop(loser, .duplicateNumber) }
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
        let rivals = rivals(group)
        guard let winner = rivals.max(by: order.isEarlier) else { return }
        for loser in rivals where loser != winner {
            drop(loser, .duplicateRegistration)
            let isOtherName = isOtherName(rows[loser].registration, rows[winner].registration)
            if validities[loser] == .valid, isOtherName { conflicts.insert(winner) }
        }
    }

    /// The surviving rows of a group between which is to be chosen: the valid ones; the open ones only where none is,
    /// else they leave as rows out of the month.
    private mutating func rivals(_ group: [Int]) -> [Int] {
        let alive = group.filter { survivors[$0] }
        let valid = alive.filter { validities[$0] == .valid }
        guard !valid.isEmpty else { return alive }
        for row in alive where validities[row] == .open { survivors[row] = false }
        return valid
    }

    /// What was selected. Rows that are ordered come in the order of registration numbers.
    func selection(isOrdered: Bool) -> RosterSelection {
        var inScope = rows.indices.filter { survivors[$0] }
        if !isOrdered {
            let numbers = inScope.map { rows[$0].registration.registrationNumber }
            let order = inScope.indices.sorted { numbers[$0].isBytewiseSmaller(than: numbers[$1]) }
            inScope = order.map { inScope[$0] }
        }
        return RosterSelection(
            inScope: inScope, doubtful: inScope.filter { validities[$0] == .open },
            duplicates: duplicates.sorted { $0.row < $1.row },
            identityConflicts: conflicts.filter { survivors[$0] }.sorted())
    }

    /// Takes a row out; a valid one is a duplicate to be put aside.
    private mutating func drop(_ row: Int, _ code: FindingCode) {
        survivors[row] = false
        if validities[row] == .valid { duplicates.append(.init(row: row, code: code)) }
    }

    private func isOtherName(_ left: Registration, _ right: Registration) -> Bool {
        names.compare(left.name, right.name) == .different
    }
}
