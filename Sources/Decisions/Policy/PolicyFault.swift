package import Roster

/// What makes a policy impossible to decide by.
package enum PolicyFault: Error, Hashable, Sendable {
    case duplicateStatus(StatusCode)
    case duplicateRule(String)
    case ruleWithoutOutcome(rule: String)
    case unknownStatus(StatusCode, rule: String)
    /// The last outcome of the last rule does not hold for everyone.
    case lastRuleNotForEveryone(rule: String)
    case noRules
    /// The rate of the sample is not a share between 0 and 1.
    case sampleRateOutOfRange
    /// A track whose step is not positive.
    case retirementStepNotPositive(category: String)
}

extension DecisionPolicy {
    /// Every fault of the policy, in the order of its parts; empty if it can be decided by.
    package func faults() -> [PolicyFault] {
        statusFaults() + ruleFaults() + numberFaults()
    }

    private func statusFaults() -> [PolicyFault] {
        var seen: Set<StatusCode> = []
        return statuses.filter { !seen.insert($0.code).inserted }.map { .duplicateStatus($0.code) }
    }

    private func ruleFaults() -> [PolicyFault] {
        guard let last = rules.last else { return [.noRules] }
        let known = Set(statuses.map(\.code))
        var seen: Set<String> = []
        var faults: [PolicyFault] = []
        for rule in rules {
            if !seen.insert(rule.id).inserted { faults.append(.duplicateRule(rule.id)) }
            if rule.outcomes.isEmpty { faults.append(.ruleWithoutOutcome(rule: rule.id)) }
            for outcome in rule.outcomes where !known.contains(outcome.status) {
                faults.append(.unknownStatus(outcome.status, rule: rule.id))
            }
        }
        if let outcome = last.outcomes.last, outcome.condition != .otherwise {
            faults.append(.lastRuleNotForEveryone(rule: last.id))
        }
        return faults
    }

    private func numberFaults() -> [PolicyFault] {
        var faults: [PolicyFault] = []
        if !(0...1).contains(workList.sampleRate) { faults.append(.sampleRateOutOfRange) }
        for track in retirement where track.stepMonths <= 0 {
            faults.append(.retirementStepNotPositive(category: track.category))
        }
        return faults
    }
}
