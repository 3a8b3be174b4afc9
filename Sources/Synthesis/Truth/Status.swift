/// The statuses by the words of the ledger.
enum Status: String, CaseIterable, Sendable {
    case deceased, retired, imprisoned, military, student, emigrated, incapacitated
    case publicPost = "public_post"
    case employed
    case selfEmployed = "self_employed"
    case flexible, withdrawn
    case lostContact = "lost_contact"
    case expired, suspected, unemployed, unverified
}

/// What is true of a person in a month, and by which rule it can be known.
struct Verdict: Equatable, Sendable {
    var status: Status
    var rule: Rule
}

/// The rules in the order in which they are asked.
enum Rule: Int, CaseIterable, Sendable, CustomStringConvertible {
    case death = 1, pension, authority, publicPost, employer, business, subsidy, told, withdrawal, silence, expiry
    case suspicion, comparison, nothing

    /// `R01` to `R14`.
    var description: String { rawValue < 10 ? "R0\(rawValue)" : "R\(rawValue)" }
}
