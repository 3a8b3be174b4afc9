import Roster

extension MonthFrame {
    /// What became of a person with this history for whom an outcome holds now.
    func change(to laid: LaidOutcome, from history: PersonHistory) -> ChangeKind {
        guard history.isKnown || history.previousStatus != nil else { return .registered }
        guard let previous = history.previousStatus else { return .returned }
        if previous == laid.outcome.status { return .unchanged }
        guard laid.standing == .unemployed else { return laid.arrival }
        switch definition(of: previous)?.standing {
        case .working: return .lostJob
        case .suspected, .unverified: return .cleared
        case .ended, nil: return .returned
        case .unemployed: return laid.arrival
        }
    }
}
