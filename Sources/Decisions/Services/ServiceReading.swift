import Roster

/// One person's case as read for what the plan asks beyond the status, once the status is decided.
///
/// An object for the same reason as the case's own reading: many small questions are asked of parts that never change.
final class ServiceReading {
    let reading: CaseReading
    let laid: LaidOutcome
    /// The decided line, as far as it stands by then.
    let row: LedgerRow
    let policy: ServicePolicy
    let records: ServiceRecords
    /// Latest month in which work was shown since registration, this month among them.
    let lastWorkedIn: Month?

    init(_ reading: CaseReading, laid: LaidOutcome, row: LedgerRow) {
        self.reading = reading
        self.laid = laid
        self.row = row
        policy = reading.frame.policy.services
        records = ServiceRecords(reading.personCase.evidence)
        lastWorkedIn = reading.lastWorkedMonth(standing: laid.standing)
    }

    var frame: MonthFrame { reading.frame }
    var registration: Registration { reading.personCase.registration }
    var lastDay: Day { frame.lastDay }

    /// Every part that the policy asks for.
    func services(_ met: [CategoryFinding]) -> PersonServices {
        var services = PersonServices()
        if let eligibility = policy.eligibility { services.eligibility = tests(under: eligibility) }
        if let difficulty = policy.difficulty { services.difficulty = findings(met, under: difficulty) }
        if let help = policy.help { services.help = counts(met, under: help) }
        if let deadlines = policy.deadlines { services.deadlines = acts(under: deadlines) }
        if let allowance = policy.allowance { services.allowance = years(under: allowance) }
        return services
    }
}

extension CaseReading {
    /// The latest month up to this one in which the person had work since registering: by a status that counts as work,
    /// an employer's insurance for a month after that of registration, or a business of one's own at a month's end.
    func lastWorkedMonth(standing: StatusStanding) -> Month? {
        var latest = personCase.history.lastWorkedIn
        func note(_ month: Month) {
            if month <= frame.month { latest = max(latest ?? month, month) }
        }
        if standing == .working { note(frame.month) }
        for entry in contributions.entries where entry.isTrusted {
            let period = entry.contribution.period
            if period > contributions.registrationMonth, contributions.isStrong(entry.contribution) { note(period) }
        }
        for known in contributions.remembered where known.isStrong && known.month > contributions.registrationMonth {
            note(known.month)
        }
        for business in dossier.businesses { lastMonthAlive(business).map(note) }
        return latest
    }

    /// The last month at whose end a business was alive after the person registered, up to this one.
    private func lastMonthAlive(_ business: BusinessHolding) -> Month? {
        let first = max(business.foundedOn, personCase.registration.registeredOn).month
        var last = frame.month
        if business.state != .active {
            guard let ended = business.stateSince else { return nil }
            last = min(last, ended.month.adding(-1))
        }
        return first <= last ? last : nil
    }
}
