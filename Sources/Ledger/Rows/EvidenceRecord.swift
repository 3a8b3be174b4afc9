package import Roster

/// A line of `evidence.csv` as the ledger keeps it.
package struct EvidenceRecord: Hashable, Sendable {
    package var kind: String
    package var reference: RecordReference
    package var grade: MatchGrade
    package var weight: EvidenceWeight
    package var period: String
    /// The normalised values, `key=value` joined by `;`.
    package var values: String
    package var isUsed: Bool
    package var reason: String
    /// The record names the registration but its ID or name contradicts it.
    package var contradictsIdentity: Bool
}

extension EvidenceRecord {
    /// What is kept of a piece of evidence.
    package init(_ assessed: AssessedEvidence) {
        let evidence = assessed.evidence
        kind = evidence.observation.kind
        reference = evidence.reference
        (grade, weight) = (evidence.grade, assessed.weight)
        (period, values) = (evidence.observation.period, evidence.observation.values)
        (isUsed, reason) = (assessed.isUsed, assessed.reason)
        contradictsIdentity = evidence.contradictsIdentity
    }
}
