package import Roster
package import Tabular

/// The people of a month, each in a slot, with the indices by which records find them.
///
/// Slots follow the bytewise order of registration numbers, so that they do not depend on the order of the roster. Members
/// of their households may follow, who have no such number and are found by ID number alone.
/// Written to a file, a spine is its people; the indices are made again when it is read.
package struct Spine: Sendable {
    /// The registered people, by slot.
    package let people: [SpinePerson]
    /// Members of their households who are not registered, in the slots behind them.
    package let relatives: [SpinePerson]
    /// Slots by folded ID number, for looking up whole batches of rows.
    package let idIndex: KeyIndex

    /// The spine of these people. Registration numbers and ID numbers are unique among them: where they are not, the
    /// first in the order of registration numbers is the one found.
    package init(people: [SpinePerson]) {
        self.init(ordered: Spine.sorted(people))
    }

    /// The spine of people who come in the bytewise order of registration numbers.
    private init(ordered people: [SpinePerson], relatives: [SpinePerson] = []) {
        (self.people, self.relatives) = (people, relatives)
        var ids = KeyIndex(capacity: people.count + relatives.count)
        ids.insert(people, from: 0)
        ids.insert(relatives, from: people.count)
        idIndex = ids
    }

    /// The same spine with other members of its people's households, in the slots behind them. One whose ID number is
    /// somebody else's already is not found by it.
    package func adding(relatives: [SpinePerson]) -> Spine {
        Spine(ordered: people, relatives: relatives)
    }

    /// The spine of the rows that a selection puts in scope.
    package init(_ selection: RosterSelection, of rows: [RosterRow]) {
        self.init(ordered: selection.inScope.map { SpinePerson(rows[$0].registration) })
    }

    /// Number of slots.
    package var count: Int { people.count + relatives.count }

    /// The person in a slot.
    package func person(_ slot: PersonSlot) -> SpinePerson {
        isRelative(slot) ? relatives[Int(slot.index) - people.count] : people[Int(slot.index)]
    }

    /// Whether a slot is that of somebody who is not registered.
    package func isRelative(_ slot: PersonSlot) -> Bool { Int(slot.index) >= people.count }

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
        var container = try decoder.unkeyedContainer()
        let people = try container.decode([SpinePerson].self)
        self.init(ordered: Spine.sorted(people), relatives: try container.decode([SpinePerson].self))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.unkeyedContainer()
        try container.encode(people)
        try container.encode(relatives)
    }
}

extension KeyIndex {
    /// Adds people by ID number, in slots from `first` on.
    fileprivate mutating func insert(_ people: [SpinePerson], from first: Int) {
        for place in people.indices {
            let ahead = place + KeyIndex.lookAhead
            if ahead < people.count, let id = people[ahead].id { expect(id.folded) }
            if let id = people[place].id { insert(id.folded, slot: Int32(first + place)) }
        }
    }
}
