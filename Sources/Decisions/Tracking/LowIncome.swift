import Roster

extension CaseReading {
    /// The low-income family the person belongs to in the month; of several, the first kind in their order.
    func lowIncomeKind() -> LowIncomeKind? {
        let kinds = dossier.lowIncome.filter { membership, grade in
            frame.policy.lowIncome.grades.contains(grade) && membership.isInForce(in: frame.month)
        }.map(\.membership.kind)
        return kinds.isEmpty ? nil : LowIncomeKind.allCases.first { kinds.contains($0) }
    }
}

extension LowIncomeMembership {
    /// Whether the family is supported in a month: since then or earlier, or nobody says since when.
    func isInForce(in month: Month) -> Bool {
        since.map { $0 <= month } ?? true
    }
}
