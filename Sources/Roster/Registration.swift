/// One valid unemployment registration: a row of the roster, typed.
package struct Registration: Sendable, Codable, Equatable {
    /// The people of a month are named by this number everywhere.
    package var registrationNumber: String
    package var name: String
    package var id: IDReading
    package var sex: Sex?
    package var birthDate: Day?
    /// Nine digits: county and town (镇街).
    package var agencyCode: String
    package var registeredOn: Day
    package var validUntil: Day?
    /// Recognised category of people who find work hard to get (`01`–`12`), or empty.
    package var recognisedCategory: String
    package var lastContactOn: Day?
    /// The number as the file wrote it, where that is more than the number that was read.
    private var otherWriting: String?
    private var box: Box?

    /// A registration that knows nothing but its key fields; the others are filled in by name.
    package init(registrationNumber: String, name: String, id: IDReading, registeredOn: Day) {
        self.registrationNumber = registrationNumber
        self.name = name
        self.id = id
        self.registeredOn = registeredOn
        (agencyCode, recognisedCategory) = ("", "")
    }

    /// What else the roster says; kept apart, so that people are sorted and moved in few bytes.
    package var details: RegistrationDetails {
        get { box?.details ?? .none }
        set { box = newValue == .none ? nil : Box(newValue) }
    }

    private final class Box: Sendable, Codable, Equatable {
        let details: RegistrationDetails

        init(_ details: RegistrationDetails) { self.details = details }
        static func == (left: Box, right: Box) -> Bool { left.details == right.details }
    }

    /// The number as the file wrote it, trimmed.
    package var idAsWritten: String {
        get { otherWriting ?? id.number?.text ?? "" }
        set { otherWriting = newValue == id.number?.text ? nil : newValue }
    }

    /// Usable ID number, normalised; else what the file wrote.
    package var idText: String { id.number?.text ?? otherWriting ?? "" }

    /// County code: the first six digits of the agency code.
    package var countyCode: String { String(agencyCode.utf8.prefix(6)) ?? agencyCode }

    /// Town code: the nine digits of the agency code.
    package var townCode: String { agencyCode }
}

/// Kind of household registration (户籍性质).
package enum HouseholdKind: String, CaseIterable, Hashable, Sendable, Codable {
    case urban = "城镇"
    case rural = "农村"
}

/// What a registration says beyond the fields that decide whose it is and how long it holds.
package struct RegistrationDetails: Sendable, Codable, Equatable {
    package var ethnicity = ""
    package var education = ""
    package var householdKind: HouseholdKind?
    /// Region code of the household registration, six digits or empty.
    package var householdRegion = ""
    /// Region code of the residence, six digits or empty.
    package var residenceRegion = ""
    package var agencyName = ""
    package var channel = ""
    package var appliedOn: Day?
    package var unemployedOn: Day?
    package var reason = ""
    package var phone = ""
    package var recognisedOn: Day?
    package var wantsTraining: Bool?
    package var wantsBusiness: Bool?

    /// Nothing.
    package static let none = RegistrationDetails()

    package init() {}
}
