import Decisions
import Roster
import Testing

@Suite("Rosters of other authorities count by their dates and states")
struct RosterWeighingTests {
    static let deaths: [Weighed] = [
        Weighed("died on the last day", Person(.died(on: "2026-10-31")), "R01", .conclusive, .decides),
        Weighed("died the day after", Person(.died(on: "2026-11-01")), "R13", .none, .notYet),
    ]

    static let pensions: [Weighed] = [
        Weighed("starts this month", Person(.pensioned(since: "2026-10")), "R02", .conclusive, .decides),
        Weighed("starts next month", Person(.pensioned(since: "2026-11")), "R13", .none, .notYet),
        Weighed("paused", Person(.pensioned(since: "2026-01", .paused)), "R13", .none, .notInPay),
        Weighed("ended", Person(.pensioned(since: "2026-01", .ended)), "R13", .none, .notInPay),
        Weighed("another kind", Person(.pensioned(.other)), "R13", .none, .provesNothing),
    ]

    static let spells: [Weighed] = [
        Weighed("starts on the last day", Person(.inSpell(.student, from: "2026-10-31")), "R03", .conclusive, .decides),
        Weighed("starts the day after", Person(.inSpell(.student, from: "2026-11-01")), "R13", .none, .notYet),
        Weighed(
            "ends on the last day", Person(.inSpell(.student, from: "2026-09-01", to: "2026-10-31")), "R03",
            .conclusive, .decides),
        Weighed(
            "ends the day before", Person(.inSpell(.student, from: "2026-09-01", to: "2026-10-30")), "R13", .none, .over
        ),
        Weighed(
            "moved household", Person(.inSpell(.householdMovedOut, from: "2026-09-01")), "R13", .none, .provesNothing),
    ]

    static let posts: [Weighed] = [
        Weighed("begins on the last day", Person(.placed(from: "2026-10-31")), "R04", .strong, .decides),
        Weighed("begins the day after", Person(.placed(from: "2026-11-01")), "R13", .none, .notYet),
        Weighed("ends on the first day", Person(.placed(to: "2026-10-01")), "R04", .strong, .decides),
        Weighed("ended the day before", Person(.placed(to: "2026-09-30")), "R13", .none, .over),
        Weighed("no post number", Person(.placed(post: "")), "R13", .none, .noPostNumber),
        Weighed("no start", Person(.placed(from: nil)), "R13", .none, .notYet),
        Weighed("another service", Person(.served(.training, on: "2026-10-05")), "R13", .none, .contact),
    ]

    static let subsidies: [Weighed] = [
        Weighed("for the month before", Person(.subsidised(for: "2026-09")), "R13", .none, .otherMonth),
        Weighed("for the month after", Person(.subsidised(for: "2026-11")), "R13", .none, .otherMonth),
        Weighed("amount unknown", Person(.subsidised(fen: nil)), "R07", .strong, .decides),
        Weighed("taken back", Person(.subsidised(fen: -1)), "R13", .none, .netNotPositive),
    ]

    @Test("Weight and reason", arguments: deaths + pensions + spells + posts + subsidies)
    func weighs(_ weighed: Weighed) throws {
        try weighed.check()
    }
}

@Suite("A business counts by its state at the end of the month")
struct BusinessTests {
    static let states: [Weighed] = [
        Weighed("founded on the last day", Person(.owns(founded: "2026-10-31")), "R06", .strong, .decides),
        Weighed("founded the day after", Person(.owns(founded: "2026-11-01")), "R13", .none, .notYet),
        Weighed("revoked on the last day", Person(.owns(.revoked, since: "2026-10-31")), "R12", .weak, .decides),
        Weighed("revoked the day after", Person(.owns(.revoked, since: "2026-11-01")), "R06", .strong, .decides),
        Weighed("moved away", Person(.owns(.movedOut, since: "2026-10-31")), "R12", .weak, .decides),
        Weighed("moved away after", Person(.owns(.movedOut, since: "2026-11-01")), "R06", .strong, .decides),
        Weighed("closed", Person(.owns(.deregistered, since: "2026-10-31")), "R13", .none, .over),
        Weighed("closed after", Person(.owns(.deregistered, since: "2026-11-01")), "R06", .strong, .decides),
        Weighed("closed, nobody says when", Person(.owns(.deregistered)), "R13", .none, .over),
        Weighed("another state", Person(.owns(.other, since: "2026-11-01")), "R13", .none, .over),
    ]

    @Test("Weight and reason", arguments: states)
    func weighs(_ weighed: Weighed) throws {
        try weighed.check()
    }

    @Test("Insurance by the own business shows the business, whatever its state, from its founding on")
    func insuredByOwnBusiness() throws {
        for state in [BusinessState.active, .revoked, .deregistered] {
            let person = Person(
                .owns(code: factory.creditCode, founded: "2026-07-15", state, since: "2026-08-01"), .insured())
            let row = try person.row()
            #expect(row.rule == "R06")
            #expect(row.effectiveDate == "2026-07-15")
        }
    }

    @Test("Another employer still gives a job")
    func insuredByAnother() throws {
        #expect(try Person(.owns(code: workshop.creditCode), .insured(by: factory)).row().rule == "R05")
    }

    @Test("A business by a weak link is nobody's own")
    func weakLink() throws {
        let person = Person(.insured()).adding(.owns(code: factory.creditCode), grade: .c)
        #expect(try person.row().rule == "R05")
    }

    @Test("Of two businesses, the one founded first names and dates the work")
    func twoBusinesses() throws {
        let row = try Person(
            .owns(code: "B", founded: "2026-07-01", name: "后店"), .owns(code: "A", founded: "2026-06-01", name: "先店")
        ).row()
        #expect(row.employer == "先店")
        #expect(row.effectiveDate == "2026-06-01")
    }
}
