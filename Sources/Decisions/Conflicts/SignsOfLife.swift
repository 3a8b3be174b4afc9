import Roster

extension CaseReading {
    /// A record of the person alive after the first death date shown: an answer, a completed service, insurance for a
    /// month after that of the death.
    var showsLifeAfterDeath: Bool {
        guard let diedOn = deathDay else { return false }
        return told.answers.contains { isSignOfLife($0.answer, after: diedOn) }
            || dossier.services.contains { $0.completedOn.map { $0 > diedOn } ?? false }
            || dossier.contributions.contains { $0.isTrusted && isSignOfLife($0.contribution, after: diedOn) }
    }

    private var deathDay: Day? {
        showing.filter { assessments[$0].claim == .death }
            .compactMap { personCase.evidence[$0].observation.evidenceDay }.min()
    }

    private func isSignOfLife(_ answer: SurveyAnswer, after diedOn: Day) -> Bool {
        answer.answeredOn > diedOn && answer.outcome != .deceased
            && !frame.policy.contact.missedOutcomes.contains(answer.outcome)
    }

    private func isSignOfLife(_ contribution: Contribution, after diedOn: Day) -> Bool {
        contribution.period > diedOn.month && frame.policy.conflicts.signOfLife.fits(contribution)
            && contributions.isNetPositive(contribution, trusted: true)
    }
}
