import Ledger
import Reports
import Roster
import Testing

@testable import Pipeline

@Suite("Links from month to month")
struct LinkComparisonTests {
    private static let month = Month(index: 2026 * 12 + 9)

    private static func comparison(
        _ previous: [String: MatchGrade], answered: [String] = [], rules: Bool = false, weights: Bool = false
    ) -> LinkComparison {
        LinkComparison(
            month: month,
            previous: LinkGrades(["DJ1": Dictionary(uniqueKeysWithValues: previous.map { (SourceName($0), $1) })]),
            answered: Set(answered.map { SourceAndPerson(source: SourceName($0), slot: PersonSlot(4)) }),
            rulesChanged: rules, weightsChanged: weights)
    }

    private static func evidence(_ links: [(String, MatchGrade)]) -> [Evidence] {
        links.enumerated().map { row, link in
            Evidence(
                person: PersonSlot(4), reference: RecordReference(source: SourceName(link.0), file: "a", row: row),
                grade: link.1, observation: .death(DeathRecord(diedOn: month.firstDay, origin: "")))
        }
    }

    private static func changes(_ comparison: LinkComparison, _ now: [(String, MatchGrade)]) -> [String] {
        comparison.changes(of: "DJ1", at: 4, evidence(now)).map { change in
            let grades = "\(change.previousGrade?.rawValue ?? "")>\(change.grade?.rawValue ?? "")"
            return "\(change.source) \(change.kind) \(grades) \(change.cause)"
        }
    }

    @Test("new, lost and moved links are told by the best grade of each source, in the order of sources")
    func kinds() {
        let comparison = Self.comparison(["death": .a, "pension": .b, "loan": .d])
        let now: [(String, MatchGrade)] = [
            ("loan", .c), ("loan", .b), ("survey", .e), ("pension", .b), ("pension", .c),
        ]
        #expect(
            Self.changes(comparison, now) == [
                "death lost A> data", "loan moved D>B data", "survey new >E data",
            ])
        #expect(comparison.changes(of: "DJ2", at: 4, []).isEmpty)
    }

    @Test("an answer comes before other weights, these before other rules, which leave sure links alone")
    func causes() {
        let now: [(String, MatchGrade)] = [("insurance", .e), ("loan", .b), ("survey", .a)]
        let previous: [String: MatchGrade] = ["loan": .d]
        #expect(
            Self.changes(Self.comparison(previous, answered: ["loan"], rules: true, weights: true), now) == [
                "insurance new >E model", "loan moved D>B review", "survey new >A data",
            ])
        #expect(
            Self.changes(Self.comparison(previous, rules: true), now) == [
                "insurance new >E rule", "loan moved D>B rule", "survey new >A data",
            ])
    }
}
