import Roster

/// The insurance of one person, and what is needed to weigh it: amounts, benefit months, own businesses, months the
/// ledger remembers.
struct PersonContributions {
    let frame: MonthFrame
    let entries: [ContributionEntry]
    let remembered: [EmployerMonth]
    let registrationMonth: Month
    private let benefitMonths: [Month]
    private let ownCreditCodes: [String]
    /// Some base is zero or negative: only then do amounts have to be added up.
    private let hasDoubtfulAmount: Bool

    init(_ personCase: PersonCase, dossier: Dossier, frame: MonthFrame) {
        self.frame = frame
        entries = dossier.contributions
        remembered = personCase.history.employerMonths
        registrationMonth = personCase.registration.registeredOn.month
        benefitMonths = dossier.benefitMonths
        ownCreditCodes = dossier.businesses.map(\.creditCode).filter { !$0.isEmpty }
        hasDoubtfulAmount = entries.contains { entry in
            entry.contribution.base.map { $0.fen <= 0 } ?? false
        }
    }

    /// Whether unemployment benefit was paid for a month.
    func isOnBenefit(in month: Month) -> Bool {
        benefitMonths.contains(month)
    }

    /// Whether the employer is a business of the person's own, whatever its state.
    func isOwnBusiness(_ employer: Employer) -> Bool {
        !ownCreditCodes.isEmpty && ownCreditCodes.contains(employer.creditCode)
    }
}

// MARK: - Net amounts

extension PersonContributions {
    /// Whether the received and owed bases of the contribution's scheme, period and employer add up to more than
    /// nothing. Unreadable bases are left out; where none can be read, the amount counts as positive. Links that do
    /// not decide are added only when such a link is asked about.
    func isNetPositive(_ contribution: Contribution, trusted: Bool) -> Bool {
        guard hasDoubtfulAmount else { return true }
        var (sum, hasReadable) = (Money(fen: 0), false)
        for entry in entries where (entry.isTrusted || !trusted) && entry.contribution.isAdded(to: contribution) {
            guard let base = entry.contribution.base else { continue }
            sum = sum + base
            hasReadable = true
        }
        return !hasReadable || sum.fen > 0
    }
}

extension Contribution {
    /// Whether this amount belongs to the same sum as `other`.
    fileprivate func isAdded(to other: Contribution) -> Bool {
        period == other.period && scheme == other.scheme && (state == .received || state == .owed)
            && employer.isSame(as: other.employer)
    }
}

extension Employer {
    /// Whether both name one employer: by credit code, else unit number, else name.
    func isSame(as other: Employer) -> Bool {
        self === other || key == other.key
    }
}
