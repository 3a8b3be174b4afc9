import Roster

/// A household of a person with what was judged of it, for the list of evidence.
struct JudgedHousehold {
    let household: Household
    let judgement: HouseholdJudgement
}

extension ServiceReading {
    /// The person's households that are judged: by the categories in force whose kind of household they are, where the
    /// person may be a candidate or is recognised under one of them.
    func judgedHouseholds() -> [JudgedHousehold] {
        guard let policy = policy.difficulty, !reading.personCase.households.isEmpty else { return [] }
        let isPossible = isPossibleCandidate(under: policy)
        let tests = policy.categories.filter { category in
            category.isInForce(on: lastDay) && (isPossible || category.id == registration.recognisedCategory)
        }.compactMap(\.condition.household)
        return reading.personCase.households.compactMap { household in
            let judgements = tests.map { household.judged(by: $0) }.filter { $0 != .otherKind }
            return judgements.first.map { JudgedHousehold(household: household, judgement: $0) }
        }
    }
}

extension JudgedHousehold {
    /// The person's own entry in the household's book; `nil` for other evidence.
    func assessed(_ evidence: Evidence) -> AssessedEvidence? {
        guard case .household(let entry) = evidence.observation, entry.householdNumber == household.number,
            evidence.grade.decides
        else { return nil }
        return AssessedEvidence(
            evidence: evidence, weight: .none, isUsed: judgement == .withoutWork, reason: judgement.reason.rawValue)
    }

    /// What is known of the members other than the bearer of a number.
    func members(besides own: IDNumber?, of person: PersonSlot?) -> [AssessedEvidence] {
        household.members.enumerated().compactMap { place, member in
            guard member.id == nil || member.id != own else { return nil }
            let record = member.standing.record
            let fact = HouseholdFact(
                householdNumber: household.number, member: place + 1, relation: member.relation,
                kind: record?.observation.kind ?? "", detail: record?.observation.values ?? "",
                period: record?.observation.period ?? "")
            let evidence = Evidence(
                person: person ?? PersonSlot(0), reference: record?.reference ?? member.reference,
                grade: record?.grade ?? .a, observation: .relative(fact))
            return AssessedEvidence(
                evidence: evidence, weight: record?.weight ?? .none,
                isUsed: judgement.rests(on: member.standing.kind), reason: member.standing.kind.reason.rawValue)
        }
    }
}

extension HouseholdJudgement {
    fileprivate var reason: EvidenceReason {
        switch self {
        case .withoutWork: .householdWithoutWork
        case .atWork: .householdAtWork
        case .unknown: .householdUnknown
        case .tooFew: .householdTooSmall
        case .onNoRoster: .householdOnNoRoster
        case .otherKind: .otherPurpose
        }
    }

    /// Whether the judgement was made because of members of this kind.
    fileprivate func rests(on kind: MemberStanding.Kind) -> Bool {
        switch self {
        case .withoutWork, .tooFew: true
        case .atWork: kind == .working
        case .unknown: kind == .unknownID
        case .onNoRoster, .otherKind: false
        }
    }
}

extension MemberStanding.Kind {
    fileprivate var reason: EvidenceReason {
        switch self {
        case .working: .memberWorking
        case .unable: .memberUnable
        case .disabled: .memberDisabled
        case .jobless: .memberJobless
        case .outsideAge: .memberOutsideAge
        case .unknownID: .memberUnknown
        }
    }
}
