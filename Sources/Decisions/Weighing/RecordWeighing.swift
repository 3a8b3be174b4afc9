import Roster

extension CaseReading {
    /// What a record shows at face value; whether its link decides is `trusted`.
    func assess(_ observation: Observation, trusted: Bool, at index: Int) -> EvidenceAssessment {
        switch observation {
        case .contribution(let contribution): contributions.assess(contribution, trusted: trusted, asOf: frame.month)
        case .pension(let pension): assess(pension)
        case .business(let business): assess(business)
        case .death(let death): assess(death)
        case .spell(let spell): assess(spell)
        case .service(let service): assess(service)
        case .subsidy(let subsidy): assess(subsidy)
        case .survey(let answer): assess(answer, at: index, trusted: trusted)
        case .benefit(let benefit): .nothing(benefit.month == frame.month ? .supportsUnemployed : .otherMonth)
        case .lowIncome, .disability, .household, .category, .certificate, .loan, .relative:
            .nothing(.otherPurpose)
        }
    }

    private func assess(_ death: DeathRecord) -> EvidenceAssessment {
        death.diedOn <= frame.lastDay ? .shows(.death, frame.policy.weighing.death) : .nothing(.notYet)
    }

    private func assess(_ pension: PensionPayment) -> EvidenceAssessment {
        let ofKind = frame.policy.weighing.pensions.filter { $0.kinds.contains(pension.kind) }
        guard !ofKind.isEmpty else { return .nothing(.provesNothing) }
        guard let rule = ofKind.first(where: { $0.states.contains(pension.state) }) else { return .nothing(.notInPay) }
        return pension.start <= frame.month ? .shows(rule.claim, rule.weight) : .nothing(.notYet)
    }

    private func assess(_ spell: StatusSpell) -> EvidenceAssessment {
        guard let rule = frame.policy.weighing.spells.first(where: { $0.kind == spell.kind }) else {
            return .nothing(.provesNothing)
        }
        if spell.start > frame.lastDay { return .nothing(.notYet) }
        if let end = spell.end, end < frame.lastDay { return .nothing(.over) }
        return .shows(rule.claim, rule.weight)
    }

    /// A post with a number that is open on any day of the month; without a number it is an application.
    private func assess(_ service: ServiceRecord) -> EvidenceAssessment {
        let otherwise: EvidenceReason = service.completedOn == nil ? .otherPurpose : .contact
        guard service.kind == .publicPost else { return .nothing(otherwise) }
        guard !service.postNumber.isEmpty else { return .nothing(.noPostNumber) }
        guard let start = service.appliedOn, start <= frame.lastDay else { return .nothing(.notYet) }
        if let end = service.completedOn, end < frame.firstDay { return .nothing(.over) }
        return .shows(.publicPost, frame.policy.weighing.publicPost)
    }

    private func assess(_ subsidy: FlexibleSubsidyMonth) -> EvidenceAssessment {
        guard subsidy.month == frame.month else { return .nothing(.otherMonth) }
        if let amount = subsidy.amount, amount.fen <= 0 { return .nothing(.netNotPositive) }
        return .shows(.flexibleSubsidy, frame.policy.weighing.flexibleSubsidy)
    }
}
