/// One valid unemployment registration: a row of the roster, typed.
package struct Registration: Sendable, Codable, Equatable {
    /// The people of a month are named by this number everywhere.
    package var registrationNumber: String
    package var name: String
    package var id: IDReading
    /// The number as the file wrote it, trimmed.
    package var idAsWritten: String
    package var sex: Sex?
    package var birthDate: Day?
    package var ethnicity: String
    package var education: String
    package var householdKind: HouseholdKind?
    /// Region code of the household registration, six digits or empty.
    package var householdRegion: String
    /// Region code of the residence, six digits or empty.
    package var residenceRegion: String
    /// Nine digits: county and town (镇街).
    package var agencyCode: String
    package var agencyName: String
    package var channel: String
    package var appliedOn: Day?
    package var registeredOn: Day
    package var unemployedOn: Day?
    package var reason: String
    package var validUntil: Day?
    package var phone: String
    /// Recognised category of people who find work hard to get (`01`–`12`), or empty.
    package var recognisedCategory: String
    package var recognisedOn: Day?
    package var wantsTraining: Bool?
    package var wantsBusiness: Bool?
    package var lastContactOn: Day?

    /// A registration that knows nothing but its key fields; the others are filled in by name.
    package init(registrationNumber: String, name: String, id: IDReading, registeredOn: Day) {
        self.registrationNumber = registrationNumber
        self.name = name
        self.id = id
        self.registeredOn = registeredOn
        idAsWritten = id.number?.text ?? ""
        (ethnicity, education, householdRegion, residenceRegion) = ("", "", "", "")
        (agencyCode, agencyName, channel, reason, phone, recognisedCategory) = ("", "", "", "", "", "")
    }

    /// County code: the first six digits of the agency code.
    package var countyCode: String { String(agencyCode.prefix(6)) }

    /// Town code: the nine digits of the agency code.
    package var townCode: String { agencyCode }

    /// Usable ID number, normalised; else what the file wrote.
    package var idText: String { id.number?.text ?? idAsWritten }
}

/// Kind of household registration (户籍性质).
package enum HouseholdKind: String, CaseIterable, Hashable, Sendable, Codable {
    case urban = "城镇"
    case rural = "农村"
}
