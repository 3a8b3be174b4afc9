import Matching
import Roster

/// The registrations of a month by slot: rows of the roster where they were read, because a copy of them would take as
/// much memory again.
struct SlottedRegistrations: RandomAccessCollection, Sendable {
    private let rows: [RosterRow]
    /// Index of each slot's row.
    private let places: [Int32]

    /// The rows at these places, in their order. Where many rows are left out, those that stay are copied after all, so
    /// that the others need not be kept.
    init(_ rows: [RosterRow], at places: [Int]) {
        let isMostlyKept = places.count * 4 >= rows.count * 3
        self.rows = isMostlyKept ? rows : places.map { rows[$0] }
        self.places = isMostlyKept ? places.map(Int32.init) : places.indices.map(Int32.init)
    }

    var startIndex: Int { 0 }
    var endIndex: Int { places.count }

    subscript(slot: Int) -> Registration { rows[Int(places[slot])].registration }
}
