import Roster

extension CaseReading {
    /// Since when the decided status holds, as the outcome says.
    func effectiveDate(by verdict: Verdict) -> Day? {
        switch verdict.laid.outcome.effective {
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
        guard !contribution.employer.creditCode.isEmpty else { return observation.evidenceDay }
        let founded = dossier.businesses.filter { $0.creditCode == contribution.employer.creditCode }.map(\.foundedOn)
        return founded.min() ?? observation.evidenceDay
    }
}
