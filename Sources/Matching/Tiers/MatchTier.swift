package import Roster

/// One way of finding the person of a record. Tiers run in order; a record that one settles goes no further.
package protocol MatchTier: Sendable {
    /// What the tier says of a record.
    func settle(_ key: RecordKey, naming: SourceNaming, in spine: Spine) -> Settlement
}

/// What a tier says of a record.
package enum Settlement: Sendable, Hashable {
    /// It is this person's.
    case linked(Link)
    /// It is nobody's, or it can't be told whose: later tiers are not asked.
    case unlinked
    /// Several people fit equally well: it is nobody's until a person has looked at it. Later tiers are not asked.
    case ambiguous([PersonSlot])
    /// The tier has no answer; the next one is asked.
    case open
}
