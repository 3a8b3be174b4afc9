import Matching
import Roster

/// The households of registered people with all their members, before anything is known of how these stand to work.
///
/// Members of all households lie in one array, because they are many and small.
struct HouseholdBooks: Sendable {
    /// By number and region.
    let households: [Book]
    /// By household; in it by ID number, those without a usable one behind.
    let members: [Member]
    /// Where the members of each household begin, and one more at the end.
    private let starts: [Int32]
    /// Members who are not registered, in the slots behind those of registered people; by ID number.
    let relatives: [SpinePerson]

    /// What the book says of a household.
    struct Book: Sendable {
        let number: String
        var kind: String
        var isUrban: Bool?
    }

    /// One member, entered once however often the book does.
    struct Member: Sendable {
        let id: IDNumber?
        /// `nil` without a usable number.
        let slot: PersonSlot?
        let relation: String
        let reference: RecordReference
    }

    /// There are none.
    static let none = HouseholdBooks(books: [], entries: [], spine: Spine(people: []))

    /// The households that some entries make up; members are looked for among the people of the spine.
    init(books: [Book], entries: consuming [BookEntry], spine: Spine) {
        let relatives = HouseholdBooks.relatives(entries, spine: spine)
        var ordered = entries
        ordered.sort(by: BookEntry.precedes)
        var (members, starts): ([Member], [Int32]) = ([], [])
        members.reserveCapacity(ordered.count)
        for (place, entry) in ordered.enumerated() {
            while starts.count <= Int(entry.household) { starts.append(Int32(members.count)) }
            let isRepeated =
                place > 0 && entry.id != nil && ordered[place - 1].id == entry.id
                && ordered[place - 1].household == entry.household
            if isRepeated { continue }
            members.append(
                Member(
                    id: entry.id,
                    slot: entry.id.flatMap { HouseholdBooks.slot(of: $0, relatives: relatives, spine: spine) },
                    relation: entry.relation, reference: entry.reference))
        }
        while starts.count <= books.count { starts.append(Int32(members.count)) }
        (households, self.relatives) = (books, relatives)
        (self.members, self.starts) = (members, starts)
    }

    /// The members of a household.
    func members(of household: Int) -> ArraySlice<Member> {
        members[Int(starts[household])..<Int(starts[household + 1])]
    }

    /// Everybody with a usable number that nobody in the spine has; of several names the bytewise smallest.
    private static func relatives(_ entries: [BookEntry], spine: Spine) -> [SpinePerson] {
        var strangers = entries.indices.filter { index in
            entries[index].id.map { spine.slot(ofID: $0) == nil } ?? false
        }
        strangers.sort { left, right in
            let (first, second) = (entries[left].id?.folded ?? 0, entries[right].id?.folded ?? 0)
            return first == second ? precedesBytewise(entries[left].name, entries[right].name) : first < second
        }
        var people: [SpinePerson] = []
        for index in strangers {
            let entry = entries[index]
            guard let last = people.last, last.id == entry.id else {
                people.append(SpinePerson(registrationNumber: "", id: entry.id, name: entry.name))
                continue
            }
            if last.name.isEmpty { people[people.count - 1].name = entry.name }
        }
        return people
    }

    private static func slot(of id: IDNumber, relatives: [SpinePerson], spine: Spine) -> PersonSlot? {
        if let slot = spine.slot(ofID: id) { return slot }
        var (low, high) = (0, relatives.count)
        while low < high {
            let middle = (low + high) / 2
            if let other = relatives[middle].id, other.folded < id.folded { low = middle + 1 } else { high = middle }
        }
        return low < relatives.count && relatives[low].id == id ? PersonSlot(spine.people.count + low) : nil
    }
}
