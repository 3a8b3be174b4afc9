/// What became of a person since last month, by the words of the ledger.
enum Change: String, CaseIterable, Sendable {
    case registered, returned, unchanged
    case foundJob = "found_job"
    case startedBusiness = "started_business"
    case wentFlexible = "went_flexible"
    case suspected, unverified, retired
    case lostJob = "lost_job"
    case cleared, left

    /// The change to `status`: questions in the order in which they count.
    init(to status: Status, from previous: Status?, isKnown: Bool) {
        guard isKnown else {
            self = .registered
            return
        }
        guard let previous else {
            self = .returned
            return
        }
        self = status == previous ? .unchanged : Change.between(previous, status)
    }

    private static func between(_ previous: Status, _ status: Status) -> Change {
        switch status {
        case .employed, .publicPost: .foundJob
        case .selfEmployed: .startedBusiness
        case .flexible: .wentFlexible
        case .suspected: .suspected
        case .unverified: .unverified
        case .retired: .retired
        case .unemployed: backFrom(previous)
        default: .left
        }
    }

    private static func backFrom(_ previous: Status) -> Change {
        switch previous {
        case .employed, .publicPost, .selfEmployed, .flexible: .lostJob
        case .suspected, .unverified: .cleared
        default: .returned
        }
    }
}
