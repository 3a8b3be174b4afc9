package import Roster

/// What became of a record whose ID number is masked or damaged: how many people it fits, and whose it is if that is one.
package struct DamagedTrace: Sendable, Hashable {
    /// What is wrong with the number.
    package enum State: String, Sendable { case masked, damaged }

    package let state: State
    /// The number as it was read.
    package let id: IDReading
    /// The people it fits, by mask or slip, name, sex and birth month.
    package let candidates: [PersonSlot]

    /// The trace of a settled record; `nil` if its number is neither, or it was settled without it, or its number is
    /// damaged and fits nobody: there are too many of these.
    package init?(_ key: RecordKey, _ settlement: Settlement) {
        id = key.id
        switch key.id {
        case .masked: state = .masked
        case .faulty(_, .checkDigit): state = .damaged
        default: return nil
        }
        switch settlement {
        case .linked(let link):
            guard link.grade == .d else { return nil }
            candidates = [link.slot]
        case .ambiguous(let slots): candidates = slots
        case .open, .unlinked:
            if state == .damaged { return nil }
            candidates = []
        }
    }

    /// `linked`, `ambiguous` or `unlinked`.
    package var outcome: String {
        switch candidates.count {
        case 0: "unlinked"
        case 1: "linked"
        default: "ambiguous"
        }
    }
}

/// The trace of a row, which is counted from the start of its piece until it is shifted.
package struct PlacedTrace: Sendable, Hashable {
    package var row: Int
    package let trace: DamagedTrace

    package init(row: Int, trace: DamagedTrace) {
        (self.row, self.trace) = (row, trace)
    }
}
