/// What a piece of evidence can show about a person in a month.
package enum Claim: String, CaseIterable, Hashable, Sendable, Codable {
    case death
    case pension
    case imprisonment
    case militaryService = "military_service"
    case enrolment
    case emigration
    case incapacity
    case publicPost = "public_post"
    case employer
    case ownBusiness = "own_business"
    case flexibleSubsidy = "flexible_subsidy"
    case selfPaid = "self_paid"
}
