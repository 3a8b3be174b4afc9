/// One step between full agreement and none.
package enum ComparisonLevel: Sendable, Hashable {
    /// Equal after normalisation.
    case exact
    /// Equal but for variant characters (names).
    case variant
    /// Equal in sound (names).
    case homophone
    /// At most so many edits: a character added, lost or replaced, or two neighbours swapped.
    case edits(Int)
    /// Jaro–Winkler similarity of at least so much, from 0 to 1.
    case jaroWinkler(Double)
    /// One value begins the other.
    case beginning
    /// The value stands in another field of the other row.
    case inField(Int)
    /// Day and month swapped (dates).
    case swappedDate
    /// One digit differs, or two neighbours are swapped (dates and codes).
    case oneDigit
    /// The same first characters (codes): a region's county or city.
    case prefix(Int)
    /// Numbers that differ by no more than this.
    case within(Int)
    /// A masked number that fits the other, position by position (ID numbers).
    case masked
    /// A number that fails its check, one edit from the other (ID numbers).
    case oneEdit

    /// Whether two rows agree on it by an equal derived value: then its chance among strangers is counted, not sampled.
    var isEquality: Bool {
        switch self {
        case .exact, .variant, .homophone, .prefix: true
        default: false
        }
    }
}

/// Pairs that agree on all parts of a rule are compared.
package struct BlockingRule: Sendable, Hashable {
    package var parts: [BlockingPart]

    package init(_ parts: [BlockingPart]) {
        self.parts = parts
    }
}

/// A field, or something derived from it, on which the rows of a block agree.
package struct BlockingPart: Sendable, Hashable {
    package var field: Int
    package var derivation: Derivation

    /// What of a value is compared.
    package enum Derivation: Sendable, Hashable {
        case whole
        case variant
        case homophone
        case first(Int)
        case last(Int)
        /// Birth date of a usable or masked ID number, as far as it is to be seen whole.
        case birth
    }

    package init(_ field: Int, _ derivation: Derivation = .whole) {
        (self.field, self.derivation) = (field, derivation)
    }
}
