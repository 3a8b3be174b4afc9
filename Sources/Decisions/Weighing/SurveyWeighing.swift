import Roster

extension CaseReading {
    /// An answer: told if it speaks for the month, or if what it told before still holds.
    func assess(_ answer: SurveyAnswer, at index: Int, trusted: Bool) -> EvidenceAssessment {
        if frame.policy.contact.missedOutcomes.contains(answer.outcome) { return .nothing(.reachedNobody) }
        let saysStatus = frame.policy.told.hold(of: answer.outcome) != nil
        guard saysStatus || answer.outcome == .refused else { return .nothing(.saysNoStatus) }
        let isOfMonth = answer.answeredOn.month == frame.month
        guard trusted else { return isOfMonth ? .told : .nothing(.otherMonth) }
        if told.repeated.contains(index) { return .nothing(.repeated) }
        if let standing, standing.heard.index == index { return assess(standing) }
        if isOfMonth {
            return EvidenceAssessment(claim: nil, weight: .told, reason: saysStatus ? .superseded : .outweighed)
        }
        return .nothing(.otherMonth)
    }

    private func assess(_ standing: StandingAnswer) -> EvidenceAssessment {
        switch standing.state {
        case .inForce: .told
        case .ranOut: EvidenceAssessment(claim: nil, weight: .weak, reason: .outweighed)
        case .over: .nothing(.otherMonth)
        }
    }
}
