import Roster

/// The insurance of one person, and what is needed to weigh it: amounts, benefit months, own businesses, months the
/// ledger remembers.
struct PersonContributions {
    /// Contributions of links up to grade D, and whether the link decides.
    private(set) var entries: [Entry] = []
    /// Months for which unemployment benefit was paid.
    private(set) var benefitMonths: [Month] = []
    /// Credit codes of the person's own businesses, whatever their state.
    private(set) var ownCreditCodes: [String] = []
    let registrationMonth: Month
    let remembered: [EmployerMonth]
    /// Some base is zero or negative: only then do amounts have to be added up.
    private var hasDoubtfulAmount = false

    /// One contribution.
    struct Entry {
        let contribution: Contribution
        let isTrusted: Bool
    }

    init(_ personCase: PersonCase) {
        registrationMonth = personCase.registration.registeredOn.month
        remembered = personCase.history.employerMonths
        for piece in personCase.evidence where piece.grade <= .d {
            take(piece.observation, isTrusted: piece.grade.decides)
        }
    }

    private mutating func take(_ observation: Observation, isTrusted: Bool) {
        switch observation {
        case .contribution(let contribution):
            entries.append(Entry(contribution: contribution, isTrusted: isTrusted))
            if let base = contribution.base, base.fen <= 0 { hasDoubtfulAmount = true }
        case .benefit(let benefit) where isTrusted:
            benefitMonths.append(benefit.month)
        case .business(let business) where isTrusted && !business.creditCode.isEmpty:
            ownCreditCodes.append(business.creditCode)
        default:
            break
        }
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
