import Roster

extension CaseReading {
    /// The decision that a verdict makes, with the parts that are wanted.
    func decision(by verdict: Verdict, _ parts: DecisionParts) -> Decision {
        var row = row(by: verdict)
        let services = services(beside: row, by: verdict)
        let met = services?.categoriesMet() ?? []
        row.difficulty = met.map(\.category.id)
        let keepsMemory = parts.contains(.memory)
        return Decision(
            row: row, evidence: parts.contains(.evidence) ? assessedEvidence(by: verdict, services) : [],
            change: parts.contains(.change) ? ChangeRow(row, by: verdict, in: personCase) : nil,
            employerMonths: keepsMemory ? contributions.employerMonths() : [],
            answers: keepsMemory ? told.answers.filter { $0.index != nil }.map(\.answer) : [],
            lastContactOn: lastContactOn, services: services?.services(met) ?? PersonServices(),
            lastWorkedIn: services?.lastWorkedIn)
    }

    private func services(beside row: LedgerRow, by verdict: Verdict) -> ServiceReading? {
        frame.policy.services.concernsPeople ? ServiceReading(self, laid: verdict.laid, row: row) : nil
    }

    private func row(by verdict: Verdict) -> LedgerRow {
        var row = LedgerRow(
            month: frame.month, registration: personCase.registration, status: verdict.laid.outcome.status,
            rule: verdict.laid.rule)
        fillPerson(&row)
        fillHistory(&row, by: verdict.laid)
        fillTracking(&row)
        fillBasis(&row, by: verdict)
        fillAction(&row, by: verdict.laid.outcome)
        row.workList = workListReasons(for: row, laid: verdict.laid)
        if !row.workList.isEmpty { row.dueDate = frame.due.day }
        return row
    }

    /// Birth date and sex: by a usable ID, else the roster's.
    private func fillPerson(_ row: inout LedgerRow) {
        if let number = personCase.registration.id.number {
            row.sex = number.sex
            row.birthDate = number.birthDate ?? row.birthDate
        }
        row.monthsUnemployed = max(0, row.registeredOn.month.months(to: frame.month))
        row.lowIncome = lowIncomeKind()
    }

    private func fillHistory(_ row: inout LedgerRow, by laid: LaidOutcome) {
        row.previousStatus = personCase.history.previousStatus
        row.change = frame.change(to: laid, from: personCase.history)
        guard let confirmation = personCase.history.confirmation else { return }
        row.confirmedStatus = confirmation.status
        (row.confirmedBy, row.confirmedOn) = (confirmation.confirmedBy, confirmation.confirmedOn)
    }

    private func fillTracking(_ row: inout LedgerRow) {
        row.methods = trackingMethods()
        row.isTracked = !row.methods.isEmpty
    }

    private func fillBasis(_ row: inout LedgerRow, by verdict: Verdict) {
        row.grade = verdict.used.map { personCase.evidence[$0].grade }.min()
        row.evidence = verdict.used.map { personCase.evidence[$0].reference }
        row.employer = employer(by: verdict)
        row.effectiveDate = effectiveDate(by: verdict)
    }

    /// An open conflict turns the act into a check; the ground stays for information.
    private func fillAction(_ row: inout LedgerRow, by outcome: RuleOutcome) {
        row.verificationReasons = verificationReasons()
        let hasConflict = row.verificationReasons.contains { $0 != .weakMatch }
        row.action = hasConflict ? .verify : outcome.action
        row.ground = outcome.ground
        row.notify = outcome.notifies && (row.action == .cancel || row.action == .renew)
    }
}
