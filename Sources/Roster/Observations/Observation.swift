/// What one record says of one person, typed, stripped of layout.
///
/// The kinds that come by the million are kept in line; the others are boxed, so that a piece of evidence stays small.
package enum Observation: Sendable, Codable, Equatable {
    case contribution(Contribution)
    case pension(PensionPayment)
    case benefit(BenefitMonth)
    indirect case lowIncome(LowIncomeMembership)
    indirect case business(BusinessHolding)
    indirect case disability(DisabilityCertificate)
    case death(DeathRecord)
    indirect case household(HouseholdMembership)
    indirect case spell(StatusSpell)
    indirect case category(CategoryEntry)
    indirect case certificate(TrainingCertificate)
    indirect case service(ServiceRecord)
    indirect case loan(LoanApplication)
    indirect case survey(SurveyAnswer)
    case subsidy(FlexibleSubsidyMonth)
    indirect case relative(HouseholdFact)

    /// The word for it in `evidence.csv`.
    package var kind: String {
        switch self {
        case .contribution: "contribution"
        case .pension: "pension"
        case .benefit: "benefit"
        case .lowIncome: "low_income"
        case .business: "business"
        case .disability: "disability"
        case .death: "death"
        case .household: "household"
        case .spell: "status_spell"
        case .category: "category"
        case .certificate: "certificate"
        case .service: "service"
        case .loan: "loan"
        case .survey: "survey"
        case .subsidy: "flexible_subsidy"
        case .relative: "relative"
        }
    }

    /// The normalised values in column order, `key=value` joined by `;`. Equal texts mean equal records: ties between
    /// records are broken by comparing these bytewise.
    package var values: String {
        switch self {
        case .contribution(let value): value.values
        case .pension(let value): value.values
        case .benefit(let value): value.values
        case .lowIncome(let value): value.values
        case .business(let value): value.values
        case .disability(let value): value.values
        case .death(let value): value.values
        case .household(let value): value.values
        case .spell(let value): value.values
        case .category(let value): value.values
        case .certificate(let value): value.values
        case .service(let value): value.values
        case .loan(let value): value.values
        case .survey(let value): value.values
        case .subsidy(let value): value.values
        case .relative(let value): value.values
        }
    }

    /// The month or day the record speaks of, as `evidence.csv` shows it; empty if it speaks of none.
    package var period: String {
        switch self {
        case .contribution(let value): value.period.description
        case .pension(let value): value.start.description
        case .benefit(let value): value.month.description
        case .lowIncome(let value): value.since.map(\.description) ?? ""
        case .business(let value): value.foundedOn.description
        case .disability(let value): value.validUntil.map(\.description) ?? ""
        case .death(let value): value.diedOn.description
        case .household: ""
        case .spell(let value): value.start.description
        case .category(let value): value.recognisedOn.map(\.description) ?? ""
        case .certificate(let value): value.issuedOn.description
        case .service(let value): (value.completedOn ?? value.appliedOn).map(\.description) ?? ""
        case .loan(let value): value.appliedOn.description
        case .survey(let value): value.answeredOn.description
        case .subsidy(let value): value.month.description
        case .relative(let value): value.period
        }
    }
}

/// Joins `key=value` pairs, leaving out the empty ones. `;`, `=` and `\` inside a value are escaped with `\`, line
/// ends become spaces.
func joinedValues(_ pairs: KeyValuePairs<String, String>) -> String {
    var parts: [String] = []
    for (key, value) in pairs where !value.isEmpty {
        parts.append("\(key)=\(escaped(value))")
    }
    return parts.joined(separator: ";")
}

private func escaped(_ value: String) -> String {
    guard value.utf8.contains(where: { $0 == 0x3B || $0 == 0x3D || $0 == 0x5C || $0 == 0x0A || $0 == 0x0D }) else {
        return value
    }
    var result = ""
    for character in value.unicodeScalars {
        switch character {
        case ";", "=", "\\": result += "\\" + String(character)
        case "\n", "\r": result += " "
        default: result.unicodeScalars.append(character)
        }
    }
    return result
}

/// The text of a value, empty for none.
func text(_ value: (some CustomStringConvertible)?) -> String {
    value.map(\.description) ?? ""
}
