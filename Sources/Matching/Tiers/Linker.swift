package import Roster
package import Tabular

/// Finds the people of records.
package struct Linker: Sendable {
    /// The people of the month.
    package let spine: Spine
    /// Rows whose ID number fails its check have to be looked at.
    package let linksDamaged: Bool
    /// Rows that no tier settles are compared with everybody afterwards.
    package let keepsUnsettled: Bool
    private let tiers: [any MatchTier]

    /// A linker whose tiers are asked in this order.
    package init(spine: Spine, tiers: [any MatchTier], linksDamaged: Bool = false, keepsUnsettled: Bool = false) {
        self.spine = spine
        self.keepsUnsettled = keepsUnsettled
        self.linksDamaged = linksDamaged
        self.tiers = tiers
    }

    /// A linker by registration number and ID number, grades A, B and C; with `linksDamaged` also by masked numbers and
    /// those with one slip, grade D.
    package init(
        spine: Spine, names: NameComparison, linksDamaged: Bool = false, keepsUnsettled: Bool = false
    ) {
        var tiers: [any MatchTier] = [RegistrationNumberTier(names: names), IDNumberTier(names: names)]
        if linksDamaged { tiers.append(DamagedIDTier(spine: spine, names: names)) }
        self.init(spine: spine, tiers: tiers, linksDamaged: linksDamaged, keepsUnsettled: keepsUnsettled)
    }

    /// The same linker with other members of people's households, whom only whole ID numbers find.
    package func adding(relatives: [SpinePerson]) -> Linker {
        Linker(
            spine: spine.adding(relatives: relatives), tiers: tiers, linksDamaged: linksDamaged,
            keepsUnsettled: keepsUnsettled)
    }

    /// Fields without a key of the spine whose rows have to be read all the same.
    package var unsureKeys: UnsureKeys {
        keepsUnsettled ? [.damaged, .missing] : linksDamaged ? .damaged : []
    }

    /// Whose record it is, or `nil` if it is a stranger's or can't be told.
    package func link(_ key: RecordKey, naming: SourceNaming) -> Link? {
        if case .linked(let link) = settle(key, naming: naming) { link } else { nil }
    }

    /// What the tiers say of a record: the first that does not leave it open.
    package func settle(_ key: RecordKey, naming: SourceNaming) -> Settlement {
        for tier in tiers {
            let settlement = tier.settle(key, naming: naming, in: spine)
            if settlement != .open { return settlement }
        }
        return .open
    }
}
