import Roster

/// What happens to the registration itself.
enum RosterEpisode: CaseIterable, EpisodeKind {
    case silence, silenceBroken, expiry, renewedLate, reregistration
    case duplicate, duplicateOfOneDay, duplicateUnderOtherName, sharedNumber
    case gap, idLost, idMended, noID, noIDButAnswered, destitute, nothing

    var weight: Int {
        switch self {
        case .silence: 10
        case .gap: 4
        case .reregistration, .duplicate, .duplicateOfOneDay, .duplicateUnderOtherName, .sharedNumber: 1
        default: 0
        }
    }

    var lead: Int {
        switch self {
        case .silenceBroken, .renewedLate, .idMended, .gap: 1
        default: 0
        }
    }

    var rule: Rule {
        switch self {
        case .silence: .silence
        case .expiry: .expiry
        case .idLost, .noID: .nothing
        default: .comparison
        }
    }

    func begin(with person: inout Person, in month: Month, _ dice: inout Dice) {
        switch self {
        case .silence: person.isSilent = true
        case .silenceBroken:
            person.isSilent = true
            person.tell(.jobless, on: dice.day(of: month.adding(1)), export: month.adding(1), &dice)
        case .expiry, .renewedLate:
            person.registration.validUntil = month.firstDay.adding(days: dice.below(27))
            person.remedy = self == .renewedLate ? month.adding(1) : nil
        case .gap: if person.canVanish { person.presence = .absent }
        case .idLost: person.paper = .digitsLost
        case .noID, .noIDButAnswered, .idMended:
            person.paper = dice.pick([.wrongCheck, .digitsLost, .missing, .passport])
            person.remedy = self == .idMended ? month.adding(1) : nil
            guard self == .noIDButAnswered else { return }
            person.tell(.jobless, on: dice.day(of: month), export: month, &dice)
        case .destitute: person.facts.lowIncome = LowIncome(kind: .destitute, since: month.adding(-9))
        case .nothing: break
        case .reregistration, .duplicate, .duplicateOfOneDay, .duplicateUnderOtherName, .sharedNumber:
            double(&person, in: month, &dice)
        }
    }

    private func double(_ person: inout Person, in month: Month, _ dice: inout Dice) {
        guard person.earlier == nil, person.registration.validUntil != nil, person.paper.isUsable else { return }
        var earlier = person.registration
        earlier.number -= 1
        switch self {
        case .sharedNumber: person.sharesNumber = true
        case .reregistration: person.reregister(on: dice.day(of: month))
        case .duplicateOfOneDay: person.earlier = earlier
        default:
            earlier.registeredOn = earlier.registeredOn.adding(days: -dice.among(5...60))
            person.earlier = earlier
            person.isEarlierUnderOtherName = self == .duplicateUnderOtherName
        }
    }
}

extension Person {
    /// Whether nothing is lost if the roster forgets the person for a month.
    var canVanish: Bool { facts.answers.isEmpty && facts.jobs.isEmpty && facts.posts.isEmpty }

    /// Registers the person anew; what was known under the old number is known no longer.
    ///
    /// The new number is the old one and one: numbers are given in steps of four.
    mutating func reregister(on day: Day) {
        earlier = registration
        registration.number += 1
        registration.registeredOn = day
        registration.validUntil = day.adding(months: 12)
        contactedOn = max(contactedOn, day)
        facts.answers = []
        facts.jobs = []
        (previous, isKnown, isSilent) = (nil, false, false)
    }
}
