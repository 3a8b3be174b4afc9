import Roster

/// The part of one person in a showcase: an episode that reaches its point in the last month.
struct CastPart: Sendable {
    let episode: Episode?
    let decoy: Decoy?
    /// When the episode begins.
    let start: Month
    /// The last month of the showcase.
    let last: Month
    /// 0, 1 or 2: the same episode under three spellings.
    let copy: Int

    /// Every episode and every decoy three times.
    static func all(for months: ClosedRange<Month>) -> [CastPart] {
        let last = months.upperBound
        let episodes = Episode.all.flatMap { episode in
            (0..<3).map {
                CastPart(episode: episode, decoy: nil, start: last.adding(-episode.lead), last: last, copy: $0)
            }
        }
        let decoys = Decoy.allCases.flatMap { decoy in
            (0..<3).map { CastPart(episode: nil, decoy: decoy, start: last, last: last, copy: $0) }
        }
        return episodes + decoys
    }

    /// The rule by which the last month is decided.
    var rule: Rule { episode?.rule ?? .comparison }

    /// Whether an identity is of the age that the part needs.
    func suits(_ identity: MadeUpIdentity, before month: Month) -> Bool {
        let age = identity.birthDate.completedYears(at: month.firstDay)
        return age >= max(20, episode?.fromAge ?? 0)
    }

    /// Whether the person must not have been in contact for long.
    var isSilent: Bool { episode == .roster(.silence) || episode == .roster(.silenceBroken) }

    fileprivate var spelling: Spelling { [.same, .alike, .near][copy] }
}

extension Person {
    /// A person who waits for a part.
    static func cast(_ part: CastPart, serial: Int, before first: Month) -> Person {
        let point = part.start
        let contact = part.isSilent ? point.adding(-6).firstDay.adding(days: 9) : first.firstDay.adding(days: -7)
        let registeredOn = min(contact, first.firstDay).adding(days: -40 - serial % 50)
        let standing = Standing(
            number: serial * 4 + 4, registeredOn: registeredOn, validUntil: part.last.adding(9).lastDay)
        var person = Person(serial: serial, registration: standing, contactedOn: contact)
        person.isSilent = part.isSilent
        person.spelling = part.spelling
        return person
    }

    /// Lives through a month as the part says.
    mutating func play(_ part: CastPart, in month: Month, _ dice: inout Dice) {
        recover(in: month)
        decoy = month == part.start ? part.decoy : nil
        if month == part.start { part.episode?.begin(with: &self, in: month, &dice) }
        stayInTouch(in: month, &dice)
    }
}
