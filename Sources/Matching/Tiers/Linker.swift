package import Roster

/// Finds the people of records.
package struct Linker: Sendable {
    /// The people of the month.
    package let spine: Spine
    private let tiers: [any MatchTier]

    /// A linker whose tiers are asked in this order.
    package init(spine: Spine, tiers: [any MatchTier]) {
        self.spine = spine
        self.tiers = tiers
    }

    /// A linker by registration number and ID number: grades A, B and C.
    package init(spine: Spine, names: NameComparison) {
        self.init(spine: spine, tiers: [RegistrationNumberTier(names: names), IDNumberTier(names: names)])
    }

    /// Whose record it is, or `nil` if it is a stranger's or can't be told.
    package func link(_ key: RecordKey, naming: SourceNaming) -> Link? {
        for tier in tiers {
            switch tier.settle(key, naming: naming, in: spine) {
            case .linked(let link): return link
            case .unlinked: return nil
            case .open: continue
            }
        }
        return nil
    }
}
