import Roster

extension CaseReading {
    /// Every piece of evidence with what became of it, in canonical order.
    func assessedEvidence(by verdict: Verdict) -> [AssessedEvidence] {
        let evidence = personCase.evidence
        return listingOrder().map { index in
            let isUsed = verdict.used.contains(index)
            let assessment = assessments[index]
            return AssessedEvidence(
                evidence: evidence[index], weight: weight(assessment, isUsed: isUsed), isUsed: isUsed,
                reason: reason(assessment, grade: evidence[index].grade, isUsed: isUsed).rawValue)
        }
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
