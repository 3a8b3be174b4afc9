import Roster

/// Rows of the register of businesses.
struct BusinessReader: ObservationReader {
    private let creditCode: Column<CreditCodeFormat>
    private let name, industry: Column<FreeTextFormat>
    private let kind: Column<WordFormat<BusinessKind>>
    private let state: Column<WordFormat<BusinessState>>
    private let foundedOn, stateSince: Column<DayFormat>
    private let staff: Column<CountFormat>

    init(_ columns: ColumnFinder) {
        creditCode = columns.creditCode(.creditCode)
        (name, industry) = (columns.text(.businessName), columns.text(.industry))
        kind = columns.word(.businessKind, BusinessKind.self)
        state = columns.word(.businessState, BusinessState.self)
        (foundedOn, stateSince) = (columns.day(.foundedOn), columns.day(.stateSince))
        staff = columns.count(.staff)
    }

    func observation(_ row: RowReader) -> Observation? {
        let state = row.value(state) ?? .other
        guard let foundedOn = row.needed(foundedOn) else { return nil }
        let code = row.text(creditCode)
        if !code.isEmpty, OrganisationNumber(Array(code.utf8)) == nil {
            row.remark(FieldFaults.creditCode(creditCode.heading))
        }
        return .business(
            BusinessHolding(
                creditCode: code, name: row.text(name), kind: row.value(kind) ?? .other, foundedOn: foundedOn,
                state: state, stateSince: row.value(stateSince), industry: row.text(industry),
                staff: row.value(staff)))
    }
}

/// Rows of the roster of deaths.
struct DeathReader: ObservationReader {
    private let diedOn: Column<DayFormat>
    private let origin: Column<FreeTextFormat>

    init(_ columns: ColumnFinder) {
        diedOn = columns.day(.diedOn)
        origin = columns.text(.origin)
    }

    func observation(_ row: RowReader) -> Observation? {
        guard let diedOn = row.needed(diedOn) else { return nil }
        return .death(DeathRecord(diedOn: diedOn, origin: row.text(origin)))
    }
}

/// Rows of the roster of people who study, serve, are abroad or in prison.
struct SpellReader: ObservationReader {
    private let kind: Column<WordFormat<SpellKind>>
    private let start, end: Column<DayFormat>
    private let origin: Column<FreeTextFormat>

    init(_ columns: ColumnFinder) {
        kind = columns.word(.spellKind, SpellKind.self)
        (start, end) = (columns.day(.startedOn), columns.day(.endedOn))
        origin = columns.text(.origin)
    }

    func observation(_ row: RowReader) -> Observation? {
        let kind = row.value(kind) ?? .other
        guard let start = row.needed(start) else { return nil }
        return .spell(StatusSpell(kind: kind, start: start, end: row.value(end), origin: row.text(origin)))
    }
}

/// Rows of the rosters of people of one category.
struct CategoryReader: ObservationReader {
    private let category, origin: Column<FreeTextFormat>
    private let recognisedOn: Column<DayFormat>

    init(_ columns: ColumnFinder) {
        (category, origin) = (columns.text(.category), columns.text(.origin))
        recognisedOn = columns.day(.recognisedOn)
    }

    func observation(_ row: RowReader) -> Observation? {
        .category(
            CategoryEntry(
                category: row.text(category), recognisedOn: row.value(recognisedOn), origin: row.text(origin)))
    }
}

/// Rows of the roster of disability certificates.
struct DisabilityReader: ObservationReader {
    private let number: Column<CertificateNumberFormat>
    private let category: Column<FreeTextFormat>
    private let grade: Column<CountFormat>
    private let issuedOn, validUntil: Column<DayFormat>

    init(_ columns: ColumnFinder) {
        number = columns.certificateNumber(.certificateNumber)
        category = columns.text(.disabilityCategory)
        grade = columns.count(.disabilityGrade)
        (issuedOn, validUntil) = (columns.day(.issuedOn), columns.day(.validUntil))
    }

    func observation(_ row: RowReader) -> Observation? {
        guard let number = row.needed(number) else { return nil }
        return .disability(
            DisabilityCertificate(
                certificateNumber: number, category: row.text(category), grade: row.value(grade),
                issuedOn: row.value(issuedOn), validUntil: row.value(validUntil)))
    }
}
