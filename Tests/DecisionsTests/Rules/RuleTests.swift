import Decisions
import Roster
import Testing

/// What a decided row has to show.
struct Expected: Sendable, CustomTestStringConvertible {
    let name: String
    let person: Person
    let rule: String
    let status: StatusCode
    let action: Action
    let ground: String
    let notify: Bool
    let effective: Day?

    init(
        _ name: String, _ person: Person, _ rule: String, _ status: StatusCode, _ action: Action, _ ground: String = "",
        notify: Bool = false, since effective: Day? = nil
    ) {
        self.name = name
        self.person = person
        self.rule = rule
        self.status = status
        self.action = action
        self.ground = ground
        self.notify = notify
        self.effective = effective
    }

    var testDescription: String { name }
}

@Suite("Each rule gives status, action, ground, notice and date")
struct RuleTests {
    static let authorities: [Expected] = [
        Expected("death", Person(.died(on: "2026-10-31")), "R01", "deceased", .cancel, "X11", since: "2026-10-31"),
        Expected(
            "pension", Person(.pensioned(since: "2026-09")), "R02", "retired", .cancel, "X04", notify: true,
            since: "2026-09-01"),
        Expected(
            "civil pension", Person(.pensioned(.civilService)), "R02", "retired", .cancel, "X04", notify: true,
            since: "2026-10-01"),
        Expected(
            "resident pension", Person(.pensioned(.resident)), "R02", "retired", .cancel, "X04", notify: true,
            since: "2026-10-01"),
        Expected(
            "prison", Person(.inSpell(.imprisoned, from: "2026-08-03")), "R03", "imprisoned", .cancel, "X07",
            since: "2026-08-03"),
        Expected(
            "army", Person(.inSpell(.military, from: "2026-09-10")), "R03", "military", .cancel, "X06", notify: true,
            since: "2026-09-10"),
        Expected(
            "school", Person(.inSpell(.student, from: "2026-09-01")), "R03", "student", .cancel, "X06", notify: true,
            since: "2026-09-01"),
        Expected(
            "abroad", Person(.inSpell(.emigrated, from: "2026-09-01")), "R03", "emigrated", .cancel, "X06",
            since: "2026-09-01"
        ),
        Expected(
            "unable", Person(.inSpell(.incapacitated, from: "2026-09-01")), "R03", "incapacitated", .cancel, "X05",
            notify: true, since: "2026-09-01"),
        Expected(
            "sickness allowance", Person(.pensioned(.disability, since: "2026-07")), "R03", "incapacitated", .cancel,
            "X05", notify: true, since: "2026-07-01"),
    ]

    static let work: [Expected] = [
        Expected(
            "public post", Person(.placed()), "R04", "public_post", .cancel, "X01", notify: true, since: "2026-10-01"),
        Expected("employer", Person(.insured()), "R05", "employed", .cancel, "X01", notify: true, since: "2026-10-01"),
        Expected(
            "own business", Person(.owns()), "R06", "self_employed", .cancel, "X02", notify: true, since: "2026-06-01"),
        Expected(
            "subsidised flexible work", Person(.subsidised()), "R07", "flexible", .verify, "X03", since: "2026-10-01"),
    ]

    static let told: [Expected] = [
        Expected("told job", Person(.answered(.employed)), "R08", "employed", .verify, since: "2026-10-12"),
        Expected("told flexible", Person(.answered(.flexible)), "R08", "flexible", .verify, since: "2026-10-12"),
        Expected(
            "told business", Person(.answered(.selfEmployed)), "R08", "self_employed", .verify, since: "2026-10-12"),
        Expected("told retired", Person(.answered(.retired)), "R08", "retired", .verify, since: "2026-10-12"),
        Expected("told school", Person(.answered(.student)), "R08", "student", .verify, since: "2026-10-12"),
        Expected("told army", Person(.answered(.military)), "R08", "military", .verify, since: "2026-10-12"),
        Expected("told death", Person(.answered(.deceased)), "R08", "deceased", .verify, since: "2026-10-12"),
        Expected(
            "withdrawn", Person(.answered(.withdrawn)), "R09", "withdrawn", .cancel, "X08", notify: true,
            since: "2026-10-12"),
    ]

    static let remaining: [Expected] = [
        Expected("weak evidence", Person(.insured(.workInjury)), "R12", "suspected", .verify),
        Expected("compared", Person(), "R13", "unemployed", .keep),
        Expected("told still unemployed", Person(.answered(.stillUnemployed)).withoutID(), "R13", "unemployed", .keep),
        Expected("no usable ID", Person().withoutID(), "R14", "unverified", .contact),
        Expected("a source is missing", Person().missing("death"), "R14", "unverified", .contact),
        Expected("an optional source is missing", Person().missing("survey"), "R13", "unemployed", .keep),
    ]

    @Test("A single fact decides", arguments: authorities + work + told)
    func decides(_ expected: Expected) throws {
        try check(expected)
    }

    @Test("What is left", arguments: remaining)
    func remains(_ expected: Expected) throws {
        try check(expected)
    }

    @Test("No contact for six months: lost since the day six months after the last")
    func lostContact() throws {
        let person = Person().registered("2026-03-01").lastContact("2026-04-15")
        try check(Expected("no contact", person, "R10", "lost_contact", .cancel, "X09", since: "2026-10-15"))
    }

    @Test("Validity over: renew, told to the person, since the day after")
    func expired() throws {
        let person = Person().validUntil("2026-10-30")
        try check(Expected("expired", person, "R11", "expired", .renew, "X12", notify: true, since: "2026-10-31"))
    }

    private func check(_ expected: Expected) throws {
        let row = try expected.person.row()
        #expect(row.rule == expected.rule)
        #expect(row.status == expected.status)
        #expect(row.action == expected.action)
        #expect(row.ground == expected.ground)
        #expect(row.notify == expected.notify)
        #expect(row.effectiveDate == expected.effective)
    }
}
