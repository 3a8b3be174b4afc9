package import Decisions
package import Roster

/// Which records of members of households are kept: those by which it is told whether a member works, and no more,
/// because these members are more than the registered people themselves.
package struct RelativeRecords: Sendable {
    let kinds: Set<SourceKind>
    private let month: Month
    private let paidMonth: ContributionPattern
    /// Payers and schemes of insurance that can show work with full weight.
    private let payers: Set<PayerKind>
    private let schemes: Set<InsuranceScheme>
    /// Months before the one decided whose paid contributions bear out arrears.
    private let monthsBefore: Int

    /// None are kept.
    package static let none = RelativeRecords(kinds: [], month: Month(index: 0), weighing: nil)

    /// The records that a policy weighs in a month.
    package init(month: Month, weighing: WeighingPolicy) {
        self.init(
            kinds: [
                .insurance, .pension, .business, .death, .status, .disability, .category, .service,
                .flexibleSubsidy,
            ],
            month: month, weighing: weighing)
    }

    private init(kinds: Set<SourceKind>, month: Month, weighing: WeighingPolicy?) {
        self.kinds = kinds
        self.month = month
        paidMonth = weighing?.paidMonth ?? ContributionPattern()
        let strong = weighing?.contributions.filter { $0.weight == .strong || $0.weight == .conclusive } ?? []
        payers = Set(strong.flatMap(\.pattern.payers))
        schemes = Set(strong.flatMap(\.pattern.schemes))
        monthsBefore = weighing?.contributions.flatMap(\.provisos).map(\.monthsBefore).max() ?? 0
    }

    /// Whether a record is kept. Of the month's insurance all is that can show work, whatever its payment and state,
    /// because amounts are added up; and of the months before it what bears out arrears.
    func wants(_ observation: Observation) -> Bool {
        guard case .contribution(let contribution) = observation else { return true }
        if contribution.period == month {
            return payers.contains(contribution.payer) && schemes.contains(contribution.scheme)
        }
        return contribution.period < month && contribution.period.months(to: month) <= monthsBefore
            && paidMonth.fits(contribution)
    }
}

extension ContributionProviso {
    fileprivate var monthsBefore: Int {
        if case .paidMonthBefore(let months) = self { months } else { 0 }
    }
}
