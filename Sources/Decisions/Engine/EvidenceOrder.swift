import Roster

// The order in which a person's evidence is listed. Contributions are many, so they are compared field by field
// without making texts; records of other kinds by their normalised values. Equal records are told apart by file and
// row alone, so the list does not depend on how the files were cut or ordered.

extension Evidence {
    /// Whether this piece is listed before another.
    func isListed(before other: Evidence) -> Bool {
        guard case .contribution(let left) = observation, case .contribution(let right) = other.observation else {
            return isListedByKind(before: other)
        }
        if left.period != right.period { return left.period < right.period }
        return left.precedes(right) ?? (grade == other.grade ? reference < other.reference : grade < other.grade)
    }

    private func isListedByKind(before other: Evidence) -> Bool {
        observation.kind.precedesBytewise(other.observation.kind)
            ?? observation.period.precedesBytewise(other.observation.period)
            ?? observation.values.precedesBytewise(other.observation.values)
            ?? (grade == other.grade ? reference < other.reference : grade < other.grade)
    }
}

extension Contribution {
    /// Whether this contribution is listed before another of its month; `nil` if all fields are equal.
    fileprivate func precedes(_ other: Contribution) -> Bool? {
        scheme.rawValue.precedesBytewise(other.scheme.rawValue)
            ?? payer.rawValue.precedesBytewise(other.payer.rawValue)
            ?? (employer === other.employer ? nil : precedesByEmployer(other.employer))
            ?? payment.rawValue.precedesBytewise(other.payment.rawValue)
            ?? state.rawValue.precedesBytewise(other.state.rawValue)
            ?? precedes(base?.fen, other.base?.fen)
            ?? precedes(receivedOn?.number, other.receivedOn?.number)
    }

    private func precedesByEmployer(_ other: Employer) -> Bool? {
        employer.unitNumber.precedesBytewise(other.unitNumber)
            ?? employer.creditCode.precedesBytewise(other.creditCode)
            ?? employer.name.precedesBytewise(other.name)
    }

    private func precedes<Number: FixedWidthInteger>(_ left: Number?, _ right: Number?) -> Bool? {
        if left == right { return nil }
        guard let left, let right else { return left == nil }
        return left < right
    }
}
