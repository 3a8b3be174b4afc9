package import Roster
package import Tabular

/// The people of a month, each in a slot, with the indices by which records find them.
///
/// Slots follow the bytewise order of registration numbers, so that they do not depend on the order of the roster.
/// Written to a file, a spine is its people; the indices are made again when it is read.
package struct Spine: Sendable {
    /// The people, by slot.
    package let people: [SpinePerson]
    /// Slots by folded ID number, for looking up whole batches of rows.
    package let idIndex: KeyIndex

    /// The spine of these people. Registration numbers and ID numbers are unique among them: where they are not, the
    /// first in the order of registration numbers is the one found.
    package init(people: [SpinePerson]) {
        self.init(ordered: Spine.sorted(people))
    }

    /// The spine of people who come in the bytewise order of registration numbers.
    private init(ordered people: [SpinePerson]) {
        self.people = people
        var ids = KeyIndex(capacity: people.count)
        for slot in people.indices {
            let ahead = slot + KeyIndex.lookAhead
            if ahead < people.count, let id = people[ahead].id { ids.expect(id.folded) }
            if let id = people[slot].id { ids.insert(id.folded, slot: Int32(slot)) }
        }
        idIndex = ids
    }

    /// The spine of the rows that a selection puts in scope.
    package init(_ selection: RosterSelection, of rows: [RosterRow]) {
        self.init(ordered: selection.inScope.map { SpinePerson(rows[$0].registration) })
    }

    /// Number of people.
    package var count: Int { people.count }

    /// The person in a slot.
    package func person(_ slot: PersonSlot) -> SpinePerson { people[Int(slot.index)] }

    /// The slot of a registration number.
    ///
    /// The people lie in the order of these numbers, so that no index of texts is kept: it would be as large as they are.
    package func slot(ofNumber number: String) -> PersonSlot? {
        var (low, high) = (0, people.count)
        while low < high {
            let middle = (low + high) / 2
            if people[middle].registrationNumber.isBytewiseSmaller(than: number) {
                low = middle + 1
            } else {
                high = middle
            }
        }
        guard low < people.count, people[low].registrationNumber.precedesBytewise(number) == nil else { return nil }
        return PersonSlot(low)
    }

    /// The slot of an ID number.
    package func slot(ofID id: IDNumber) -> PersonSlot? {
        idIndex.slot(of: id.folded).map { PersonSlot(Int($0)) }
    }

    private static func sorted(_ people: [SpinePerson]) -> [SpinePerson] {
        func precedes(_ left: SpinePerson, _ right: SpinePerson) -> Bool {
            left.registrationNumber.isBytewiseSmaller(than: right.registrationNumber)
        }
        let isSorted = zip(people, people.dropFirst()).allSatisfy { !precedes($1, $0) }
        return isSorted ? people : people.sorted(by: precedes)
    }
}

extension Spine: Codable {
    package init(from decoder: any Decoder) throws {
        self.init(people: try decoder.singleValueContainer().decode([SpinePerson].self))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(people)
    }
}
