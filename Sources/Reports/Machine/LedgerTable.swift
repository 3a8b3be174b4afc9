package import Roster

extension LedgerRow {
    /// Columns of `ledger.csv`.
    package static let table = MachineTable<LedgerRow>(
        identityColumns + statusColumns + actionColumns + confirmationColumns)

    private static let identityColumns: [MachineTable<LedgerRow>.Column] = [
        .init(.month) { $1.add($0.month) },
        .init(.registrationNumber) { $1.add($0.registrationNumber) },
        .init(.idNumber) { $1.add($0.idNumber) },
        .init(.name) { $1.add($0.name) },
        .init(.sex) { $1.add($0.sex?.rawValue ?? "") },
        .init(.birthDate) { $1.add($0.birthDate) },
        .init(.countyCode) { $1.add($0.countyCode) },
        .init(.townCode) { $1.add($0.townCode) },
        .init(.agencyCode) { $1.add($0.agencyCode) },
        .init(.registeredOn) { $1.add($0.registeredOn) },
        .init(.validUntil) { $1.add($0.validUntil) },
        .init(.monthsUnemployed) { $1.add($0.monthsUnemployed) },
    ]

    private static let statusColumns: [MachineTable<LedgerRow>.Column] = [
        .init(.previousStatus) { $1.add($0.previousStatus) },
        .init(.status) { $1.add($0.status) },
        .init(.change) { $1.add($0.change.rawValue) },
        .init(.method) { $1.add(joining: $0.methods.lazy.map(\.rawValue)) },
        .init(.tracked) { $1.add($0.isTracked) },
        .init(.effectiveDate) { $1.add($0.effectiveDate) },
        .init(.employer) { $1.add($0.employer) },
        .init(.rule) { $1.add($0.rule) },
        .init(.grade) { $1.add($0.grade?.rawValue ?? "") },
        .init(.evidence) { $1.add(joining: $0.evidence) },
    ]

    private static let actionColumns: [MachineTable<LedgerRow>.Column] = [
        .init(.needsVerification) { $1.add($0.needsVerification) },
        .init(.verificationReason) { $1.add(joining: $0.verificationReasons.lazy.map(\.rawValue)) },
        .init(.action) { $1.add($0.action.rawValue) },
        .init(.ground) { $1.add($0.ground) },
        .init(.notify) { $1.add($0.notify) },
        .init(.dueDate) { $1.add($0.dueDate) },
        .init(.worklist) { $1.add(joining: $0.workList.lazy.map(\.rawValue)) },
    ]

    private static let confirmationColumns: [MachineTable<LedgerRow>.Column] = [
        .init(.confirmedStatus) { $1.add($0.confirmedStatus) },
        .init(.confirmedBy) { $1.add($0.confirmedBy) },
        .init(.confirmedOn) { $1.add($0.confirmedOn) },
        .init(.lowIncome) { $1.add($0.lowIncome?.rawValue ?? "") },
        .init(.difficulty) { $1.add(joining: $0.difficulty) },
        .init(.recognised) { $1.add($0.isRecognised) },
        .init(.revision) { $1.add($0.revision) },
    ]
}
