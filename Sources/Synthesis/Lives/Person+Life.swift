import Roster

extension Person {
    /// Lives through a month: leaves, renews, is called, and perhaps something happens.
    mutating func live(through month: Month, isFirst: Bool, _ world: World, _ dice: inout Dice) {
        recover(in: month)
        if !isFirst { settleRegistration(in: month, &dice) }
        guard presence == .listed else { return }
        mendPaper(&dice)
        speakAgain(in: month, &dice)
        if registration.registeredOn < month.firstDay, !isSilent { meetFate(in: month, world, &dice) }
        decoy = dice.chance(0.12) && paper.isUsable ? dice.pick(Decoy.allCases) : nil
        stayInTouch(in: month, &dice)
    }

    /// Comes back after a month in which the roster forgot the person, and mends what an episode left to be mended.
    mutating func recover(in month: Month) {
        if presence == .absent { presence = .listed }
        guard remedy == month else { return }
        paper = .resident
        if let until = registration.validUntil, until < month.firstDay {
            registration.validUntil = month.adding(8).lastDay
        }
    }

    /// Keeps contacts so recent that the registration is not due to end for want of them.
    mutating func stayInTouch(in month: Month, _ dice: inout Dice) {
        guard !isSilent, registration.registeredOn <= month.lastDay else { return }
        let isDue = lastContact(in: month).adding(months: 6) <= month.lastDay.adding(days: 1)
        guard isDue || dice.chance(0.25) else { return }
        let day = max(dice.day(of: month), registration.registeredOn)
        contactedOn = max(contactedOn, day)
        guard dice.chance(0.3) else { return }
        facts.services.append(Service(kind: dice.pick(Service.Kind.allCases), appliedOn: day, completedOn: day))
    }

    private mutating func settleRegistration(in month: Month, _ dice: inout Dice) {
        if dice.chance(chanceOfLeaving) {
            presence = .gone
        } else if let until = registration.validUntil {
            if until < month.firstDay {
                afterExpiry(in: month, wasInScope: previous != nil, &dice)
            } else if until <= month.lastDay, !isSilent, dice.chance(0.8) {
                registration.validUntil = until.adding(months: 6)
            }
        }
    }

    private var chanceOfLeaving: Double {
        switch previous {
        case .unemployed, .suspected, .unverified, .flexible, .expired: 0.01
        case .employed, .selfEmployed, .publicPost: 0.12
        case .withdrawn: 1
        case .none: 0
        default: 0.4
        }
    }

    /// A registration that ran out is renewed late, taken up anew, or stays on the roster for a month and goes.
    private mutating func afterExpiry(in month: Month, wasInScope: Bool, _ dice: inout Dice) {
        if !wasInScope || isSilent {
            presence = .gone
        } else if dice.chance(0.3) {
            registration.validUntil = month.adding(dice.among(5...11)).lastDay
        } else if dice.chance(0.3), earlier == nil, paper.isUsable {
            reregister(on: dice.day(of: month))
        } else if dice.chance(0.6) {
            presence = .gone
        }
    }

    private mutating func mendPaper(_ dice: inout Dice) {
        guard !paper.isUsable, paper != .passport, paper != .travelPermit, dice.chance(0.05) else { return }
        paper = .resident
    }

    /// Someone who could not be reached for half a year is met after all.
    private mutating func speakAgain(in month: Month, _ dice: inout Dice) {
        guard isSilent, previous == .lostContact, dice.chance(0.4) else { return }
        isSilent = false
        tell(.jobless, on: dice.day(of: month), export: month, &dice)
    }

    private mutating func meetFate(in month: Month, _ world: World, _ dice: inout Dice) {
        if !paper.isUsable, dice.chance(0.3), !hasSpoken(since: month) {
            tell(.jobless, on: dice.day(of: month), export: month, &dice)
        }
        guard dice.chance(0.16), let episode = Episode.random(for: self, in: month, world, &dice) else { return }
        if case .talk = episode, hasSpoken(since: month) { return }
        episode.begin(with: &self, in: month, &dice)
    }

    private func hasSpoken(since month: Month) -> Bool {
        facts.answers.contains { $0.day.month >= month }
    }
}
