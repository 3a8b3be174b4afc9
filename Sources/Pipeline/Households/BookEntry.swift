package import Roster
package import Tabular

/// A household by its book: number and region, because numbers are given by each place.
package struct HouseholdKey: Hashable, Sendable {
    package let number: String
    package let region: String

    init(_ membership: HouseholdMembership) {
        (number, region) = (membership.householdNumber, membership.region)
    }
}

/// A member as the book of a household enters it.
package struct BookEntry: Sendable, Equatable {
    package let membership: HouseholdMembership
    package let id: IDReading
    package let name: String
    package var reference: RecordReference
}

extension BookEntry: Placed {
    package mutating func shift(by position: StreamPosition) { reference.shift(by: position) }
}

extension RecordReference {
    /// Adds what came before the piece of the file.
    mutating func shift(by position: StreamPosition) {
        self = RecordReference(origin: origin, row: row + position.rows)
    }
}
