import Roster

/// Deaths, pensions and other states that an authority's own roster shows.
enum AuthorityEpisode: CaseIterable, EpisodeKind {
    case death, deathAfterMonthEnd, deathOfPensioner, deathButInsured, deathButAnswered
    case employeePension, civilPension, residentPension, pensionNextMonth, pensionPaused, pensionEnded
    case disabilityPension
    case prison, army, study, studyOver, abroad, incapacity, prisonNextMonth, movedOut
    case studyWithJob

    var weight: Int {
        switch self {
        case .death, .residentPension: 12
        case .employeePension: 30
        case .study, .studyOver, .movedOut, .pensionNextMonth, .pensionPaused: 6
        default: 3
        }
    }

    var lead: Int {
        switch self {
        case .deathButInsured, .studyOver: 1
        default: 0
        }
    }

    var rule: Rule {
        switch self {
        case .death, .deathOfPensioner, .deathButInsured, .deathButAnswered: .death
        case .employeePension, .civilPension, .residentPension: .pension
        case .disabilityPension, .prison, .army, .study, .abroad, .incapacity, .studyWithJob: .authority
        case .deathAfterMonthEnd, .pensionNextMonth, .pensionPaused, .pensionEnded, .prisonNextMonth, .movedOut,
            .studyOver:
            .comparison
        }
    }

    var fromAge: Int {
        switch self {
        case .residentPension: 60
        case .employeePension, .civilPension, .pensionNextMonth, .pensionPaused, .pensionEnded, .deathOfPensioner: 50
        default: 0
        }
    }

    func begin(with person: inout Person, in month: Month, _ dice: inout Dice) {
        switch self {
        case .death, .deathAfterMonthEnd, .deathOfPensioner, .deathButInsured, .deathButAnswered:
            die(&person, month, &dice)
        case .employeePension: person.draw(1, from: month)
        case .civilPension: person.draw(2, from: month)
        case .residentPension: person.draw(3, from: month)
        case .disabilityPension: person.draw(4, from: month)
        case .pensionNextMonth: person.draw(1, from: month.adding(1))
        case .pensionPaused: person.draw(1, from: month.adding(-8), state: 2)
        case .pensionEnded: person.draw(3, from: month.adding(-20), state: 3)
        case .prison, .army, .study, .studyOver, .abroad, .incapacity, .prisonNextMonth, .movedOut, .studyWithJob:
            enter(&person, month, &dice)
        }
    }

    private func die(_ person: inout Person, _ month: Month, _ dice: inout Dice) {
        let isLate = self == .deathAfterMonthEnd
        let day = isLate ? month.lastDay.adding(days: dice.among(1...5)) : dice.day(of: month)
        person.facts.diedOn = day
        switch self {
        case .deathOfPensioner: person.draw(1, from: month.adding(-1))
        case .deathButInsured: person.work(.full, from: month, to: month.adding(2), &dice)
        case .deathButAnswered:
            person.facts.diedOn = month.firstDay.adding(days: dice.among(0...2))
            person.tell(.jobless, on: month.firstDay.adding(days: dice.among(8...20)), export: month, &dice)
        default: break
        }
    }

    private func enter(_ person: inout Person, _ month: Month, _ dice: inout Dice) {
        let start = dice.day(of: month)
        switch self {
        case .prison: person.facts.spells.append(Spell(kind: .imprisoned, start: start))
        case .army: person.facts.spells.append(Spell(kind: .military, start: start))
        case .abroad: person.facts.spells.append(Spell(kind: .emigrated, start: start))
        case .incapacity: person.facts.spells.append(Spell(kind: .incapacitated, start: start))
        case .movedOut: person.facts.spells.append(Spell(kind: .movedOut, start: start))
        case .prisonNextMonth:
            person.facts.spells.append(Spell(kind: .imprisoned, start: month.lastDay.adding(days: 3)))
        case .studyOver:
            let end = month.adding(1).firstDay.adding(days: dice.among(2...20))
            person.facts.spells.append(Spell(kind: .student, start: start, end: end))
        case .studyWithJob:
            person.facts.spells.append(Spell(kind: .student, start: start))
            person.work(.full, from: month, to: month.adding(1), &dice)
        default: person.facts.spells.append(Spell(kind: .student, start: start, end: month.adding(30).lastDay))
        }
    }
}

extension Person {
    /// Puts the person on the pension roster.
    mutating func draw(_ kind: Int, from start: Month, state: Int = 1) {
        facts.pensions.append(Pension(kind: kind, start: start, state: state))
    }
}
