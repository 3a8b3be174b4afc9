import Decisions
import Matching
import Roster

/// The households of a month, judged: found by the slot of a registered person.
struct MonthHouseholds: Sendable {
    private let books: HouseholdBooks
    private let standings: MemberStandings
    /// Registered people and the households whose books name them, by slot.
    private let places: [Place]

    /// A registered person in a household.
    private struct Place: Sendable {
        let slot: Int32
        let household: Int32
    }

    /// There are none.
    static let none = MonthHouseholds(.none, MemberStandings(slots: 0), registered: 0)

    private init(_ books: HouseholdBooks, _ standings: MemberStandings, registered: Int) {
        (self.books, self.standings) = (books, standings)
        var places: [Place] = []
        for household in books.households.indices {
            for slot in books.members(of: household).compactMap(\.slot?.index) where slot < registered {
                places.append(Place(slot: slot, household: Int32(household)))
            }
        }
        self.places = places.sorted { ($0.slot, $0.household) < ($1.slot, $1.household) }
    }

    /// The households whose books name the person in a slot.
    func of(_ slot: Int) -> [Household] {
        guard !places.isEmpty else { return [] }
        var (low, high) = (0, places.count)
        while low < high {
            let middle = (low + high) / 2
            if Int(places[middle].slot) < slot { low = middle + 1 } else { high = middle }
        }
        return places[low...].prefix { Int($0.slot) == slot }.map { household(Int($0.household)) }
    }

    private func household(_ place: Int) -> Household {
        let book = books.households[place]
        return Household(
            number: book.number, kind: book.kind, isUrban: book.isUrban,
            members: books.members(of: place).map { member in
                HouseholdMember(
                    id: member.id, relation: member.relation, reference: member.reference,
                    standing: member.slot.map { standings.of(Int($0.index)) } ?? MemberStanding(.unknownID))
            })
    }
}

/// How members stand to work, by slot: most of them are without any record, and told by their kind alone.
private struct MemberStandings: Sendable {
    private var kinds: [MemberStanding.Kind]
    private var told: [Int32: MemberStanding] = [:]

    init(slots: Int) { kinds = Array(repeating: .unknownID, count: slots) }

    func of(_ slot: Int) -> MemberStanding { told[Int32(slot)] ?? MemberStanding(kinds[slot]) }

    mutating func set(_ standing: MemberStanding, at slot: Int) {
        kinds[slot] = standing.kind
        if standing.record != nil || !standing.rosters.isEmpty || standing.recognition != nil {
            told[Int32(slot)] = standing
        }
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
        for member in books.members {
            if let slot = member.slot { wanted[Int(slot.index)] = true }
        }
        let isWanted = wanted
        var standings = MemberStandings(slots: count)
        try await window.runSlots(
            count,
            work: { slots -> [(Int, MemberStanding)] in
                let part = try evidence.of(slots: slots)
                return slots.filter { isWanted[$0] }.map { slot in
                    (slot, engine.standing(ofMember: roster.memberCase(slot, books.relatives, part)))
                }
            },
            take: { (found: [(Int, MemberStanding)]) in
                for (slot, standing) in found { standings.set(standing, at: slot) }
            })
        return MonthHouseholds(books, standings, registered: roster.registrations.count)
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
