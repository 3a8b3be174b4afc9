import Roster

/// What one piece of evidence shows of the month, if the link to the person can be trusted.
struct EvidenceAssessment: Equatable {
    /// `nil` for answers, and for whatever proves nothing.
    var claim: Claim?
    var weight: EvidenceWeight
    var reason: EvidenceReason

    /// Shows a claim with a weight; whether it decides is not known yet.
    static func shows(_ claim: Claim, _ weight: EvidenceWeight) -> EvidenceAssessment {
        EvidenceAssessment(claim: weight == .none ? nil : claim, weight: weight, reason: .outweighed)
    }

    /// Proves nothing, for a reason.
    static func nothing(_ reason: EvidenceReason) -> EvidenceAssessment {
        EvidenceAssessment(claim: nil, weight: .none, reason: reason)
    }

    /// An answer that was told.
    static let told = EvidenceAssessment(claim: nil, weight: .told, reason: .outweighed)
}
