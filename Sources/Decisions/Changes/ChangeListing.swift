import Roster

extension ChangeRow {
    /// The change that a decided row makes; `nil` if the status is last month's.
    init?(_ row: LedgerRow, by verdict: Verdict, in personCase: PersonCase) {
        guard row.change != .unchanged else { return nil }
        self.init(
            month: row.month, registrationNumber: row.registrationNumber, change: row.change,
            cause: verdict.cause(in: personCase))
        previousStatus = row.previousStatus
        status = row.status
        previousEvidence = personCase.history.previousEvidence
        evidence = row.evidence.map(\.description)
    }
}

extension Verdict {
    /// What brought a change about: what was told alone, or data.
    fileprivate func cause(in personCase: PersonCase) -> String {
        let restsOnAnswers = used.allSatisfy { index in
            if case .survey = personCase.evidence[index].observation { true } else { false }
        }
        return !answers.isEmpty && restsOnAnswers ? "survey" : "data"
    }
}
