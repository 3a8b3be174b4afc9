import Roster

extension Verdict {
    /// The truth about a person in scope: the first rule that the facts meet.
    ///
    /// Asks the facts, never the rows written for them. Without a usable ID number only what is filed under the
    /// registration number can be known: answers and posts.
    init(of person: Person, in month: Month) {
        let found =
            (person.paper.isUsable ? Verdict.shownByAuthorities(person.facts, month) : nil)
            ?? Verdict.shownByPost(person.facts, month)
            ?? (person.paper.isUsable ? Verdict.shownByWork(person.facts, month) : nil)
            ?? Verdict.told(person, month)
            ?? Verdict.lapsed(person, month)
        self = found ?? Verdict.open(person, month)
    }

    private static func shownByAuthorities(_ facts: Facts, _ month: Month) -> Verdict? {
        if let day = facts.diedOn, day <= month.lastDay { return Verdict(status: .deceased, rule: .death) }
        let inPay = facts.pensions.filter { $0.state == 1 && $0.start <= month }
        if inPay.contains(where: { $0.kind <= 3 }) { return Verdict(status: .retired, rule: .pension) }
        var kinds = Set(facts.spells.filter { $0.isInForce(on: month.lastDay) }.map(\.kind))
        if inPay.contains(where: { $0.kind == 4 }) { kinds.insert(.incapacitated) }
        let first = Spell.Kind.allCases.first { kinds.contains($0) && $0 != .movedOut }
        return first.flatMap(status).map { Verdict(status: $0, rule: .authority) }
    }

    private static func status(of kind: Spell.Kind) -> Status? {
        switch kind {
        case .imprisoned: .imprisoned
        case .military: .military
        case .student: .student
        case .emigrated: .emigrated
        case .incapacitated: .incapacitated
        case .movedOut: nil
        }
    }

    private static func shownByPost(_ facts: Facts, _ month: Month) -> Verdict? {
        let isOpen = facts.posts.contains { post in
            post.number != nil && post.start <= month.lastDay && post.end.map { $0 >= month.firstDay } ?? true
        }
        return isOpen ? Verdict(status: .publicPost, rule: .publicPost) : nil
    }

    private static func shownByWork(_ facts: Facts, _ month: Month) -> Verdict? {
        let jobs = facts.jobs.filter { $0.isProof(for: month) }
        if jobs.contains(where: { !$0.isOwn }) { return Verdict(status: .employed, rule: .employer) }
        let isTrading = facts.businesses.contains { $0.isActive(on: month.lastDay) }
        if isTrading || !jobs.isEmpty { return Verdict(status: .selfEmployed, rule: .business) }
        guard let months = facts.subsidised, months.contains(month) else { return nil }
        return Verdict(status: .flexible, rule: .subsidy)
    }

    private static func told(_ person: Person, _ month: Month) -> Verdict? {
        if let answer = person.standingAnswer(in: month), !person.isStale(answer, in: month),
            let status = answer.outcome.status
        {
            return Verdict(status: status, rule: answer.outcome == .withdrawn ? .withdrawal : .told)
        }
        return person.refusesForGood(in: month) ? Verdict(status: .withdrawn, rule: .withdrawal) : nil
    }

    private static func lapsed(_ person: Person, _ month: Month) -> Verdict? {
        if person.lastContact(in: month).adding(months: 6) <= month.lastDay {
            return Verdict(status: .lostContact, rule: .silence)
        }
        guard let until = person.registration.validUntil, until < month.lastDay else { return nil }
        return Verdict(status: .expired, rule: .expiry)
    }

    private static func open(_ person: Person, _ month: Month) -> Verdict {
        if person.saysJobless(in: month) { return Verdict(status: .unemployed, rule: .comparison) }
        if person.isHintedAt(in: month) { return Verdict(status: .suspected, rule: .suspicion) }
        return person.paper.isUsable
            ? Verdict(status: .unemployed, rule: .comparison) : Verdict(status: .unverified, rule: .nothing)
    }
}

extension Job {
    /// Whether the employer is the person's own business.
    var isOwn: Bool {
        if case .ownBusiness = employer { true } else { false }
    }
}
