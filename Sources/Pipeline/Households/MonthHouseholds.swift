import Decisions
import Matching
import Roster

/// The households of a month, judged: found by the slot of a registered person.
struct MonthHouseholds: Sendable {
    private let households: [Household]
    /// Of registered people who belong to any.
    private let places: [Int32: [Int32]]

    /// There are none.
    static let none = MonthHouseholds(households: [], places: [:])

    /// The households whose books name the person in a slot.
    func of(_ slot: Int) -> [Household] {
        places.isEmpty ? [] : (places[Int32(slot)] ?? []).map { households[Int($0)] }
    }
}

extension MonthHouseholds {
    /// Looks at the records of every member, batch by batch, and puts the households together.
    static func judging(
        _ books: HouseholdBooks, _ roster: MonthRoster, _ evidence: MonthEvidence, engine: DecisionEngine,
        window: OrderedWindow
    ) async throws -> MonthHouseholds {
        guard !books.households.isEmpty else { return .none }
        let count = roster.registrations.count + books.relatives.count
        var wanted = [Bool](repeating: false, count: count)
        for member in books.households.lazy.flatMap(\.members) {
            if let slot = member.slot { wanted[Int(slot.index)] = true }
        }
        let isWanted = wanted
        var standings = [MemberStanding?](repeating: nil, count: count)
        var start = 0
        try await window.run(
            next: { () -> Range<Int>? in
                guard start < count else { return nil }
                let slots = start..<min(start + DecisionStage.batchSize, count)
                start = slots.upperBound
                return slots
            },
            work: { slots -> [(Int, MemberStanding)] in
                let part = try evidence.of(slots: slots)
                return slots.filter { isWanted[$0] }.map { slot in
                    (slot, engine.standing(ofMember: roster.memberCase(slot, books.relatives, part)))
                }
            },
            take: { (found: [(Int, MemberStanding)]) in
                for (slot, standing) in found { standings[slot] = standing }
            })
        return put(books, standings, registered: roster.registrations.count)
    }

    private static func put(
        _ books: HouseholdBooks, _ standings: [MemberStanding?], registered: Int
    ) -> MonthHouseholds {
        var places: [Int32: [Int32]] = [:]
        let households = books.households.enumerated().map { place, book in
            for slot in book.members.compactMap(\.slot?.index) where slot < registered {
                places[slot, default: []].append(Int32(place))
            }
            return Household(
                number: book.number, kind: book.kind, isUrban: book.isUrban,
                members: book.members.map { member in
                    HouseholdMember(
                        id: member.id, relation: member.relation, reference: member.reference,
                        standing: member.slot.flatMap { standings[Int($0.index)] } ?? MemberStanding(.unknownID))
                })
        }
        return MonthHouseholds(households: households, places: places)
    }
}

extension MonthRoster {
    /// Everything known of a member of a household, registered or not.
    fileprivate func memberCase(_ slot: Int, _ relatives: [SpinePerson], _ evidence: MonthEvidence) -> PersonCase {
        if slot < registrations.count { return personCase(slot, evidence) }
        let relative = relatives[slot - registrations.count]
        let registration = Registration(
            registrationNumber: "", name: relative.name, id: relative.id.map(IDReading.usable) ?? .missing,
            registeredOn: Day(number: 0))
        return PersonCase(registration: registration, evidence: evidence.of(slot))
    }
}
