package import Roster

extension PersonContributions {
    /// What a contribution shows of a month.
    func assess(_ contribution: Contribution, trusted: Bool, asOf month: Month) -> EvidenceAssessment {
        let offset = month.months(to: contribution.period)
        var reason = EvidenceReason.provesNothing
        for rule in frame.contributionTable.rules(for: contribution) {
            guard rule.months.contains(offset) else {
                if reason == .provesNothing { reason = .otherMonth }
                continue
            }
            let unmet = rule.provisos.first { !meets($0, contribution, trusted: trusted) }
            guard let unmet else { return .shows(claim(rule, contribution), rule.weight) }
            reason = unmet.reasonUnmet
        }
        if reason == .provesNothing, contribution.state == .notReceived { reason = .notReceived }
        return .nothing(reason)
    }

    /// Insurance by a business of one's own shows that business.
    private func claim(_ rule: LaidContributionRule, _ contribution: Contribution) -> Claim {
        let isOwn =
            rule.claim == .employer && frame.policy.weighing.takesOwnInsuranceAsBusiness
            && isOwnBusiness(contribution.employer)
        return isOwn ? .ownBusiness : rule.claim
    }

    private func meets(_ proviso: ContributionProviso, _ contribution: Contribution, trusted: Bool) -> Bool {
        switch proviso {
        case .positiveNet: isNetPositive(contribution, trusted: trusted)
        case .afterRegistration: contribution.period > registrationMonth
        case .directEmployer: !frame.intermediaries.contains(contribution.employer)
        case .notOnBenefit: !isOnBenefit(in: contribution.period)
        case .paidMonthBefore(let months): hasPaidMonth(before: contribution, months: months)
        }
    }

    /// Whether the employer paid one of the `months` months before the contribution's period, by these files or the
    /// ledger.
    private func hasPaidMonth(before contribution: Contribution, months: Int) -> Bool {
        let key = contribution.employer.key
        func isBefore(_ month: Month) -> Bool {
            let distance = month.months(to: contribution.period)
            return distance >= 1 && distance <= months
        }
        if remembered.contains(where: { $0.isPaid && isBefore($0.month) && $0.employerKey == key }) { return true }
        return entries.contains { entry in
            entry.isTrusted && isBefore(entry.contribution.period) && entry.contribution.employer.key == key
                && isPaidMonth(entry.contribution)
        }
    }

    /// Whether a contribution of a trusted link counts as a paid month of its employer.
    func isPaidMonth(_ contribution: Contribution) -> Bool {
        frame.contributionTable.paysMonth(contribution) && isNetPositive(contribution, trusted: true)
    }
}

extension ContributionPattern {
    /// Whether the contribution is one of those meant.
    package func fits(_ contribution: Contribution) -> Bool {
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
