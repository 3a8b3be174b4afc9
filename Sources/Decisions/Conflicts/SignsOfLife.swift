import Roster

extension CaseReading {
    /// A record of the person alive after the first death date shown: an answer, a completed service, insurance for a
    /// month after that of the death.
    var showsLifeAfterDeath: Bool {
        guard let diedOn = deathDay else { return false }
        if told.answers.contains(where: { isSignOfLife($0.answer, after: diedOn) }) { return true }
        return personCase.evidence.contains { $0.grade.decides && isSignOfLife($0.observation, after: diedOn) }
    }

    private var deathDay: Day? {
        showing.filter { assessments[$0].claim == .death }
            .compactMap { personCase.evidence[$0].observation.evidenceDay }.min()
    }

    private func isSignOfLife(_ answer: SurveyAnswer, after diedOn: Day) -> Bool {
        answer.answeredOn > diedOn && answer.outcome != .deceased
            && !frame.policy.contact.missedOutcomes.contains(answer.outcome)
    }

    private func isSignOfLife(_ observation: Observation, after diedOn: Day) -> Bool {
        switch observation {
        case .service(let service):
            service.completedOn.map { $0 > diedOn } ?? false
        case .contribution(let contribution):
            contribution.period > diedOn.month && frame.policy.conflicts.signOfLife.fits(contribution)
                && contributions.isNetPositive(contribution, trusted: true)
        default:
            false
        }
    }
}
