package import Roster

/// How two names of one person compare: the levels N0 to N5.
package enum NameAgreement: Sendable, Hashable {
    /// N0: equal code points.
    case identical
    /// N1: equal but for blanks, width, case, the look of a dot, private-use characters.
    case folded
    /// N2: equal but for variant characters.
    case variant
    /// A dot that one of them lacks.
    case lostDot
    /// N3: one place that one of them can't write.
    case unreadable
    /// N4: two writings of a surname.
    case surname
    /// N5.
    case different
    /// One of them is empty.
    case missing

    /// The grade of a link whose ID numbers agree.
    package var grade: MatchGrade {
        switch self {
        case .identical, .folded: .a
        case .variant, .lostDot, .unreadable, .surname: .b
        case .different, .missing: .c
        }
    }
}
