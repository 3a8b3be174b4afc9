package import Roster

/// What other columns of a row say of the birth date.
package enum BirthHint: Hashable, Sendable {
    case day(Day)
    case month(Month)

    /// Whether a birth date is the one meant, as far as the hint goes.
    package func agrees(with birth: Day) -> Bool {
        switch self {
        case .day(let day): day == birth
        case .month(let month): month == birth.month
        }
    }
}
