import Decisions
import Roster

/// Finds what would have led to another status: a link confirmed, a record left out, an answer in the month.
struct Alternatives {
    let redecision: Redecision
    let month: Month
    let labels: [StatusCode: String]

    /// What changes the status of a case that is decided as `row`.
    func all(_ personCase: PersonCase, decided row: LedgerRow) -> [PersonExplanation.Alternative] {
        linksConfirmed(personCase, row) + recordsLeftOut(personCase, row) + answers(personCase, row)
    }

    /// Each doubtful link, taken for sure.
    private func linksConfirmed(_ personCase: PersonCase, _ row: LedgerRow) -> [PersonExplanation.Alternative] {
        personCase.evidence.indices.filter { !personCase.evidence[$0].grade.decides }.compactMap { index in
            var other = personCase
            other.evidence[index].grade = .b
            return alternative(.linkConfirmed, personCase.evidence[index].reference.description, other, row)
        }
    }

    /// Each record that the status rests on, left out; and all of them.
    private func recordsLeftOut(_ personCase: PersonCase, _ row: LedgerRow) -> [PersonExplanation.Alternative] {
        var found = row.evidence.compactMap { reference in
            var other = personCase
            other.evidence.removeAll { $0.reference == reference }
            return alternative(.recordLeftOut, reference.description, other, row)
        }
        if row.evidence.count > 1 {
            var other = personCase
            other.evidence.removeAll { row.evidence.contains($0.reference) }
            let all = row.evidence.map(\.description).joined(separator: ";")
            if let alternative = alternative(.recordLeftOut, all, other, row) { found.append(alternative) }
        }
        return found
    }

    /// Answers on the last day of the month.
    private func answers(_ personCase: PersonCase, _ row: LedgerRow) -> [PersonExplanation.Alternative] {
        [SurveyOutcome.stillUnemployed, .employed, .withdrawn].compactMap { outcome in
            var other = personCase
            other.history.surveys.append(
                SurveyAnswer(
                    method: .phone, answeredOn: month.lastDay, outcome: outcome, employer: "", employedOn: nil,
                    note: "", surveyor: ""))
            return alternative(.answer, outcome.rawValue, other, row)
        }
    }

    private func alternative(
        _ kind: PersonExplanation.Alternative.Kind, _ what: String, _ other: PersonCase, _ row: LedgerRow
    ) -> PersonExplanation.Alternative? {
        let decided = redecision.decide(other)
        guard decided.status != row.status else { return nil }
        return PersonExplanation.Alternative(
            kind: kind, what: what, status: labels[decided.status] ?? decided.status.text, rule: decided.rule)
    }
}
