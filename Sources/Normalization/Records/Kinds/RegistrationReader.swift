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
    }

    /// The registration of a row, or `nil` if it has no number or no date. Sex and birth date are the ID number's, if
    /// that is usable, else the columns'.
    func registration(
        _ key: RecordKey, idAsWritten: String, columns: IdentityReader.Columns, _ row: inout RowReader
    ) -> Registration? {
        let known = key.registrationNumber.isEmpty ? nil : key.registrationNumber
        guard let number = known ?? row.needed(registrationNumber), let day = row.needed(registeredOn) else {
            return nil
        }
        var registration = Registration(registrationNumber: number, name: key.name, id: key.id, registeredOn: day)
        registration.idAsWritten = idAsWritten
        registration.sex = key.id.number?.sex ?? columns.sex
        registration.birthDate = key.id.number?.birthDate ?? columns.birthDate
        fillTexts(&registration, &row)
        fillDays(&registration, &row)
        remarkOnRegions(registration, &row)
        return registration
    }

    private func fillTexts(_ registration: inout Registration, _ row: inout RowReader) {
        registration.ethnicity = row.text(ethnicity)
        registration.education = row.text(education)
        registration.householdKind = row.value(householdKind)
        registration.householdRegion = row.value(householdRegion) ?? ""
        registration.residenceRegion = row.value(residenceRegion) ?? ""
        registration.agencyCode = row.value(agencyCode) ?? ""
        registration.agencyName = row.text(agencyName)
        registration.channel = row.text(channel)
        registration.reason = row.text(reason)
        registration.phone = row.text(phone)
        registration.recognisedCategory = row.text(recognisedCategory)
        registration.wantsTraining = row.value(wantsTraining).map { $0 == .yes }
        registration.wantsBusiness = row.value(wantsBusiness).map { $0 == .yes }
    }

    private func fillDays(_ registration: inout Registration, _ row: inout RowReader) {
        registration.appliedOn = row.value(appliedAt)
        registration.unemployedOn = row.value(unemployedOn)
        registration.validUntil = row.value(validUntil)
        registration.recognisedOn = row.value(recognisedOn)
        registration.lastContactOn = row.value(lastContactOn)
    }

    private func remarkOnRegions(_ registration: Registration, _ row: inout RowReader) {
        if let number = registration.id.number {
            let birthYear = number.birthDate?.components.year
            if !regions.admits(number.regionCode, in: birthYear) { row.remark(FieldFaults.regionUnknown(id.heading)) }
        }
        for (column, code) in [
            (householdRegion, registration.householdRegion), (residenceRegion, registration.residenceRegion),
        ] where !code.isEmpty && !regions.admits(code) {
            row.remark(FieldFaults.regionUnknown(column.heading))
        }
    }
}
