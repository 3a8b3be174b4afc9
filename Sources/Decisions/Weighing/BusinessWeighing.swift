import Roster

extension CaseReading {
    /// A business of the person's own, by its state at the end of the month.
    func assess(_ business: BusinessHolding) -> EvidenceAssessment {
        if business.foundedOn > frame.lastDay { return .nothing(.notYet) }
        let state = business.state(at: frame.lastDay, timing: frame.policy.weighing.businessState)
        guard let rule = frame.policy.weighing.businesses.first(where: { $0.states.contains(state) }) else {
            return .nothing(.over)
        }
        return .shows(.ownBusiness, rule.weight)
    }
}

extension BusinessHolding {
    /// The state on a day: a business that was struck off, revoked or moved away after it was still active.
    fileprivate func state(at day: Day, timing: BusinessStateTiming) -> BusinessState {
        guard timing == .monthEnd, let since = stateSince, since > day else { return state }
        switch state {
        case .revoked, .deregistered, .movedOut: return .active
        case .active, .other: return state
        }
    }
}
