import Roster

/// Rows of services given or asked for.
struct ServiceReader: ObservationReader {
    private let kind: Column<WordFormat<ServiceKind>>
    private let appliedOn, completedOn: Column<DayFormat>
    private let postNumber: Column<IdentifierFormat>
    private let agencyCode: Column<RegionFormat>

    init(_ columns: ColumnFinder) {
        kind = columns.word(.serviceKind, ServiceKind.self)
        (appliedOn, completedOn) = (columns.day(.appliedOn), columns.day(.completedOn))
        postNumber = columns.identifier(.postNumber)
        agencyCode = columns.region(.agencyCode, digits: 9)
    }

    func observation(_ row: RowReader) -> Observation? {
        .service(
            ServiceRecord(
                kind: row.value(kind) ?? .other, appliedOn: row.value(appliedOn), completedOn: row.value(completedOn),
                postNumber: row.text(postNumber), agencyCode: row.value(agencyCode) ?? ""))
    }
}

/// Answers to surveys, as work lists bring them back.
struct SurveyReader: ObservationReader {
    private let method: Column<WordFormat<SurveyMethod>>
    private let outcome: Column<WordFormat<SurveyOutcome>>
    private let answeredOn, employedOn: Column<DayFormat>
    private let employer, note, surveyor: Column<FreeTextFormat>

    init(_ columns: ColumnFinder) {
        method = columns.word(.surveyMethod, SurveyMethod.self)
        outcome = columns.word(.outcome, SurveyOutcome.self)
        (answeredOn, employedOn) = (columns.day(.answeredOn), columns.day(.employedOn))
        (employer, note, surveyor) = (columns.text(.employer), columns.text(.note), columns.text(.surveyor))
    }

    func observation(_ row: RowReader) -> Observation? {
        let outcome = row.value(outcome) ?? .other
        guard let answeredOn = row.needed(answeredOn) else { return nil }
        return .survey(
            SurveyAnswer(
                method: row.value(method) ?? .other, answeredOn: answeredOn, outcome: outcome,
                employer: row.text(employer), employedOn: row.value(employedOn), note: row.text(note),
                surveyor: row.text(surveyor)))
    }
}

/// Rows of training certificates and their subsidies.
struct CertificateReader: ObservationReader {
    private let number: Column<IdentifierFormat>
    private let occupation, level: Column<FreeTextFormat>
    private let issuedOn, appliedOn, reviewedOn, noticeFrom, noticeUntil, paidOn: Column<DayFormat>
    private let subsidy, allowance: Column<MoneyFormat>

    init(_ columns: ColumnFinder) {
        number = columns.identifier(.certificateNumber)
        (occupation, level) = (columns.text(.occupation), columns.text(.level))
        (issuedOn, appliedOn, reviewedOn) = (columns.day(.issuedOn), columns.day(.appliedOn), columns.day(.reviewedOn))
        (noticeFrom, noticeUntil) = (columns.day(.noticeFrom), columns.day(.noticeUntil))
        paidOn = columns.day(.paidOn)
        (subsidy, allowance) = (columns.money(.subsidyAmount), columns.money(.allowanceAmount))
    }

    func observation(_ row: RowReader) -> Observation? {
        guard let issuedOn = row.needed(issuedOn) else { return nil }
        var certificate = TrainingCertificate(certificateNumber: row.text(number), issuedOn: issuedOn)
        (certificate.occupation, certificate.level) = (row.text(occupation), row.text(level))
        certificate.appliedOn = row.value(appliedOn)
        certificate.reviewedOn = row.value(reviewedOn)
        certificate.noticeFrom = row.value(noticeFrom)
        certificate.noticeUntil = row.value(noticeUntil)
        certificate.paidOn = row.value(paidOn)
        certificate.subsidy = row.value(subsidy)
        certificate.allowance = row.value(allowance)
        return .certificate(certificate)
    }
}

/// Applications for business-start loans.
struct LoanReader: ObservationReader {
    private let number: Column<IdentifierFormat>
    private let borrower, group: Column<FreeTextFormat>
    private let appliedOn, registeredOn: Column<DayFormat>
    private let amount, otherLoans, spouseLoans: Column<MoneyFormat>
    private let termMonths, jobs, times, staff, newHires: Column<CountFormat>
    private let rate: Column<RateFormat>
    private let region: Column<RegionFormat>
    private let isInArrears: Column<AnswerFormat>

    init(_ columns: ColumnFinder) {
        number = columns.identifier(.applicationNumber)
        (borrower, group) = (columns.text(.borrower), columns.text(.group))
        (appliedOn, registeredOn) = (columns.day(.appliedOn), columns.day(.businessRegisteredOn))
        amount = columns.money(.amount)
        (otherLoans, spouseLoans) = (columns.money(.otherLoans), columns.money(.spouseLoans))
        (termMonths, jobs, times) = (columns.count(.termMonths), columns.count(.jobs), columns.count(.times))
        (staff, newHires) = (columns.count(.staff), columns.count(.newHires))
        rate = columns.rate(.yearlyRate)
        region = columns.region(.region, digits: 9)
        isInArrears = columns.answer(.isInArrears)
    }

    func observation(_ row: RowReader) -> Observation? {
        guard let appliedOn = row.needed(appliedOn) else { return nil }
        var loan = LoanApplication(
            applicationNumber: row.text(number), borrower: row.text(borrower), appliedOn: appliedOn)
        (loan.amount, loan.termMonths) = (row.value(amount), row.value(termMonths))
        loan.rateBasisPoints = row.value(rate)
        loan.group = row.text(group)
        (loan.jobs, loan.times) = (row.value(jobs), row.value(times))
        (loan.otherLoans, loan.spouseLoans) = (row.value(otherLoans), row.value(spouseLoans))
        loan.registeredOn = row.value(registeredOn)
        loan.region = row.value(region) ?? ""
        (loan.staff, loan.newHires) = (row.value(staff), row.value(newHires))
        loan.isInArrears = row.value(isInArrears).map { $0 == .yes }
        return .loan(loan)
    }
}
