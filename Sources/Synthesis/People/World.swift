import Roster

/// What one plan fixes for all its people: their identities, and how often what is written oddly.
struct World: Sendable {
    let seed: UInt64
    let isShowcase: Bool
    /// Relatives of every person; `nil`: of more than half of them one to three.
    let relatives: Int?
    private let shift: Int

    /// Shares of people whose papers or names are not as they should be.
    let shares: Shares

    /// Shares of all people, 0 to 1.
    struct Shares: Sendable {
        var unusablePaper, maskedElsewhere, wrongElsewhere, otherName, nearName, alikeName: Double
    }

    init(_ plan: SynthesisPlan) {
        seed = plan.seed
        isShowcase = plan.isShowcase
        relatives = plan.relatives
        var dice = Dice(plan.seed, 0, for: .profile)
        shift = dice.below(10_000_000)
        let mess = plan.mess
        shares = Shares(
            unusablePaper: 0.002 + mess * 0.08, maskedElsewhere: mess * 0.08, wrongElsewhere: mess * 0.08,
            otherName: mess * 0.15, nearName: mess * 0.6, alikeName: mess)
    }

    /// The identity of a person of working age.
    func identity(_ ordinal: Int) -> MadeUpIdentity { IdentityNumbers.workers.number(ordinal + shift) }

    /// The identity of an elder stranger.
    func elder(_ ordinal: Int) -> MadeUpIdentity { IdentityNumbers.elders.number(ordinal + shift) }

    /// The name that goes with an ordinal.
    func name(_ ordinal: Int) -> String { Names.name(ordinal + shift, rareness: isShowcase ? 25 : 400) }
}

/// Stretches of ordinals, so that the people of one kind never meet those of another.
enum Ordinals {
    static let insured = 50_000_000
    static let relatives = 120_000_000
    static let owners = 150_000_000
    static let borrowers = 160_000_000
    static let others = 170_000_000
    static let misfiled = 190_000_000

    /// The relatives of a person, at most four.
    static func relative(_ number: Int, of serial: Int) -> Int { relatives + serial * 4 + number }
}
