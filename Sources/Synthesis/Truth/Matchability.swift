/// How surely the evidence behind a status can be tied to its person.
enum Matchability: String, CaseIterable, Sendable {
    case exact = "A"
    case near = "B"
    case otherName = "C"
    case damagedID = "D"
    case none

    /// The matchability of a person's month. A person whose name or number is wrong elsewhere stays C or D, evidence or not,
    /// because later months build on what was believed.
    init(of person: Person, rule: Rule) {
        if !person.paper.isUsable {
            self = .none
        } else if person.idElsewhere != .whole {
            self = .damagedID
        } else if person.spelling == .other {
            self = .otherName
        } else {
            self = person.spelling == .near && rule.restsOnRecords ? .near : .exact
        }
    }
}

extension Rule {
    /// Whether a status by this rule rests on records rather than on their absence.
    var restsOnRecords: Bool {
        switch self {
        case .silence, .expiry, .comparison, .nothing: false
        default: true
        }
    }
}
