import Roster

/// Rows of the roster of registered unemployed people. A class, because a copy of its many columns would cost more than
/// a row.
final class RegistrationReader: Sendable {
    private let regions: RegionTable
    private let id, ethnicity, education, agencyName, channel, reason: Column<FreeTextFormat>
    private let registrationNumber, phone, recognisedCategory: Column<IdentifierFormat>
    private let householdKind: Column<WordFormat<HouseholdKind>>
    private let householdRegion, residenceRegion, agencyCode: Column<RegionFormat>
    private let appliedAt, registeredOn, unemployedOn, validUntil: Column<DayFormat>
    private let recognisedOn, lastContactOn: Column<DayFormat>
    private let wantsTraining, wantsBusiness: Column<AnswerFormat>
    /// Some column says more than whose the registration is and how long it holds.
    private let hasDetails: Bool

    init(_ columns: ColumnFinder, regions: RegionTable) {
        self.regions = regions
        id = columns.text(.idNumber)
        (ethnicity, education) = (columns.text(.ethnicity), columns.text(.education))
        (agencyName, channel, reason) = (columns.text(.agencyName), columns.text(.channel), columns.text(.reason))
        (registrationNumber, phone) = (columns.identifier(.registrationNumber), columns.identifier(.phone))
        recognisedCategory = columns.identifier(.recognisedCategory)
        householdKind = columns.word(.householdKind, HouseholdKind.self)
        (householdRegion, residenceRegion) = (columns.region(.householdRegion), columns.region(.residenceRegion))
        agencyCode = columns.region(.agencyCode, digits: 9)
        (appliedAt, registeredOn) = (columns.day(.appliedAt), columns.day(.registeredOn))
        (unemployedOn, validUntil) = (columns.day(.unemployedOn), columns.day(.validUntil))
        (recognisedOn, lastContactOn) = (columns.day(.recognisedOn), columns.day(.lastContactOn))
        (wantsTraining, wantsBusiness) = (columns.answer(.wantsTraining), columns.answer(.wantsBusiness))
        let plain: Set<FieldName> = [
            .registrationNumber, .name, .idType, .idNumber, .sex, .birthDate, .agencyCode, .registeredOn, .validUntil,
            .recognisedCategory, .lastContactOn,
        ]
        hasDetails = columns.layout.fields.contains { !plain.contains($0.field) }
    }

    /// The registration of a row, or `nil` if it has no number or no date. Sex and birth date are the ID number's, if
    /// that is usable, else the columns'.
    func registration(
        _ key: RecordKey, idAsWritten: String?, columns: IdentityReader.Columns, _ row: RowReader
    ) -> Registration? {
        let known = key.registrationNumber.isEmpty ? nil : key.registrationNumber
        guard let number = known ?? row.needed(registrationNumber), let day = row.needed(registeredOn) else {
            return nil
        }
        var registration = Registration(registrationNumber: number, name: key.name, id: key.id, registeredOn: day)
        if let idAsWritten { registration.idAsWritten = idAsWritten }
        registration.sex = key.id.number?.sex ?? columns.sex
        registration.birthDate = key.id.number?.birthDate ?? columns.birthDate
        registration.agencyCode = row.value(agencyCode) ?? ""
        registration.recognisedCategory = row.text(recognisedCategory)
        registration.validUntil = row.value(validUntil)
        registration.lastContactOn = row.value(lastContactOn)
        if hasDetails { registration.details = details(row) }
        remarkOnRegions(registration, row)
        return registration
    }

    private func details(_ row: RowReader) -> RegistrationDetails {
        var details = RegistrationDetails()
        details.ethnicity = row.text(ethnicity)
        details.education = row.text(education)
        details.householdKind = row.value(householdKind)
        details.householdRegion = row.value(householdRegion) ?? ""
        details.residenceRegion = row.value(residenceRegion) ?? ""
        details.agencyName = row.text(agencyName)
        details.channel = row.text(channel)
        details.reason = row.text(reason)
        details.phone = row.text(phone)
        details.wantsTraining = row.value(wantsTraining).map { $0 == .yes }
        details.wantsBusiness = row.value(wantsBusiness).map { $0 == .yes }
        details.appliedOn = row.value(appliedAt)
        details.unemployedOn = row.value(unemployedOn)
        details.recognisedOn = row.value(recognisedOn)
        return details
    }

    private func remarkOnRegions(_ registration: Registration, _ row: RowReader) {
        if let number = registration.id.number {
            let birthYear = number.birthDate?.components.year
            if !regions.admits(number.regionNumber, in: birthYear) { row.remark(FieldFaults.regionUnknown(id.heading)) }
        }
        guard hasDetails else { return }
        let details = registration.details
        remark(on: details.householdRegion, householdRegion, row)
        remark(on: details.residenceRegion, residenceRegion, row)
    }

    private func remark(on code: String, _ column: Column<RegionFormat>, _ row: RowReader) {
        if !code.isEmpty, !regions.admits(code) { row.remark(FieldFaults.regionUnknown(column.heading)) }
    }
}
