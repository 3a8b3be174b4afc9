import Roster

extension CaseReading {
    /// Since when the decided status holds, as the outcome says.
    func effectiveDate(by verdict: Verdict) -> Day? {
        switch verdict.outcome.effective {
        case .evidence: evidenceDay(of: verdict)
        case .monthStart: frame.firstDay
        case .contactLost: contactLostOn
        case .afterValidity: validUntil.adding(days: 1)
        case .none: nil
        }
    }

    /// The last answer's day; else the earliest date among the evidence.
    private func evidenceDay(of verdict: Verdict) -> Day? {
        if let told = verdict.answers.map(\.answeredOn).max() { return told }
        return verdict.used.compactMap { startDay(of: personCase.evidence[$0].observation) }.min()
    }

    /// Insurance by a business of one's own counts from the founding of that business.
    private func startDay(of observation: Observation) -> Day? {
        guard case .contribution(let contribution) = observation else { return observation.evidenceDay }
        let founded = personCase.evidence.compactMap { piece -> Day? in
            guard case .business(let business) = piece.observation, piece.grade.decides,
                !business.creditCode.isEmpty, business.creditCode == contribution.employer.creditCode
            else { return nil }
            return business.foundedOn
        }
        return founded.min() ?? observation.evidenceDay
    }
}
