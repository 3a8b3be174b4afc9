import Roster

extension MonthFrame {
    /// What became of a person with this history who has this status now.
    func change(to status: StatusCode, from history: PersonHistory) -> ChangeKind {
        guard history.isKnown || history.previousStatus != nil else { return .registered }
        guard let previous = history.previousStatus else { return .returned }
        if previous == status { return .unchanged }
        guard let definition = definition(of: status), definition.standing == .unemployed else {
            return definition(of: status)?.arrival ?? .left
        }
        switch self.definition(of: previous)?.standing {
        case .working: return .lostJob
        case .suspected, .unverified: return .cleared
        case .ended, nil: return .returned
        case .unemployed: return definition.arrival
        }
    }
}
