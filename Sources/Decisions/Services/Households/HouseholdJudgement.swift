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
        guard isMeant(by: test) else { return .otherKind }
        if has(.unknownID) { return .unknown }
        if has(.working) { return .atWork }
        guard members.count(where: { $0.standing.kind == .jobless }) >= test.leastMembers else { return .tooFew }
        guard test.rosters.isEmpty || members.contains(where: { $0.isOn(test.rosters) }) else { return .onNoRoster }
        return .withoutWork
    }

    /// Whether the household is of the kind that a test asks about, and a member other than the bearer of a number has
    /// work, whatever is not known of further members.
    func hasWorker(besides own: IDNumber?, under test: HouseholdTest) -> Bool {
        isMeant(by: test) && members.contains { $0.standing.kind == .working && $0.id != own }
    }

    private func isMeant(by test: HouseholdTest) -> Bool {
        test.kinds.contains(kind) && isUrban == test.isUrban
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
