import Roster

extension CaseReading {
    /// Every piece of evidence with what became of it, in canonical order.
    ///
    /// What is known of the other members of a household follows, where the household is judged.
    func assessedEvidence(by verdict: Verdict, _ services: ServiceReading?) -> [AssessedEvidence] {
        let evidence = personCase.evidence
        let judged = services?.judgedHouseholds() ?? []
        return listingOrder().map { index in
            if let own = judged.lazy.compactMap({ $0.assessed(evidence[index]) }).first { return own }
            let isUsed = verdict.used.contains(index)
            let assessment = assessments[index]
            return AssessedEvidence(
                evidence: evidence[index], weight: weight(assessment, isUsed: isUsed), isUsed: isUsed,
                reason: reason(assessment, grade: evidence[index].grade, isUsed: isUsed).rawValue)
        } + judged.flatMap { $0.members(besides: personCase.registration.id.number, of: evidence.first?.person) }
    }

    /// A refusal of an earlier month weighs as told where a decision rests on it.
    private func weight(_ assessment: EvidenceAssessment, isUsed: Bool) -> EvidenceWeight {
        isUsed && assessment.weight == .none ? .told : assessment.weight
    }

    private func reason(_ assessment: EvidenceAssessment, grade: MatchGrade, isUsed: Bool) -> EvidenceReason {
        if isUsed { return .decides }
        if assessment.weight == .none { return assessment.reason }
        switch grade {
        case .a, .b: return assessment.reason
        case .c, .d: return .weakLink
        case .e: return .forReview
        }
    }
}
