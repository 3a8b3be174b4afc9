import Roster
import Tabular

/// The columns of the ledger for officers: those of `ledger.csv`, in words.
struct LedgerSheet {
    private let statuses: StatusLabels

    init(names: ReportNames) {
        statuses = names.statuses
    }

    /// All columns, in the order of `ledger.csv`.
    var columns: [PeopleColumn<LedgerRow>] {
        identityColumns + statusColumns + actionColumns + confirmationColumns
    }

    private var identityColumns: [PeopleColumn<LedgerRow>] {
        [
            .init(.month, width: 9) { .text($0.month.description) },
            .init(.registrationNumber, width: 18) { .filled($0.registrationNumber) },
            .init(.idNumber, width: 21) { .filled($0.idNumber) },
            .init(.name, width: 10) { .filled($0.name) },
            .init(.sex, width: 6) { .filled($0.sex?.rawValue ?? "") },
            .init(.birthDate, format: .date) { .day($0.birthDate) },
            .init(.countyCode, width: 10) { .filled($0.countyCode) },
            .init(.townCode) { .filled($0.townCode) },
            .init(.agencyCode) { .filled($0.agencyCode) },
            .init(.registeredOn, format: .date) { .day($0.registeredOn) },
            .init(.validUntil, format: .date) { .day($0.validUntil) },
            .init(.monthsUnemployed, width: 10, format: .general) { .integer($0.monthsUnemployed) },
        ]
    }

    private var statusColumns: [PeopleColumn<LedgerRow>] {
        let statuses = statuses
        return [
            .init(.previousStatus, width: 14) { .filled(statuses.label($0.previousStatus)) },
            .init(.status, width: 14) { .filled(statuses.label($0.status)) },
            .init(.change) { .text($0.change.label) },
            .init(.method, width: 14) { .joined($0.methods.map(\.label)) },
            .init(.tracked, width: 8) { .flag($0.isTracked) },
            .init(.effectiveDate, format: .date) { .day($0.effectiveDate) },
            .init(.employer, width: 28) { .filled($0.employer) },
            .init(.rule, width: 9) { .filled($0.rule) },
            .init(.grade, width: 9) { .filled($0.grade?.rawValue ?? "") },
            .init(.evidence, width: 32) { .joined($0.evidence.map(\.description)) },
        ]
    }

    private var actionColumns: [PeopleColumn<LedgerRow>] {
        [
            .init(.needsVerification, width: 10) { .flag($0.needsVerification) },
            .init(.verificationReason, width: 24) { .joined($0.verificationReasons.map(\.label)) },
            .init(.action, width: 10) { .text($0.action.label) },
            .init(.ground, width: 9) { .filled($0.ground) },
            .init(.notify, width: 9) { .flag($0.notify) },
            .init(.dueDate, format: .date) { .day($0.dueDate) },
            .init(.worklist, width: 24) { .joined($0.workList.map(\.label)) },
        ]
    }

    private var confirmationColumns: [PeopleColumn<LedgerRow>] {
        let statuses = statuses
        return [
            .answer(.confirmedStatus, choices: statuses.all) { .filled(statuses.label($0.confirmedStatus)) },
            .answer(.confirmedBy) { .filled($0.confirmedBy) },
            .answer(.confirmedOn, format: .date) { .day($0.confirmedOn) },
            .init(.lowIncome) { .filled($0.lowIncome?.label ?? "") },
            .init(.difficulty) { .joined($0.difficulty) },
            .init(.recognised, width: 10) { .flag($0.isRecognised) },
            .init(.revision, width: 8, format: .general) { .integer($0.revision) },
        ]
    }
}
