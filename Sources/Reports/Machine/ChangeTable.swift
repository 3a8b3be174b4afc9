package import Roster

extension ChangeRow {
    /// Columns of `changes.csv`.
    package static let table = MachineTable<ChangeRow>([
        .init(.month) { $1.add($0.month) },
        .init(.registrationNumber) { $1.add($0.registrationNumber) },
        .init(.change) { $1.add($0.change.rawValue) },
        .init(.previousStatus) { $1.add($0.previousStatus) },
        .init(.status) { $1.add($0.status) },
        .init(.previousEvidence) { $1.add(joining: $0.previousEvidence) },
        .init(.evidence) { $1.add(joining: $0.evidence) },
        .init(.cause) { $1.add($0.cause) },
        .init(.correctedMonth) { $1.add($0.correctedMonth) },
        .init(.oldStatus) { $1.add($0.oldStatus) },
        .init(.newStatus) { $1.add($0.newStatus) },
    ])
}
