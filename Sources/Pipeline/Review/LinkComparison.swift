import Ledger
import Reports
import Roster

/// Finds what is linked otherwise than in the month before.
struct LinkComparison: Sendable {
    let month: Month
    let previous: LinkGrades
    /// Whom people's answers concern.
    let answered: Set<SourceAndPerson>
    /// Whether the pipeline matches otherwise than last month.
    let rulesChanged: Bool
    /// Whether probable links are weighed otherwise than last month.
    let weightsChanged: Bool

    /// The changes of a person who is in both months, in the order of the sources' names.
    func changes(of number: String, at slot: Int, _ evidence: [Evidence]) -> [LinkChange] {
        let before = Dictionary(previous.of(number).map { ($0.source, $0.grade) }) { first, _ in first }
        let now = Dictionary(evidence.map { ($0.reference.source, $0.grade) }) { min($0, $1) }
        return Set(before.keys).union(now.keys).sorted().compactMap { source in
            guard before[source] != now[source] else { return nil }
            let place = SourceAndPerson(source: source, slot: PersonSlot(slot))
            return LinkChange(
                month: month, registrationNumber: number, source: source, previousGrade: before[source],
                grade: now[source], cause: cause(before[source], now[source], at: place))
        }
    }

    /// A link by a whole number and the same name comes and goes with the records, whatever the rules say.
    private func cause(_ before: MatchGrade?, _ now: MatchGrade?, at place: SourceAndPerson) -> LinkChange.Cause {
        if answered.contains(place) { return .review }
        if weightsChanged, before == .e || now == .e { return .model }
        let isSure = [before, now].allSatisfy { $0 == nil || $0 == .a }
        return rulesChanged && !isSure ? .rule : .data
    }
}
