import Matching
package import Roster
package import Tabular

/// A record whose ID number is no key, so that no tier settles for sure whose it is: what it says of its person, and what
/// it would be evidence of.
package struct UnsettledRecord: Sendable, Equatable {
    package let traits: PersonTraits
    /// Whom it fits by a masked number, or one with a slip, and the name.
    package let candidates: [PersonSlot]
    /// Of the first person of all, until it is known whose it is.
    package var evidence: Evidence

    package init(traits: PersonTraits, candidates: [PersonSlot], evidence: Evidence) {
        (self.traits, self.candidates, self.evidence) = (traits, candidates, evidence)
    }
}

extension UnsettledRecord: Placed {
    package mutating func shift(by position: StreamPosition) { evidence.shift(by: position) }
}

/// Records of known people, by which the comparison of unsettled ones is trained: what they say, without the ID number.
package struct TrainingSample: Sendable {
    /// One person in so many is taken.
    private let rate: UInt64

    /// People whose records suffice for the training of any model.
    private static let wanted = 4_000

    /// A sample of a month's people; which of them are in it depends on their registration numbers alone.
    package init(people: Int) {
        rate = UInt64(max(1, people / TrainingSample.wanted))
    }

    /// Whether the records of a person are taken.
    func holds(_ person: SpinePerson) -> Bool {
        let number = Array(person.registrationNumber.utf8)
        return ValueHash.of(number, 0..<number.count) % rate == 0
    }
}
