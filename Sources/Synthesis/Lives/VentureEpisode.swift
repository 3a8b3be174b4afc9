import Roster

/// Businesses of one's own.
enum VentureEpisode: CaseIterable, EpisodeKind {
    case shop, company, shopWithJob, shopInsuringOwner, closedShopInsuringOwner
    case shopClosingNextMonth, shopOpeningNextMonth, closedShop, shopClosed, revokedCompany, companyMovedAway

    var weight: Int {
        switch self {
        case .shop: 40
        case .company, .closedShop: 12
        case .shopClosed: 12
        default: 4
        }
    }

    var lead: Int { self == .shopClosed ? 1 : 0 }

    var rule: Rule {
        switch self {
        case .shop, .company, .shopInsuringOwner, .closedShopInsuringOwner, .shopClosingNextMonth: .business
        case .shopWithJob: .employer
        case .shopOpeningNextMonth, .closedShop, .shopClosed: .comparison
        case .revokedCompany, .companyMovedAway: .suspicion
        }
    }

    func begin(with person: inout Person, in month: Month, _ dice: inout Dice) {
        let start = person.facts.businesses.count
        person.facts.businesses.append(business(of: person, in: month, &dice))
        let own = Job(employer: .ownBusiness(start), from: month, to: month.adding(2), pattern: .full)
        switch self {
        case .shopInsuringOwner, .closedShopInsuringOwner: person.facts.jobs.append(own)
        case .shopWithJob: person.work(.full, from: month, to: month.adding(3), &dice)
        default: break
        }
    }

    private func business(of person: Person, in month: Month, _ dice: inout Dice) -> Business {
        let isCompany = self == .company || self == .revokedCompany || self == .companyMovedAway
        var business = Business(
            ordinal: person.serial * 8 + person.facts.businesses.count % 8, isCompany: isCompany,
            foundedOn: dice.day(of: month))
        switch self {
        case .closedShop, .closedShopInsuringOwner:
            business.end(.deregistered, foundedOn: month.adding(-30).firstDay, closedOn: dice.day(of: month))
        case .shopClosingNextMonth:
            let day = month.lastDay.adding(days: dice.among(2...6))
            business.end(.deregistered, foundedOn: dice.day(of: month), closedOn: day)
        case .shopClosed:
            let day = dice.day(of: month.adding(1))
            business.end(.deregistered, foundedOn: dice.day(of: month), closedOn: day)
        case .revokedCompany:
            business.end(.revoked, foundedOn: month.adding(-40).firstDay, closedOn: dice.day(of: month))
        case .companyMovedAway:
            business.end(.movedOut, foundedOn: month.adding(-50).firstDay, closedOn: dice.day(of: month))
        case .shopOpeningNextMonth: business.foundedOn = month.lastDay.adding(days: dice.among(1...7))
        default: break
        }
        return business
    }
}

extension Business {
    fileprivate mutating func end(_ closure: Closure, foundedOn: Day, closedOn: Day) {
        self.foundedOn = foundedOn
        self.closure = closure
        self.closedOn = closedOn
    }
}
