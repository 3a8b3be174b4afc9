/// Ownership or management of a business.
package struct BusinessHolding: Sendable, Codable, Hashable {
    package var creditCode: String
    package var name: String
    package var kind: BusinessKind
    package var foundedOn: Day
    package var state: BusinessState
    /// Since when the state holds; `nil` if not given.
    package var stateSince: Day?
    /// Letter of the industry section (行业门类), or empty.
    package var industry: String
    package var staff: Int?

    package init(
        creditCode: String, name: String, kind: BusinessKind, foundedOn: Day, state: BusinessState, stateSince: Day?,
        industry: String, staff: Int?
    ) {
        self.creditCode = creditCode
        self.name = name
        self.kind = kind
        self.foundedOn = foundedOn
        self.state = state
        self.stateSince = stateSince
        self.industry = industry
        self.staff = staff
    }

    var values: String {
        joinedValues([
            "credit_code": creditCode, "name": name, "kind": kind.rawValue, "founded": foundedOn.description,
            "state": state.rawValue, "since": text(stateSince), "industry": industry, "staff": text(staff),
        ])
    }
}

/// Legal form of a business (主体类型).
package enum BusinessKind: String, CaseIterable, Hashable, Sendable, Codable {
    case company
    case individual
    case cooperative
    case familyFarm = "family_farm"
    case other
}

/// Registration state of a business (登记状态).
package enum BusinessState: String, CaseIterable, Hashable, Sendable, Codable {
    case active
    case revoked
    case deregistered
    case movedOut = "moved_out"
    case other
}

/// A death.
package struct DeathRecord: Sendable, Codable, Hashable {
    package var diedOn: Day
    package var origin: String

    package init(diedOn: Day, origin: String) {
        self.diedOn = diedOn
        self.origin = origin
    }

    var values: String { joinedValues(["died": diedOn.description, "origin": origin]) }
}

/// A time in which a person studies, serves, is abroad, in prison, and so on.
package struct StatusSpell: Sendable, Codable, Hashable {
    package var kind: SpellKind
    package var start: Day
    /// `nil`: still going on.
    package var end: Day?
    package var origin: String

    package init(kind: SpellKind, start: Day, end: Day?, origin: String) {
        self.kind = kind
        self.start = start
        self.end = end
        self.origin = origin
    }

    var values: String {
        joinedValues(["state": kind.rawValue, "start": start.description, "end": text(end), "origin": origin])
    }
}

/// Kind of spell (其他状态名册).
package enum SpellKind: String, CaseIterable, Hashable, Sendable, Codable {
    case student
    case military
    case emigrated
    case imprisoned
    case householdMovedOut = "household_moved_out"
    case incapacitated
    case other
}

/// A disability certificate.
package struct DisabilityCertificate: Sendable, Codable, Hashable {
    package var certificateNumber: String
    package var category: String
    package var grade: Int?
    package var issuedOn: Day?
    package var validUntil: Day?

    package init(certificateNumber: String, category: String, grade: Int?, issuedOn: Day?, validUntil: Day?) {
        self.certificateNumber = certificateNumber
        self.category = category
        self.grade = grade
        self.issuedOn = issuedOn
        self.validUntil = validUntil
    }

    /// The certificate number holds the ID number, so it is left out.
    var values: String {
        joinedValues([
            "category": category, "grade": text(grade), "issued": text(issuedOn), "valid_until": text(validUntil),
        ])
    }
}

/// Entry in a roster of people of one category (失地农民, 刑满释放 …).
package struct CategoryEntry: Sendable, Codable, Hashable {
    package var category: String
    package var recognisedOn: Day?
    package var origin: String

    package init(category: String, recognisedOn: Day?, origin: String) {
        self.category = category
        self.recognisedOn = recognisedOn
        self.origin = origin
    }

    var values: String {
        joinedValues(["category": category, "recognised": text(recognisedOn), "origin": origin])
    }
}

/// Membership of a low-income family.
package struct LowIncomeMembership: Sendable, Codable, Hashable {
    package var kind: LowIncomeKind
    package var familyNumber: String
    package var since: Month?
    package var amount: Money?
    package var relation: String
    package var ability: String

    package init(
        kind: LowIncomeKind, familyNumber: String, since: Month?, amount: Money?, relation: String, ability: String
    ) {
        self.kind = kind
        self.familyNumber = familyNumber
        self.since = since
        self.amount = amount
        self.relation = relation
        self.ability = ability
    }

    var values: String {
        joinedValues([
            "family": familyNumber, "kind": kind.rawValue, "since": text(since), "amount": text(amount),
            "relation": relation, "ability": ability,
        ])
    }
}

/// Kind of low-income family (类别), in the order in which one is chosen if several are shown.
package enum LowIncomeKind: String, CaseIterable, Hashable, Sendable, Codable {
    case urbanMinimum = "urban_minimum"
    case ruralMinimum = "rural_minimum"
    case destituteSupport = "destitute_support"
    case borderline
    case expenditurePoverty = "expenditure_poverty"
}

/// Membership of a household.
package struct HouseholdMembership: Sendable, Codable, Hashable {
    package var householdNumber: String
    package var householdKind: String
    package var isUrban: Bool?
    package var region: String
    package var relation: String

    package init(householdNumber: String, householdKind: String, isUrban: Bool?, region: String, relation: String) {
        self.householdNumber = householdNumber
        self.householdKind = householdKind
        self.isUrban = isUrban
        self.region = region
        self.relation = relation
    }

    var values: String {
        joinedValues([
            "household": householdNumber, "kind": householdKind,
            "setting": isUrban.map { $0 ? "urban" : "rural" } ?? "", "region": region, "relation": relation,
        ])
    }
}
