import Roster

/// What a test says of a household.
enum HouseholdJudgement: Hashable {
    /// Nobody who could work has work.
    case withoutWork
    /// Somebody has work.
    case atWork
    /// A member's ID number is not usable.
    case unknown
    /// Of members without a job there are too few.
    case tooFew
    /// No member is on the rosters asked for.
    case onNoRoster
    /// Another kind of household.
    case otherKind
}

extension Household {
    /// What a test says of the household. A member of whom nothing can be known comes before everything but the kind.
    func judged(by test: HouseholdTest) -> HouseholdJudgement {
        guard test.kinds.contains(kind), isUrban == test.isUrban else { return .otherKind }
        if has(.unknownID) { return .unknown }
        if has(.working) { return .atWork }
        guard members.count(where: { $0.standing.kind == .jobless }) >= test.leastMembers else { return .tooFew }
        guard test.rosters.isEmpty || members.contains(where: { $0.isOn(test.rosters) }) else { return .onNoRoster }
        return .withoutWork
    }

    private func has(_ kind: MemberStanding.Kind) -> Bool {
        members.contains { $0.standing.kind == kind }
    }
}

extension HouseholdMember {
    fileprivate func isOn(_ rosters: [String]) -> Bool {
        standing.rosters.contains { rosters.contains($0) }
    }
}
