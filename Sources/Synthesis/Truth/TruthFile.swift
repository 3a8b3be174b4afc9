import Roster
import Tabular

/// `truth.csv` of a month: a row a person in scope, sorted by registration number.
struct TruthFile {
    private var rows: [(number: Int, text: String)] = []
    private(set) var summary = TruthSummary()

    static let header = "registration_number,status,rule,change,low_income,matchable"

    /// Adds a person in scope; the status found.
    mutating func add(_ view: PersonView) -> Status {
        let person = view.person
        let verdict = Verdict(of: person, in: view.month)
        let change = Change(to: verdict.status, from: person.previous, isKnown: person.isKnown)
        let matchable = Matchability(of: person, rule: verdict.rule)
        let fields = [
            view.number, verdict.status.rawValue, verdict.rule.description, change.rawValue, view.lowIncomeCode,
            matchable.rawValue,
        ]
        rows.append((person.registration.number, fields.joined(separator: ",")))
        summary.add(verdict, change, matchable)
        return verdict.status
    }

    /// Writes the file into a folder. Throws if it can't be written.
    func write(into folder: String) throws {
        let file = try ExportFile("truth.csv", in: folder, encoding: .utf8)
        try file.append(Self.header + "\n")
        for row in rows.sorted(by: { $0.number < $1.number }) { try file.append(row.text + "\n") }
        try file.close()
    }
}

/// How often what is true, in a month.
struct TruthSummary {
    private(set) var people = 0
    private var statuses: [Status: Int] = [:]
    private var rules: [Rule: Int] = [:]
    private var changes: [Change: Int] = [:]
    private var matchables: [Matchability: Int] = [:]

    mutating func add(_ verdict: Verdict, _ change: Change, _ matchable: Matchability) {
        people += 1
        statuses[verdict.status, default: 0] += 1
        rules[verdict.rule, default: 0] += 1
        changes[change, default: 0] += 1
        matchables[matchable, default: 0] += 1
    }

    /// The counts as JSON objects, in the order of the words.
    var json: [(String, JSONText)] {
        [
            ("people", .number(people)),
            ("status", .object(Status.allCases.map { ($0.rawValue, .number(statuses[$0] ?? 0)) })),
            ("rule", .object(Rule.allCases.map { ($0.description, .number(rules[$0] ?? 0)) })),
            ("change", .object(Change.allCases.map { ($0.rawValue, .number(changes[$0] ?? 0)) })),
            ("matchable", .object(Matchability.allCases.map { ($0.rawValue, .number(matchables[$0] ?? 0)) })),
        ]
    }
}
