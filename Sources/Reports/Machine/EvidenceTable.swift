package import Roster

/// One piece of evidence with the person and month it was weighed for: a line of `evidence.csv`.
package struct EvidenceRow: Sendable, Equatable {
    package var month: Month
    package var registrationNumber: String
    package var assessed: AssessedEvidence

    package init(month: Month, registrationNumber: String, assessed: AssessedEvidence) {
        self.month = month
        self.registrationNumber = registrationNumber
        self.assessed = assessed
    }
}

extension EvidenceRow {
    /// Columns of `evidence.csv`.
    package static let table = MachineTable<EvidenceRow>([
        .init(.month) { $1.add($0.month) },
        .init(.registrationNumber) { $1.add($0.registrationNumber) },
        .init(.kind) { $1.add($0.assessed.evidence.observation.kind) },
        .init(.source) { $1.add($0.assessed.evidence.reference.source.text) },
        .init(.file) { $1.add($0.assessed.evidence.reference.file) },
        .init(.row) { $1.add($0.assessed.evidence.reference.row) },
        .init(.grade) { $1.add($0.assessed.evidence.grade.rawValue) },
        .init(.weight) { $1.add($0.assessed.weight.rawValue) },
        .init(.period) { $1.add($0.assessed.evidence.observation.period) },
        .init(.values) { $1.add($0.assessed.evidence.observation.values) },
        .init(.used) { $1.add($0.assessed.isUsed) },
        .init(.reason) { $1.add($0.assessed.reason) },
    ])
}
