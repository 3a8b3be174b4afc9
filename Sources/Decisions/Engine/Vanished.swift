package import Roster

extension DecisionEngine {
    /// The change of a registration that last month's ledger holds and this month's roster does not; `nil` if its end
    /// was confirmed or it was not in last month's ledger.
    ///
    /// The caller leaves out the old number of a person who registered anew.
    package func vanished(registrationNumber: String, history: PersonHistory) -> ChangeRow? {
        guard let previous = history.previousStatus, history.confirmedEnd == nil else { return nil }
        var change = ChangeRow(
            month: frame.month, registrationNumber: registrationNumber, change: .vanished, cause: "data")
        change.previousStatus = previous
        change.previousEvidence = history.previousEvidence
        return change
    }
}
