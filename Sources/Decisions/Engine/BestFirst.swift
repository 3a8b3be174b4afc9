import Roster

extension CaseReading {
    /// Whether one piece of evidence is named before another: better grade, greater weight, the later payment (of
    /// contributions) or the earlier date (of all else), then the normalised values; file and row last.
    func isBetter(_ left: Int, than right: Int) -> Bool {
        let (first, second) = (personCase.evidence[left], personCase.evidence[right])
        if first.grade != second.grade { return first.grade < second.grade }
        let (firstRank, secondRank) = (assessments[left].weight.rank, assessments[right].weight.rank)
        if firstRank != secondRank { return firstRank < secondRank }
        let (firstDay, secondDay) = (first.observation.namingDay, second.observation.namingDay)
        if firstDay != secondDay { return firstDay < secondDay }
        return first.precedesByValues(second)
    }
}

extension EvidenceWeight {
    /// Conclusive before strong before weak before told before none.
    fileprivate var rank: Int {
        switch self {
        case .conclusive: 0
        case .strong: 1
        case .weak: 2
        case .told: 3
        case .none: 4
        }
    }
}

extension Observation {
    /// Orders records of one weight: the smaller comes first.
    fileprivate var namingDay: Int32 {
        switch self {
        case .contribution(let contribution): -(contribution.receivedOn?.number ?? .min + 1)
        default: evidenceDay?.number ?? .max
        }
    }

    /// The day since which a record says something holds, or `nil`.
    var evidenceDay: Day? {
        switch self {
        case .death(let death): death.diedOn
        case .pension(let pension): pension.start.firstDay
        case .spell(let spell): spell.start
        case .business(let business): business.foundedOn
        case .contribution(let contribution): contribution.period.firstDay
        case .service(let service): service.appliedOn
        case .subsidy(let subsidy): subsidy.month.firstDay
        case .survey(let answer): answer.answeredOn
        default: nil
        }
    }
}

extension Observation {
    /// The order of the normalised values of two contributions to different schemes, without making the values: the
    /// scheme comes first in them, and no scheme's word begins another's. `nil` for all else.
    fileprivate func precedesByScheme(_ other: Observation) -> Bool? {
        guard case .contribution(let left) = self, case .contribution(let right) = other,
            left.scheme != right.scheme
        else { return nil }
        return left.scheme.rawValue.precedesBytewise(right.scheme.rawValue)
    }
}

extension Evidence {
    /// Bytewise by normalised values, then by period; between rows equal in both, by file and row.
    func precedesByValues(_ other: Evidence) -> Bool {
        if let byScheme = observation.precedesByScheme(other.observation) { return byScheme }
        return observation.values.precedesBytewise(other.observation.values)
            ?? observation.period.precedesBytewise(other.observation.period)
            ?? (reference < other.reference)
    }
}
