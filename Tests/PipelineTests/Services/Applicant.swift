import Decisions
import Foundation
import Reports
import Roster
import Testing

@testable import Pipeline

/// A registered person in October 2026 under the shipped pipeline, set up by what differs from an ordinary one: a woman
/// born in March 1990, whose household is registered in the city's Wujiang district, registered on 10 May 2026 at a
/// counter, contacted in September, comparable, and without any record.
struct Applicant {
    var registration: Registration
    var evidence: [Evidence] = []
    var history = PersonHistory()
    var households: [Household] = []
    var hasOtherRegistration = false
    var month: Month = "2026-10"
    var present = Set(SourceKind.allCases.map { SourceName($0.rawValue) })

    init(_ observations: Observation...) {
        registration = Registration(
            registrationNumber: "44020000000001", name: "赵一", id: .usable(.born("1990-03-12", .female)),
            registeredOn: "2026-05-10")
        registration.validUntil = "2027-05-09"
        registration.lastContactOn = "2026-09-15"
        registration.agencyCode = "440203001"
        registration.details.householdRegion = "440203"
        registration.details.residenceRegion = "440203"
        registration.details.channel = "04"
        registration.details.appliedOn = "2026-05-10"
        history.isKnown = true
        history.previousStatus = "unemployed"
        for observation in observations { add(observation) }
    }

    /// The same person, changed.
    func with(_ change: (inout Applicant) -> Void) -> Applicant {
        var copy = self
        change(&copy)
        return copy
    }

    /// With one more record.
    mutating func add(_ observation: Observation, grade: MatchGrade = .a) {
        evidence.append(
            Evidence(
                person: PersonSlot(0),
                reference: RecordReference(
                    source: SourceName(observation.kind), file: "f.csv", row: evidence.count + 1), grade: grade,
                observation: observation))
    }

    /// Born on another day.
    func born(_ day: Day, _ sex: Sex) -> Applicant {
        with { $0.registration.id = .usable(.born(day, sex)) }
    }

    /// Registered on another day.
    func registered(_ day: Day) -> Applicant {
        with {
            $0.registration.registeredOn = day
            $0.registration.details.appliedOn = day
        }
    }

    /// Recognised under a category.
    func recognised(_ category: String, on day: Day? = "2026-06-15") -> Applicant {
        with {
            $0.registration.recognisedCategory = category
            $0.registration.details.recognisedOn = day
        }
    }

    /// In a household with these other members.
    func living(
        with members: [MemberStanding], kind: String = "家庭户", isUrban: Bool = true,
        own: MemberStanding = MemberStanding(.jobless)
    ) -> Applicant {
        with { person in
            let book = HouseholdMembership(
                householdNumber: "H1", householdKind: kind, isUrban: isUrban, region: "440203005", relation: "户主")
            person.add(.household(book))
            let standings = [(person.registration.id.number, own)] + members.map { (nil, $0) }
            person.households = [
                Household(
                    number: "H1", kind: kind, isUrban: isUrban,
                    members: standings.enumerated().map { place, entry in
                        HouseholdMember(
                            id: entry.0 ?? (entry.1.kind == .unknownID ? nil : .born("1970-01-01", .male, place)),
                            relation: place == 0 ? "户主" : "配偶",
                            reference: RecordReference(source: SourceName("household"), file: "h.xml", row: place + 1),
                            standing: entry.1)
                    })
            ]
        }
    }

    /// The decision under a pipeline, by default the shipped one.
    func decided(by definition: PipelineDefinition? = nil) throws -> Decision {
        let definition = try definition ?? ShippedPipeline.definition.get()
        let engine = try DecisionEngine(
            policy: definition.policy, setting: definition.setting(month: month, missing: [], present: present))
        var personCase = PersonCase(registration: registration, evidence: evidence, history: history)
        (personCase.households, personCase.hasOtherRegistration) = (households, hasOtherRegistration)
        return engine.decide(personCase)
    }

    /// The categories of the ledger's line.
    func difficulty(by definition: PipelineDefinition? = nil) throws -> [String] {
        try decided(by: definition).row.difficulty
    }
}

/// The shipped pipeline file, read once.
enum ShippedPipeline {
    static let definition = Result { try PipelineDefinition.load(ConfigurationSamples.shippedFile) }

    /// The file with a text replaced, which has to be in it.
    static func replacing(_ old: String, by new: String) throws -> PipelineDefinition {
        let text = try ConfigurationSamples.shippedText()
        try #require(text.contains(old))
        return try PipelineDefinition.parse(
            text.replacing(old, with: new, maxReplacements: 1), file: ConfigurationSamples.shippedFile)
    }
}

extension PersonServices {
    /// The lines of a file as it has them, without month and registration number.
    func lines<Finding: Sendable>(
        _ findings: KeyPath<PersonServices, [Finding]>, _ table: MachineTable<ServiceLine<Finding>>
    ) -> [String] {
        let rows = self[keyPath: findings].map { ServiceLine(month: "2026-10", registrationNumber: "-", finding: $0) }
        return String(decoding: table.text(of: rows).bytes, as: UTF8.self).split(separator: "\n")
            .map { String($0.dropFirst("2026-10,-,".count)) }
    }

    var difficultyLines: [String] { lines(\.difficulty, ServiceLine<DifficultyFinding>.table) }
    var helpLines: [String] { lines(\.help, ServiceLine<HelpCount>.table) }
    var deadlineLines: [String] { lines(\.deadlines, ServiceLine<ActDeadline>.table) }
    var allowanceLines: [String] { lines(\.allowance, ServiceLine<AllowanceYear>.table) }
    var eligibilityLines: [String] { lines(\.eligibility, ServiceLine<EligibilityTest>.table) }
}

extension IDNumber {
    /// A number of the city with this birth date and sex.
    static func born(_ day: Day, _ sex: Sex, _ ordinal: Int = 0) -> IDNumber {
        let sequence = String(100 + ordinal * 2 + (sex == .male ? 1 : 0))
        let digits = "440203" + day.description.filter { $0 != "-" } + sequence
        let check = IDNumber.checkCharacter(of: Array(digits.utf8)[...])
        guard let number = IDNumber(checking: digits + String(decoding: [check], as: UTF8.self)) else {
            preconditionFailure("not 17 digits: \(digits)")
        }
        return number
    }
}

extension Day: ExpressibleByStringLiteral {
    /// `"2026-10-31"`.
    public init(stringLiteral text: String) {
        guard let day = Day(iso: text) else { preconditionFailure("no such day: \(text)") }
        self = day
    }
}

extension Month: ExpressibleByStringLiteral {
    /// `"2026-10"`.
    public init(stringLiteral text: String) {
        guard let month = Month(text) else { preconditionFailure("no such month: \(text)") }
        self = month
    }
}

extension StatusCode: ExpressibleByStringLiteral {
    /// `"employed"`.
    public init(stringLiteral text: String) { self.init(text) }
}
