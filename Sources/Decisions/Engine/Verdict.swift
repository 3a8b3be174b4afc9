import Roster

/// The rule that holds for a person, its outcome, and what that rests on.
struct Verdict {
    let laid: LaidOutcome
    /// Pieces of evidence the decision rests on, best first.
    let used: [Int]
    /// Answers it rests on, those among `used` and those of the ledger.
    let answers: [SurveyAnswer]
}

extension CaseReading {
    /// The first outcome of the first rule that holds.
    func verdict() -> Verdict {
        verdict(among: showing.isEmpty && told.answers.isEmpty ? frame.silentOutcomes : frame.outcomes)
    }

    /// The first of some outcomes that holds.
    func verdict(among outcomes: [LaidOutcome]) -> Verdict {
        for laid in outcomes {
            guard let support = support(for: laid.outcome.condition) else { continue }
            let found = support.evidence
            let used = found.count > 1 ? found.sorted { isBetter($0, than: $1) } : found
            return Verdict(laid: laid, used: used, answers: support.answers)
        }
        preconditionFailure("the last rule of a checked policy holds for everyone")
    }
}
