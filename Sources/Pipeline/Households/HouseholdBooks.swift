import Matching
import Roster

/// The households of registered people with all their members, before anything is known of how these stand to work.
struct HouseholdBooks: Sendable {
    /// By number and region.
    let households: [Book]
    /// Members who are not registered, in the slots behind those of registered people; by ID number.
    let relatives: [SpinePerson]

    /// One household.
    struct Book: Sendable {
        let number: String
        let kind: String
        let isUrban: Bool?
        /// By ID number; those without a usable one behind, by what is written.
        var members: [Member]
    }

    /// One member, entered once however often the book does.
    struct Member: Sendable {
        let id: IDNumber?
        /// `nil` without a usable number.
        var slot: PersonSlot?
        let relation: String
        let reference: RecordReference
    }

    /// There are none.
    static let none = HouseholdBooks([], spine: Spine(people: []))

    /// The households that some entries make up; members are looked for among the people of the spine.
    init(_ entries: [BookEntry], spine: Spine) {
        var books: [HouseholdKey: [BookEntry]] = [:]
        for entry in entries { books[HouseholdKey(entry.membership), default: []].append(entry) }
        let keys = books.keys.sorted { left, right in
            left.number.precedesBytewise(right.number) ?? left.region.precedesBytewise(right.region) ?? false
        }
        let relatives = Relatives(entries, spine: spine)
        households = keys.map { key in Book(books[key] ?? []) { relatives.slot(of: $0, spine: spine) } }
        self.relatives = relatives.people
    }
}

/// Slots for members who are not registered.
private struct Relatives {
    private(set) var people: [SpinePerson] = []
    private var slots: [IDNumber: Int32] = [:]

    /// Everybody among the entries with a usable number that nobody in the spine has; of several names the bytewise
    /// smallest.
    init(_ entries: [BookEntry], spine: Spine) {
        var names: [IDNumber: String] = [:]
        for entry in entries {
            guard let id = entry.id.number, spine.slot(ofID: id) == nil else { continue }
            let name = names[id] ?? entry.name
            names[id] = precedesBytewise(entry.name, name) && !entry.name.isEmpty ? entry.name : name
        }
        people = names.sorted { $0.key.folded < $1.key.folded }
            .map { SpinePerson(registrationNumber: "", id: $0.key, name: $0.value) }
        for (place, person) in people.enumerated() {
            if let id = person.id { slots[id] = Int32(spine.people.count + place) }
        }
    }

    func slot(of id: IDNumber, spine: Spine) -> PersonSlot? {
        slots[id].map { PersonSlot(Int($0)) } ?? spine.slot(ofID: id)
    }
}

extension HouseholdBooks.Book {
    /// The household of entries that share number and region; what the bytewise smallest values say of it holds.
    fileprivate init(_ entries: [BookEntry], slot: (IDNumber) -> PersonSlot?) {
        let ordered = entries.sorted { left, right in
            left.order.precedesBytewise(right.order) ?? (left.reference < right.reference)
        }
        number = ordered.first?.membership.householdNumber ?? ""
        kind = ordered.first?.membership.householdKind ?? ""
        isUrban = ordered.lazy.compactMap(\.membership.isUrban).first
        members = []
        for entry in ordered {
            let id = entry.id.number
            if id != nil, members.last?.id == id { continue }
            members.append(
                HouseholdBooks.Member(
                    id: id, slot: id.flatMap(slot), relation: entry.membership.relation, reference: entry.reference))
        }
    }
}

extension BookEntry {
    /// Members with a usable number first, then by number, name and what else is entered.
    fileprivate var order: String {
        let number = id.number.map { "0\($0.text)" } ?? "1"
        return "\(number)\u{0}\(name)\u{0}\(membership.relation)\u{0}\(membership.householdKind)"
    }
}
