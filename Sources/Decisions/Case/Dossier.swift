import Roster

/// A person's evidence sorted by kind in one pass, so that each rule looks only at the records it asks about.
struct Dossier {
    /// Contributions of links up to grade D.
    private(set) var contributions: [ContributionEntry] = []
    /// Answers of links that decide.
    private(set) var answers: [HeardAnswer] = []
    /// Services of links that decide.
    private(set) var services: [ServiceRecord] = []
    /// Businesses of links that decide, whatever their state.
    private(set) var businesses: [BusinessHolding] = []
    /// Months for which unemployment benefit was paid, by links that decide.
    private(set) var benefitMonths: [Month] = []
    private(set) var lowIncome: [(membership: LowIncomeMembership, grade: MatchGrade)] = []
    /// A record names the registration but shows another ID or name.
    private(set) var contradictsIdentity = false

    init(_ evidence: [Evidence]) {
        for index in evidence.indices {
            let grade = evidence[index].grade
            if evidence[index].contradictsIdentity { contradictsIdentity = true }
            if case .lowIncome(let membership) = evidence[index].observation { lowIncome.append((membership, grade)) }
            if case .contribution(let contribution) = evidence[index].observation, grade <= .d {
                contributions.append(ContributionEntry(contribution: contribution, isTrusted: grade.decides))
            }
            if grade.decides { takeTrusted(evidence[index].observation, at: index) }
        }
    }

    private mutating func takeTrusted(_ observation: Observation, at index: Int) {
        switch observation {
        case .survey(let answer): answers.append(HeardAnswer(answer: answer, index: index))
        case .service(let service): services.append(service)
        case .business(let business): businesses.append(business)
        case .benefit(let benefit): benefitMonths.append(benefit.month)
        default: break
        }
    }
}

/// One contribution, and whether its link decides.
struct ContributionEntry {
    let contribution: Contribution
    let isTrusted: Bool
}
