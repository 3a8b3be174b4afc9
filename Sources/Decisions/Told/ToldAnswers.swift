import Roster

/// An answer that counts, and the piece of evidence that brought it; `nil` if the ledger remembers it.
struct HeardAnswer {
    let answer: SurveyAnswer
    let index: Int?
}

/// All answers of one person that count: those of the ledger and those of the month's files, each once.
///
/// Answers of one registration with the same day, method and outcome are one (whatever their notes); the files' text
/// is kept before the ledger's, and among several the bytewise greatest.
struct ToldAnswers {
    /// Oldest first; on one day the greatest normalised values last.
    private(set) var answers: [HeardAnswer] = []
    /// Pieces of evidence whose answer another piece repeats.
    private(set) var repeated: [Int] = []

    init(_ personCase: PersonCase, heard: [HeardAnswer]) {
        for answer in personCase.history.surveys {
            if !answers.contains(where: { $0.answer.isSame(as: answer) }) {
                answers.append(HeardAnswer(answer: answer, index: nil))
            }
        }
        for new in heard { hear(new, among: personCase.evidence) }
        sort()
    }

    private mutating func hear(_ heard: HeardAnswer, among evidence: [Evidence]) {
        guard let place = answers.firstIndex(where: { $0.answer.isSame(as: heard.answer) }) else {
            answers.append(heard)
            return
        }
        guard let known = answers[place].index, let new = heard.index else {
            answers[place] = heard
            return
        }
        let isGreater = evidence[known].precedesByValues(evidence[new])
        repeated.append(isGreater ? known : new)
        if isGreater { answers[place] = heard }
    }

    private mutating func sort() {
        guard answers.count > 1 else { return }
        answers.sort { left, right in
            let (first, second) = (left.answer, right.answer)
            if first.answeredOn != second.answeredOn { return first.answeredOn < second.answeredOn }
            return Observation.survey(first).values.precedesBytewise(Observation.survey(second).values) ?? false
        }
    }
}

extension SurveyAnswer {
    /// Whether both are one answer of a person: same day, method and outcome.
    fileprivate func isSame(as other: SurveyAnswer) -> Bool {
        answeredOn == other.answeredOn && outcome == other.outcome && method == other.method
    }
}
