import Roster

/// Something that happens to a person and leaves facts behind.
///
/// An episode says by which rule the month it reaches its point is decided; facts of several episodes may lie on one
/// another, and then the earlier rule holds.
enum Episode: Sendable, Hashable {
    case authority(AuthorityEpisode)
    case work(WorkEpisode)
    case venture(VentureEpisode)
    case talk(TalkEpisode)
    case roster(RosterEpisode)

    /// All episodes, in a fixed order.
    static let all: [Episode] =
        AuthorityEpisode.allCases.map(Episode.authority) + WorkEpisode.allCases.map(Episode.work)
        + VentureEpisode.allCases.map(Episode.venture) + TalkEpisode.allCases.map(Episode.talk)
        + RosterEpisode.allCases.map(Episode.roster)

    private var detail: any EpisodeKind {
        switch self {
        case .authority(let kind): kind
        case .work(let kind): kind
        case .venture(let kind): kind
        case .talk(let kind): kind
        case .roster(let kind): kind
        }
    }

    /// How often it befalls people, relative to the others.
    var weight: Int { detail.weight }
    /// Months between its beginning and the month of its point.
    var lead: Int { detail.lead }
    /// The rule of that month.
    var rule: Rule { detail.rule }
    /// Years of age that it needs.
    var fromAge: Int { detail.fromAge }

    /// Leaves its facts with a person.
    func begin(with person: inout Person, in month: Month, _ dice: inout Dice) {
        detail.begin(with: &person, in: month, &dice)
    }

    /// An episode by weight, or `nil` if the person is not of an age for it or registered too lately.
    static func random(for person: Person, in month: Month, _ world: World, _ dice: inout Dice) -> Episode? {
        let episode = byWeight[dice.below(byWeight.count)]
        let age = world.identity(person.serial).birthDate.completedYears(at: month.firstDay)
        guard age >= episode.fromAge, person.registration.registeredOn.month < month else { return nil }
        return episode
    }

    /// Each episode as often as its weight says.
    private static let byWeight = all.flatMap { Array(repeating: $0, count: $0.weight) }
}

/// A family of episodes; `Episode` says what its parts mean.
protocol EpisodeKind: Sendable {
    var weight: Int { get }
    var lead: Int { get }
    var rule: Rule { get }
    var fromAge: Int { get }
    func begin(with person: inout Person, in month: Month, _ dice: inout Dice)
}

extension EpisodeKind {
    var lead: Int { 0 }
    var fromAge: Int { 0 }
}
