import Decisions
import Roster

/// The rules of the job that other tools are measured by: another city, as far as the engine is concerned.
enum BenchmarkPolicy {
    static var policy: DecisionPolicy {
        DecisionPolicy(statuses: statuses, rules: rules, weighing: weighing)
    }

    private static let statuses = ["retired", "employed", "self-employed", "flexible", "unemployed"].map {
        StatusDefinition(code: StatusCode($0), label: $0, standing: $0 == "unemployed" ? .unemployed : .working)
    }

    private static let weighing = WeighingPolicy(
        contributions: [
            rule(
                .employee, [.employeePension, .civilServicePension, .unemployment, .employeeMedical, .workInjury],
                [.regular], .employer),
            rule(.selfPaid, [.employeePension, .employeeMedical], PaymentKind.allCases, .selfPaid),
        ],
        pensions: [
            PensionRule(
                kinds: [.employee, .civilService, .disability], states: [.inPay], claim: .pension, weight: .conclusive)
        ],
        businesses: [BusinessRule(states: [.active], weight: .strong)], businessState: .delivered)

    private static func rule(
        _ payer: PayerKind, _ schemes: [InsuranceScheme], _ payments: [PaymentKind], _ claim: Claim
    ) -> ContributionRule {
        ContributionRule(
            pattern: ContributionPattern(payers: [payer], schemes: schemes, payments: payments, states: [.received]),
            claim: claim, weight: .strong)
    }

    private static let rules = [
        decisionRule("B1", .evidence(claims: [.pension], weights: [.conclusive]), "retired"),
        decisionRule("B2", .evidence(claims: [.employer], weights: [.strong]), "employed"),
        decisionRule("B3", .evidence(claims: [.ownBusiness], weights: [.strong]), "self-employed"),
        decisionRule("B4", .evidence(claims: [.selfPaid], weights: [.strong]), "flexible"),
        decisionRule("B5", .otherwise, "unemployed"),
    ]

    private static func decisionRule(_ id: String, _ condition: Condition, _ status: StatusCode) -> DecisionRule {
        DecisionRule(
            id: id, title: "", holdsWhen: "", legalBasis: "",
            outcomes: [RuleOutcome(when: condition, status: status, action: .keep)])
    }
}
