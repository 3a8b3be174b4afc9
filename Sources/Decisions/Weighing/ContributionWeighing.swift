import Roster

extension PersonContributions {
    /// What a contribution shows of a month.
    func assess(_ contribution: Contribution, trusted: Bool, frame: MonthFrame, asOf month: Month) -> EvidenceAssessment
    {
        let offset = month.months(to: contribution.period)
        var reason = EvidenceReason.provesNothing
        for rule in frame.policy.weighing.contributions where rule.pattern.fits(contribution) {
            guard rule.months.contains(offset) else {
                if reason == .provesNothing { reason = .otherMonth }
                continue
            }
            let unmet = rule.provisos.first { !meets($0, contribution, trusted: trusted, frame: frame) }
            guard let unmet else { return .shows(claim(rule, contribution, frame: frame), rule.weight) }
            reason = unmet.reasonUnmet
        }
        if reason == .provesNothing, contribution.state == .notReceived { reason = .notReceived }
        return .nothing(reason)
    }

    /// Insurance by a business of one's own shows that business.
    private func claim(_ rule: ContributionRule, _ contribution: Contribution, frame: MonthFrame) -> Claim {
        guard rule.claim == .employer, frame.policy.weighing.takesOwnInsuranceAsBusiness,
            ownCreditCodes.contains(contribution.employer.creditCode)
        else { return rule.claim }
        return .ownBusiness
    }

    private func meets(
        _ proviso: ContributionProviso, _ contribution: Contribution, trusted: Bool, frame: MonthFrame
    ) -> Bool {
        switch proviso {
        case .positiveNet: isNetPositive(contribution, trusted: trusted)
        case .afterRegistration: contribution.period > registrationMonth
        case .directEmployer: !frame.intermediaries.contains(contribution.employer)
        case .notOnBenefit: !benefitMonths.contains(contribution.period)
        case .paidMonthBefore(let months): hasPaidMonth(before: contribution, months: months, frame: frame)
        }
    }

    /// Whether the employer paid one of the `months` months before the contribution's period, by these files or the
    /// ledger.
    private func hasPaidMonth(before contribution: Contribution, months: Int, frame: MonthFrame) -> Bool {
        let key = contribution.employer.key
        func isBefore(_ month: Month) -> Bool {
            let distance = month.months(to: contribution.period)
            return distance >= 1 && distance <= months
        }
        if remembered.contains(where: { $0.isPaid && isBefore($0.month) && $0.employerKey == key }) { return true }
        return entries.contains { entry in
            entry.isTrusted && isBefore(entry.contribution.period) && entry.contribution.employer.key == key
                && isPaidMonth(entry.contribution, frame: frame)
        }
    }

    /// Whether a contribution of a trusted link counts as a paid month of its employer.
    func isPaidMonth(_ contribution: Contribution, frame: MonthFrame) -> Bool {
        frame.policy.weighing.paidMonth.fits(contribution) && isNetPositive(contribution, trusted: true)
    }
}

extension ContributionPattern {
    /// Whether the contribution is one of those meant.
    func fits(_ contribution: Contribution) -> Bool {
        payers.contains(contribution.payer) && schemes.contains(contribution.scheme)
            && states.contains(contribution.state) && payments.contains(contribution.payment)
    }
}

extension ContributionProviso {
    /// Why a contribution that misses the proviso does not count. Arrears without a paid month and agencies prove
    /// nothing by a rule that wants the contrary.
    fileprivate var reasonUnmet: EvidenceReason {
        switch self {
        case .positiveNet: .netNotPositive
        case .afterRegistration: .registrationMonth
        case .notOnBenefit: .onBenefit
        case .directEmployer, .paidMonthBefore: .provesNothing
        }
    }
}
