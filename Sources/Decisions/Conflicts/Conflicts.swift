import Roster

extension CaseReading {
    /// Why a person has to look at the status, in the order of the reasons; only reasons that the policy raises.
    func verificationReasons() -> [VerificationReason] {
        frame.verificationReasons.filter(isRaised)
    }

    private func isRaised(_ reason: VerificationReason) -> Bool {
        switch reason {
        case .toldOtherwise: isToldOtherwise
        case .aliveAfterDeath: showsLifeAfterDeath
        case .identity: isIdentityDoubtful
        case .ability: isSupportedAsUnable
        case .weakMatch: hasWeakLink
        }
    }

    /// "Still unemployed" was told in the month, and evidence of weight says otherwise.
    private var isToldOtherwise: Bool {
        guard let standing, standing.isOfMonth, standing.answer.outcome == .stillUnemployed else { return false }
        return showing.contains { frame.policy.conflicts.contradictingWeights.contains(assessments[$0].weight) }
    }

    /// The roster or a record that names the registration shows another ID or name.
    private var isIdentityDoubtful: Bool {
        personCase.hasIdentityConflict || dossier.contradictsIdentity
    }

    private var isSupportedAsUnable: Bool {
        let policy = frame.policy.conflicts
        return dossier.lowIncome.contains { membership, grade in
            policy.unableGrades.contains(grade) && policy.unableKinds.contains(membership.kind)
                && membership.isInForce(in: frame.month)
        }
    }

    /// A link of grade C or D brings a record that would count for the month if the link were sure.
    private var hasWeakLink: Bool {
        personCase.evidence.indices.contains { index in
            let grade = personCase.evidence[index].grade
            return (grade == .c || grade == .d) && assessments[index].weight != .none
        }
    }
}
