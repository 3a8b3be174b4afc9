import Decisions
import Roster
import Testing

@Suite("What became of a person since last month")
struct ChangeTests {
    /// A person whose status comes out as named.
    static func becoming(_ status: String) -> Person {
        switch status {
        case "employed": Person(.insured())
        case "public_post": Person(.placed())
        case "self_employed": Person(.owns())
        case "flexible": Person(.subsidised())
        case "suspected": Person(.insured(.workInjury))
        case "retired": Person(.pensioned())
        case "student": Person(.inSpell(.student, from: "2026-09-01"))
        case "expired": Person().validUntil("2026-10-15")
        case "unverified": Person().withoutID()
        default: Person()
        }
    }

    @Test(
        "By last month's status and this month's",
        arguments: [
            ("unemployed", "employed", ChangeKind.foundJob), ("unemployed", "public_post", .foundJob),
            ("employed", "public_post", .foundJob), ("unemployed", "self_employed", .startedBusiness),
            ("unemployed", "flexible", .wentFlexible), ("employed", "flexible", .wentFlexible),
            ("unemployed", "suspected", .suspected), ("unemployed", "unverified", .unverified),
            ("unemployed", "retired", .retired), ("unemployed", "student", .left), ("unemployed", "expired", .left),
            ("employed", "unemployed", .lostJob), ("public_post", "unemployed", .lostJob),
            ("self_employed", "unemployed", .lostJob), ("flexible", "unemployed", .lostJob),
            ("suspected", "unemployed", .cleared), ("unverified", "unemployed", .cleared),
            ("retired", "unemployed", .returned), ("student", "unemployed", .returned),
            ("lost_contact", "unemployed", .returned), ("expired", "unemployed", .returned),
            ("withdrawn", "unemployed", .returned), ("unemployed", "unemployed", .unchanged),
            ("suspected", "suspected", .unchanged), ("a status of another pipeline", "unemployed", .returned),
        ])
    func kinds(_ previous: String, _ status: String, _ change: ChangeKind) throws {
        let row = try Self.becoming(status).previously(StatusCode(previous)).row()
        #expect(row.status == StatusCode(status))
        #expect(row.change == change)
        #expect(row.previousStatus == StatusCode(previous))
    }

    @Test("Never seen before: registered, whatever the status")
    func registered() throws {
        #expect(try Person().previously(nil, known: false).row().change == .registered)
        #expect(try Person(.insured()).previously(nil, known: false).row().change == .registered)
    }

    @Test("Seen before but not last month: returned, whatever the status")
    func returned() throws {
        #expect(try Person().previously(nil).row().change == .returned)
        #expect(try Person(.insured()).previously(nil).row().change == .returned)
    }

    @Test("Everyone whose status differs is listed, with both months' evidence")
    func listed() throws {
        let person = Person(.insured()).with { $0.history.previousEvidence = ["survey:s.xlsx:4"] }
        let change = try #require(try person.decided().change)
        #expect(change.change == .foundJob)
        #expect(change.previousStatus == "unemployed")
        #expect(change.status == "employed")
        #expect(change.previousEvidence == ["survey:s.xlsx:4"])
        #expect(change.evidence == ["contribution:f.csv:1"])
        #expect(try Person().decided().change == nil)
        #expect(try Person().previously(nil, known: false).decided().change?.change == .registered)
    }

    @Test("The cause is the survey where the decision rests on answers alone")
    func causes() throws {
        #expect(try Person(.answered(.employed)).decided().change?.cause == "survey")
        #expect(try Person().remembering(answer(.student, on: "2026-09-01")).decided().change?.cause == "survey")
        #expect(try Person(.insured()).decided().change?.cause == "data")
        #expect(try Person().withoutID().decided().change?.cause == "data")
    }

    @Test("In last month's ledger but no longer on the roster: vanished, unless the end was confirmed")
    func vanished() throws {
        let engine = try Person().engine()
        var history = PersonHistory()
        #expect(engine.vanished(registrationNumber: "7", history: history) == nil)
        history.previousStatus = "unemployed"
        history.previousEvidence = ["survey:s.xlsx:4"]
        let change = try #require(engine.vanished(registrationNumber: "7", history: history))
        #expect(change.change == .vanished)
        #expect(change.status == nil)
        #expect(change.previousStatus == "unemployed")
        #expect(change.previousEvidence == ["survey:s.xlsx:4"])
        history.confirmedEnd = "2026-09-20"
        #expect(engine.vanished(registrationNumber: "7", history: history) == nil)
    }
}
