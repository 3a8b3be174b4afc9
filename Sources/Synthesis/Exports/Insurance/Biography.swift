import Roster

/// The contributions that one person's life leaves in the export of a month.
struct Biography {
    let rows: [ContributionRow]

    init(_ view: PersonView, firmCount: Int) {
        let periods = (-3...0).map { view.month.adding($0) }
        var rows = Biography.before(view, periods, firmCount)
        for job in view.facts.jobs {
            let firm = Biography.firm(of: job, view, firmCount)
            let isAhead = job.isAnnounced && job.from == view.month.adding(1)
            for period in isAhead ? [job.from] : periods where job.covers(period) {
                rows += ContributionRow.rows(of: job, at: firm, for: period, base: 4000 + view.person.serial % 3000)
            }
        }
        for period in periods where view.facts.benefit?.contains(period) ?? false {
            rows.append(ContributionRow(scheme: .medical, firm: Firms.benefitFund, period: period, base: 4100))
        }
        self.rows = rows
    }

    /// The job that ended in the month of registration.
    private static func before(_ view: PersonView, _ periods: [Month], _ firmCount: Int) -> [ContributionRow] {
        let last = view.person.registration.registeredOn.month
        guard view.person.serial % 10 < 7 else { return [] }
        let job = Job(employer: .none, from: last.adding(-12), to: last, pattern: .full)
        let firm = Firms.employer(firmCount + 100 + view.person.serial % 900)
        return periods.filter { job.covers($0) }.flatMap {
            ContributionRow.rows(of: job, at: firm, for: $0, base: 4500)
        }
    }

    private static func firm(of job: Job, _ view: PersonView, _ firmCount: Int) -> Firm {
        switch job.employer {
        case .firm(let choice): return Firms.employer(choice % firmCount)
        case .debtor(let choice): return Firms.employer(400_000 + choice % 400_000)
        case .dispatch(let index):
            let unit = DispatchUnits.units[index]
            return Firm(creditCode: unit.creditCode, unitNumber: unit.unitNumber, name: unit.name)
        case .ownBusiness(let index): return view.facts.businesses[index].firm
        case .none: return ContributionRow.nobody
        }
    }
}
