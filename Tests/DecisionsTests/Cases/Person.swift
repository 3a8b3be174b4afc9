import Decisions
import Roster
import Testing

/// A registered person to be decided in October 2026, set up by what differs from an ordinary one: registered in May,
/// valid for a year, contacted in September, born in March 1990, unemployed last month.
struct Person {
    static let month: Month = "2026-10"
    var registration: Registration
    var evidence: [Evidence] = []
    var history = PersonHistory()
    var policy = ShippedPolicy.policy
    var setting = MonthSetting(month: Person.month, calendar: Person.calendar)
    var hasIdentityConflict = false

    init(_ observations: Observation...) {
        registration = Registration(
            registrationNumber: "4402030000000001", name: "赵一",
            id: .usable(IDNumber.completing("44020119900312123")), registeredOn: "2026-05-10")
        registration.validUntil = "2027-05-09"
        registration.lastContactOn = "2026-09-15"
        history.isKnown = true
        history.previousStatus = "unemployed"
        for observation in observations { add(observation) }
    }

    /// The person with one more record.
    mutating func add(
        _ observation: Observation, grade: MatchGrade = .a, file: String = "f.csv", contradicting: Bool = false
    ) {
        let source = SourceName(observation.kind)
        evidence.append(
            Evidence(
                person: PersonSlot(0), reference: RecordReference(source: source, file: file, row: evidence.count + 1),
                grade: grade, contradictsIdentity: contradicting, observation: observation))
    }

    /// The person changed by a closure.
    func with(_ change: (inout Person) -> Void) -> Person {
        var copy = self
        change(&copy)
        return copy
    }

    /// The person's case.
    var personCase: PersonCase {
        PersonCase(
            registration: registration, evidence: evidence, history: history, hasIdentityConflict: hasIdentityConflict)
    }

    /// The engine under the person's policy and setting.
    func engine() throws -> DecisionEngine {
        try DecisionEngine(policy: policy, setting: setting)
    }

    /// The decision.
    func decided() throws -> Decision {
        try engine().decide(personCase)
    }

    /// The ledger row.
    func row() throws -> LedgerRow {
        try decided().row
    }

    /// Every day a working day but Saturdays and Sundays, October to December 2026.
    static let calendar = WorkingCalendar(
        days: (0..<92).map { offset in
            let day = Day("2026-10-01").adding(days: offset)
            return (day, (Int(day.number) + 3) % 7 < 5)
        })
}
