import Matching
import Roster

/// The registrations of a month by slot: rows of the roster where they were read, because a copy of them would take as
/// much memory again.
struct SlottedRegistrations: RandomAccessCollection, Sendable {
    private let rows: [RosterRow]
    /// Index of each slot's row.
    private let places: [Int32]

    /// The rows at these places, in their order.
    init(_ rows: [RosterRow], at places: [Int]) {
        self.rows = rows
        self.places = places.map(Int32.init)
    }

    var startIndex: Int { 0 }
    var endIndex: Int { places.count }

    subscript(slot: Int) -> Registration { rows[Int(places[slot])].registration }
}
