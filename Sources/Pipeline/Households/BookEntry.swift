import Roster
package import Tabular

/// A household by its book: number and region, because numbers are given by each place.
struct HouseholdKey: Hashable, Sendable {
    let number: String
    let region: String

    init(_ membership: HouseholdMembership) {
        (number, region) = (membership.householdNumber, membership.region)
    }
}

/// A member as the book of a household that is asked for enters it.
package struct BookEntry: Sendable, Equatable {
    /// Place of the household among those asked for.
    let household: Int32
    /// `nil`: the book gives no usable number.
    let id: IDNumber?
    let name: String
    let relation: String
    var reference: RecordReference
}

extension BookEntry: Placed {
    package mutating func shift(by position: StreamPosition) {
        reference = RecordReference(origin: reference.origin, row: reference.row + position.rows)
    }
}

extension BookEntry {
    /// The order of the books: by household; in it by number, members without a usable one behind; then by what is
    /// written. File and row decide only between entries that are equal in all that.
    static func precedes(_ left: BookEntry, _ right: BookEntry) -> Bool {
        if left.household != right.household { return left.household < right.household }
        let (first, second) = (left.id?.folded ?? .max, right.id?.folded ?? .max)
        if first != second { return first < second }
        return left.name.precedesBytewise(right.name) ?? left.relation.precedesBytewise(right.relation)
            ?? (left.reference < right.reference)
    }
}
