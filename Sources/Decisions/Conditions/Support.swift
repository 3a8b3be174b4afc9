import Roster

/// What a condition that holds rests on; empty where it rests on absence.
struct Support {
    /// Pieces of evidence, by their place in the case.
    var evidence: [Int] = []
    /// Answers, those that only the ledger remembers among them.
    var answers: [SurveyAnswer] = []

    static let absence = Support()

    init(evidence: [Int] = [], answers: [HeardAnswer] = []) {
        self.evidence = evidence + answers.compactMap(\.index)
        self.answers = answers.map(\.answer)
    }

    /// Adds what another condition rests on.
    mutating func add(_ other: Support) {
        evidence += other.evidence.filter { !evidence.contains($0) }
        answers += other.answers.filter { !answers.contains($0) }
    }
}
