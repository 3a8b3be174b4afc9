import Roster

/// The rule that holds for a person, its outcome, and what that rests on.
struct Verdict {
    let rule: String
    let outcome: RuleOutcome
    /// Pieces of evidence the decision rests on, best first.
    let used: [Int]
    /// Answers it rests on, those among `used` and those of the ledger.
    let answers: [SurveyAnswer]
}

extension CaseReading {
    /// The first rule that holds.
    func verdict() -> Verdict {
        for rule in frame.policy.rules {
            for outcome in rule.outcomes {
                guard let support = support(for: outcome.condition) else { continue }
                let used = support.evidence.sorted { isBetter($0, than: $1) }
                return Verdict(rule: rule.id, outcome: outcome, used: used, answers: support.answers)
            }
        }
        preconditionFailure("the last rule of a checked policy holds for everyone")
    }
}
