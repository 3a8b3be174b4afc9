/// A status by its code, `employed`. The statuses of a run are declared in its pipeline file.
package struct StatusCode: Hashable, Sendable, Codable, CustomStringConvertible {
    package let text: String

    package init(_ text: String) { self.text = text }
    package init(from decoder: any Decoder) throws { text = try decoder.singleValueContainer().decode(String.self) }
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
    package var description: String { text }
}

/// What is proposed for a registration.
package enum Action: String, CaseIterable, Hashable, Sendable, Codable {
    case keep, cancel, verify, renew, contact
}

/// How a person was checked in a month.
package enum TrackingMethod: String, CaseIterable, Hashable, Comparable, Sendable, Codable {
    case match, phone, visit, online

    package static func < (left: TrackingMethod, right: TrackingMethod) -> Bool { left.order < right.order }
    private var order: Int { TrackingMethod.allCases.firstIndex(of: self) ?? 0 }
}

/// What became of a person since last month.
package enum ChangeKind: String, CaseIterable, Hashable, Sendable, Codable {
    case registered, returned, unchanged
    case foundJob = "found_job"
    case startedBusiness = "started_business"
    case wentFlexible = "went_flexible"
    case suspected, unverified, retired
    case lostJob = "lost_job"
    case cleared, left, corrected, vanished
}

/// Why a status wants a person's eye, in the order in which the reasons are written.
package enum VerificationReason: String, CaseIterable, Hashable, Sendable, Codable {
    case toldOtherwise = "told_otherwise"
    case aliveAfterDeath = "alive_after_death"
    case identity
    case ability
    case weakMatch = "weak_match"
}

/// Why a person is on a work list, in the order in which the reasons are written.
package enum WorkListReason: String, CaseIterable, Hashable, Sendable, Codable {
    case conflict
    case weakMatch = "weak_match"
    case suspected, lapsed
    case notComparable = "not_comparable"
    case contactDue = "contact_due"
    case expiring, difficult
    case retirementAge = "retirement_age"
    case sample
}

/// How much a piece of evidence weighs.
package enum EvidenceWeight: String, CaseIterable, Hashable, Sendable, Codable {
    case conclusive, strong, weak, told, none
}
