import Roster

/// What people say when they are asked, and those who can't be asked.
enum TalkEpisode: CaseIterable, EpisodeKind {
    case job, flexible, business, retirement, study, army, death, withdrawal, refusals
    case jobless, joblessDespiteHint, joblessDespiteProof, unreached, otherAnswer, jobNextMonth
    case jobBelowProof

    var weight: Int {
        switch self {
        case .jobless: 120
        case .unreached: 40
        case .job, .flexible: 24
        case .business, .withdrawal, .otherAnswer: 8
        default: 3
        }
    }

    var lead: Int { self == .refusals ? 2 : 0 }

    var rule: Rule {
        switch self {
        case .job, .flexible, .business, .retirement, .study, .army, .death: .told
        case .withdrawal, .refusals: .withdrawal
        case .jobless, .joblessDespiteHint, .unreached, .otherAnswer, .jobNextMonth: .comparison
        case .joblessDespiteProof, .jobBelowProof: .employer
        }
    }

    func begin(with person: inout Person, in month: Month, _ dice: inout Dice) {
        let day = dice.day(of: month)
        switch self {
        case .job, .flexible, .business, .retirement, .study, .army, .death, .withdrawal:
            person.tell(outcome, on: day, export: month, &dice)
        case .refusals:
            for later in 0...2 {
                let asked = month.adding(later)
                person.tell(.refused, on: dice.day(of: asked), export: asked, &dice)
            }
        case .jobless: person.tell(.jobless, on: day, export: month, &dice)
        case .joblessDespiteHint:
            person.work(.medicalOnly, from: month, to: month, &dice)
            person.tell(.jobless, on: day, export: month, &dice)
        case .joblessDespiteProof:
            person.work(.full, from: month, to: month.adding(1), &dice)
            person.tell(.jobless, on: day, export: month, &dice)
        case .unreached: person.tell(.unreached, on: day, export: month, &dice)
        case .otherAnswer: person.tell(.other, on: day, export: month, &dice)
        case .jobNextMonth:
            person.tell(.employed, on: month.lastDay.adding(days: dice.among(1...5)), export: month, &dice)
        case .jobBelowProof:
            person.work(.pensionOnly, from: month, to: month.adding(4), &dice)
            person.tell(.flexible, on: day, export: month, &dice)
        }
    }

    private var outcome: Answer.Outcome {
        switch self {
        case .flexible: .flexible
        case .business: .selfEmployed
        case .retirement: .retired
        case .study: .student
        case .army: .military
        case .death: .dead
        case .withdrawal: .withdrawn
        default: .employed
        }
    }
}

extension Person {
    /// Lets the person answer; one answer a month but for attempts that reach nobody.
    ///
    /// Told work is asked after again when it no longer holds, three months later: either the person is without work, or
    /// pays contributions then and is without work a month after that.
    mutating func tell(_ outcome: Answer.Outcome, on day: Day, export: Month, _ dice: inout Dice) {
        let others = facts.answers.filter { $0.day.month == day.month && $0.outcome != .unreached }
        guard outcome == .unreached || others.isEmpty else { return }
        let method = dice.pick(Answer.Method.allCases)
        facts.answers.append(Answer(day: day, export: export, outcome: outcome, method: method))
        guard outcome.isPassing else { return }
        var end = day.month.adding(3)
        if dice.chance(0.5) {
            work(.selfPaid, from: end, to: end, &dice)
            end = end.adding(1)
        }
        tell(.jobless, on: dice.day(of: end), export: end, &dice)
    }
}
