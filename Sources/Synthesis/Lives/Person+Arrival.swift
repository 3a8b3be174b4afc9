import Roster

extension Person {
    /// A person who was registered before the first month, or in it.
    static func settled(serial: Int, before first: Month, _ world: World) -> Person {
        var dice = Dice(world.seed, serial, for: .profile)
        var registeredOn = first.firstDay.adding(days: -dice.among(1...600))
        if dice.chance(0.04) { registeredOn = dice.day(of: first) }
        let validUntil = first.firstDay.adding(days: dice.among(dice.chance(0.8) ? 31...360 : 0...360))
        var person = Person(
            serial: serial,
            registration: Standing(number: serial * 4 + 4, registeredOn: registeredOn, validUntil: validUntil),
            contactedOn: max(registeredOn, first.firstDay.adding(days: -dice.among(1...150))))
        if registeredOn >= first.firstDay { person.registration.validUntil = registeredOn.adding(months: 12) }
        if dice.chance(0.05) { person.registration.validUntil = nil }
        if dice.chance(0.04) { person.fallSilent(before: first, &dice) }
        person.receive(world, &dice)
        if registeredOn < first.firstDay, dice.chance(0.1) { person.arriveInTheMiddle(of: first, &dice) }
        return person
    }

    /// A person who registers in a month; an early one is on the roster of the month before already.
    static func newcomer(serial: Int, in month: Month, isEarly: Bool, _ world: World) -> Person {
        var dice = Dice(world.seed, serial, for: .profile)
        let day = isEarly ? month.firstDay.adding(days: dice.below(5)) : dice.day(of: month)
        let validUntil = day.adding(months: dice.pick([6, 12, 12]))
        var person = Person(
            serial: serial, registration: Standing(number: serial * 4 + 4, registeredOn: day, validUntil: validUntil),
            contactedOn: day)
        person.receive(world, &dice)
        return person
    }

    /// Gives the person the papers, the family and the services with which people come.
    private mutating func receive(_ world: World, _ dice: inout Dice) {
        let shares = world.shares
        if dice.chance(shares.unusablePaper) {
            paper = dice.pick([.wrongCheck, .digitsLost, .missing, .passport, .travelPermit])
        } else if dice.chance(shares.maskedElsewhere) {
            idElsewhere = .masked
        } else if dice.chance(shares.wrongElsewhere) {
            idElsewhere = .wrongDigit
        }
        if dice.chance(shares.otherName) {
            spelling = .other
        } else if dice.chance(shares.nearName) {
            spelling = .near
        } else if dice.chance(shares.alikeName) {
            spelling = .alike
        }
        if dice.chance(0.06) {
            let since = registration.registeredOn.month.adding(dice.among(-20...2))
            facts.lowIncome = LowIncome(kind: dice.pick(LowIncome.Kind.allCases), since: since)
        }
        useServices(&dice)
    }

    private mutating func useServices(_ dice: inout Dice) {
        let start = registration.registeredOn
        facts.services.append(Service(kind: .jobSeeker, appliedOn: start, completedOn: start))
        let span = Int(max(contactedOn, start).number - start.number)
        for _ in 0..<dice.below(4) {
            let day = start.adding(days: dice.below(span + 1))
            let isDone = dice.chance(0.85)
            let kind = dice.pick(Service.Kind.allCases)
            facts.services.append(Service(kind: kind, appliedOn: day, completedOn: isDone ? day : nil))
        }
    }

    private mutating func fallSilent(before first: Month, _ dice: inout Dice) {
        isSilent = true
        let contact = first.firstDay.adding(days: -dice.among(60...240))
        contactedOn = contact
        registration.registeredOn = min(registration.registeredOn, contact.adding(days: -dice.among(5...200)))
        registration.validUntil = first.adding(dice.among(6...12)).lastDay
    }

    /// Whatever was going on before the first month.
    private mutating func arriveInTheMiddle(of first: Month, _ dice: inout Dice) {
        let past = first.adding(-dice.among(1...4))
        guard !isSilent, registration.registeredOn.month < past else { return }
        switch dice.below(4) {
        case 0: WorkEpisode.job.begin(with: &self, in: past, &dice)
        case 1: VentureEpisode.shop.begin(with: &self, in: past, &dice)
        case 2: WorkEpisode.benefit.begin(with: &self, in: past, &dice)
        default: VentureEpisode.closedShop.begin(with: &self, in: past, &dice)
        }
    }
}
