import Decisions
import Roster
import Testing

@Suite("Every piece of evidence is listed with what became of it")
struct EvidenceListingTests {
    @Test("Used and unused, with weight and reason")
    func reasons() throws {
        let person = Person(
            .insured(), .insured(.workInjury), .owns(), .supported(.borderline), .served(on: "2026-10-02")
        )
        .adding(.pensioned(), grade: .c)
        let evidence = try person.decided().evidence
        #expect(evidence.count == 6)
        func reason(_ observation: Observation) -> [String] {
            evidence.filter { $0.evidence.observation == observation }
                .map { "\($0.weight.rawValue) \($0.isUsed) \($0.reason)" }
        }
        #expect(reason(.insured()) == ["strong true decides"])
        #expect(reason(.insured(.workInjury)) == ["weak false outweighed"])
        #expect(reason(.owns()) == ["strong false outweighed"])
        #expect(reason(.supported(.borderline)) == ["none false other_purpose"])
        #expect(reason(.served(on: "2026-10-02")) == ["none false contact"])
        #expect(reason(.pensioned()) == ["conclusive false weak_link"])
    }

    @Test("Answers: told, refused, silent, replaced, nobody reached")
    func answers() throws {
        let person = Person(
            .answered(.stillUnemployed, on: "2026-10-01"), .answered(.employed, on: "2026-10-02"),
            .answered(.other, on: "2026-10-03"), .answered(.refused, on: "2026-10-04"),
            .answered(.lostContact, on: "2026-10-05"))
        let evidence = try person.decided().evidence
        #expect(
            evidence.map { "\($0.weight.rawValue) \($0.reason)" } == [
                "told superseded", "told decides", "none says_no_status", "told outweighed", "none reached_nobody",
            ])
    }

    @Test("Refusals of earlier months count as told where the decision rests on them")
    func refusals() throws {
        let person = Person(
            .answered(.refused, on: "2026-08-01"), .answered(.refused, on: "2026-09-01"), .answered(.refused))
        #expect(try person.decided().evidence.map(\.weight) == [.told, .told, .told])
        #expect(try person.row().evidence.count == 3)
    }
}
