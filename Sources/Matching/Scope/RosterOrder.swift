import Roster

/// The orders in which rows of the roster are ranked.
struct RosterOrder {
    let rows: [RosterRow]

    /// By the normalised values in column order, bytewise; rows that are equal in every value by file name and row.
    func precedes(_ left: Int, _ right: Int) -> Bool {
        let (first, second) = (
            RosterOrder.values(rows[left].registration), RosterOrder.values(rows[right].registration)
        )
        for (value, otherValue) in zip(first, second) {
            if let precedes = value.precedesBytewise(otherValue) { return precedes }
        }
        let (place, other) = (rows[left].place, rows[right].place)
        return place.file.precedesBytewise(other.file) ?? (place.row < other.row)
    }

    /// By the day of registration, then the registration number.
    func isEarlier(_ left: Int, _ right: Int) -> Bool {
        let (first, second) = (rows[left].registration, rows[right].registration)
        if first.registeredOn != second.registeredOn { return first.registeredOn < second.registeredOn }
        return first.registrationNumber.isBytewiseSmaller(than: second.registrationNumber)
    }

    private static func values(_ registration: Registration) -> [String] {
        func text(_ value: (some CustomStringConvertible)?) -> String { value.map(\.description) ?? "" }
        func text(_ answer: Bool?) -> String { answer.map { $0 ? "1" : "0" } ?? "" }
        let details = registration.details
        return [
            registration.registrationNumber, registration.name, registration.idText,
            registration.sex?.rawValue ?? "", text(registration.birthDate), details.ethnicity,
            details.education, details.householdKind?.rawValue ?? "", details.householdRegion,
            details.residenceRegion, registration.agencyCode, details.agencyName, details.channel,
            text(details.appliedOn), text(registration.registeredOn), text(details.unemployedOn),
            details.reason, text(registration.validUntil), details.phone, registration.recognisedCategory,
            text(details.recognisedOn), text(details.wantsTraining), text(details.wantsBusiness),
            text(registration.lastContactOn),
        ]
    }
}
