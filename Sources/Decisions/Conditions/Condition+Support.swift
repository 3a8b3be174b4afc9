import Roster

extension CaseReading {
    /// What the condition rests on if it holds, else `nil`.
    func support(for condition: Condition) -> Support? {
        switch condition {
        case .all(let parts): supportForAll(parts)
        case .any(let parts): supportForAny(parts)
        case .not(let part): support(for: part) == nil ? .absence : nil
        case .evidence(let claims, let weights): evidence(of: claims, weights)
        case .told(let outcomes): toldAnswer(outcomes) { $0.state == .inForce }
        case .toldThisMonth(let outcomes): toldAnswer(outcomes) { $0.isOfMonth }
        case .toldRanOut: standing?.state == .ranOut ? standing.map { Support(answers: [$0.heard]) } : nil
        case .refusals(let count, let months):
            refusals(count: count, withinMonths: months).map { Support(answers: $0) }
        case .noContact: contactLostOn <= frame.lastDay ? .absence : nil
        case .validityOver: validUntil < frame.lastDay ? .absence : nil
        case .comparable: isComparable ? .absence : nil
        case .otherwise: .absence
        }
    }

    /// The day on which contact counts as lost.
    var contactLostOn: Day {
        lastContactOn.adding(months: frame.policy.contact.lostAfterMonths)
    }

    private func supportForAll(_ parts: [Condition]) -> Support? {
        var whole = Support()
        for part in parts {
            guard let support = support(for: part) else { return nil }
            whole.add(support)
        }
        return whole
    }

    private func supportForAny(_ parts: [Condition]) -> Support? {
        let supports = parts.compactMap { support(for: $0) }
        guard !supports.isEmpty else { return nil }
        return supports.reduce(into: Support()) { $0.add($1) }
    }

    private func evidence(of claims: [Claim], _ weights: [EvidenceWeight]) -> Support? {
        if showing.isEmpty { return nil }
        let found = showing.filter { index in
            guard let claim = assessments[index].claim, weights.contains(assessments[index].weight) else {
                return false
            }
            return claims.isEmpty || claims.contains(claim)
        }
        return found.isEmpty ? nil : Support(evidence: found)
    }

    private func toldAnswer(_ outcomes: [SurveyOutcome], where holds: (StandingAnswer) -> Bool) -> Support? {
        guard let standing, outcomes.contains(standing.answer.outcome), holds(standing) else { return nil }
        return Support(answers: [standing.heard])
    }
}

extension Condition {
    /// Whether the condition can hold for a person of whom no evidence shows a claim and no answer is known.
    var holdsInSilence: Bool {
        switch self {
        case .all(let parts): parts.allSatisfy(\.holdsInSilence)
        case .any(let parts): parts.contains(where: \.holdsInSilence)
        case .evidence, .told, .toldThisMonth, .toldRanOut, .refusals: false
        case .not, .noContact, .validityOver, .comparable, .otherwise: true
        }
    }
}
