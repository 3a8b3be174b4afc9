import Roster

extension CaseReading {
    /// The low-income family the person belongs to in the month; of several, the first kind in their order.
    func lowIncomeKind() -> LowIncomeKind? {
        var kinds: Set<LowIncomeKind> = []
        for piece in personCase.evidence where frame.policy.lowIncome.grades.contains(piece.grade) {
            if case .lowIncome(let membership) = piece.observation, membership.isInForce(in: frame.month) {
                kinds.insert(membership.kind)
            }
        }
        return LowIncomeKind.allCases.first { kinds.contains($0) }
    }
}

extension LowIncomeMembership {
    /// Whether the family is supported in a month: since then or earlier, or nobody says since when.
    func isInForce(in month: Month) -> Bool {
        since.map { $0 <= month } ?? true
    }
}
