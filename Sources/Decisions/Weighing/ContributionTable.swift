import Roster

/// The rules for contributions by what they fit, so that a contribution meets only the rules that are about it.
struct ContributionTable: Sendable {
    private let rulesByClass: [[LaidContributionRule]]
    private let isPaidMonthByClass: [Bool]

    init(_ policy: WeighingPolicy) {
        let rules = policy.contributions.map { (pattern: $0.pattern, rule: LaidContributionRule($0)) }
        var (byClass, isPaid): ([[LaidContributionRule]], [Bool]) = ([], [])
        for scheme in InsuranceScheme.inPlace {
            for payer in PayerKind.inPlace {
                for payment in PaymentKind.inPlace {
                    for state in PaymentState.inPlace {
                        let fits = { (pattern: ContributionPattern) in
                            pattern.schemes.contains(scheme) && pattern.payers.contains(payer)
                                && pattern.payments.contains(payment) && pattern.states.contains(state)
                        }
                        byClass.append(rules.filter { fits($0.pattern) }.map(\.rule))
                        isPaid.append(fits(policy.paidMonth))
                    }
                }
            }
        }
        (rulesByClass, isPaidMonthByClass) = (byClass, isPaid)
    }

    /// The rules that fit the contribution, its period aside, in their order.
    func rules(for contribution: Contribution) -> [LaidContributionRule] {
        rulesByClass[contribution.placeInTable]
    }

    /// Whether the contribution is of the kind that pays an employer's month.
    func paysMonth(_ contribution: Contribution) -> Bool {
        isPaidMonthByClass[contribution.placeInTable]
    }
}

/// What a contribution rule asks beyond its pattern. An object, so that trying one costs no copies.
final class LaidContributionRule: Sendable {
    let months: [Int]
    let provisos: [ContributionProviso]
    let claim: Claim
    let weight: EvidenceWeight

    init(_ rule: ContributionRule) {
        months = rule.months
        provisos = rule.provisos
        claim = rule.claim
        weight = rule.weight
    }
}

extension Contribution {
    /// Where the table keeps contributions of this scheme, payer, payment and state.
    fileprivate var placeInTable: Int {
        ((scheme.place * PayerKind.inPlace.count + payer.place) * PaymentKind.inPlace.count + payment.place)
            * PaymentState.inPlace.count + state.place
    }
}
