import Roster

/// Rows of social insurance contributions.
struct ContributionReader: ObservationReader {
    private let scheme: Column<WordFormat<InsuranceScheme>>
    private let payer: Column<WordFormat<PayerKind>>
    private let payment: Column<WordFormat<PaymentKind>>
    private let state: Column<WordFormat<PaymentState>>
    private let period: Column<MonthFormat>
    private let base: Column<MoneyFormat>
    private let receivedOn: Column<DayFormat>
    private let creditCode: Column<CreditCodeFormat>
    private let unitNumber: Column<IdentifierFormat>
    private let unitName: Column<FreeTextFormat>

    init(_ columns: ColumnFinder) {
        scheme = columns.word(.scheme, InsuranceScheme.self)
        payer = columns.word(.payer, PayerKind.self)
        payment = columns.word(.payment, PaymentKind.self)
        state = columns.word(.paymentState, PaymentState.self)
        period = columns.month(.period)
        base = columns.money(.base)
        receivedOn = columns.day(.receivedOn)
        creditCode = columns.creditCode(.creditCode)
        unitNumber = columns.identifier(.unitNumber)
        unitName = columns.text(.unitName)
    }

    func observation(_ row: RowReader) -> Observation? {
        let scheme = row.value(scheme) ?? .other
        guard let period = row.needed(period) else { return nil }
        let employer = row.employers.employer(
            creditCode: row.text(creditCode), unitNumber: row.text(unitNumber), name: row.text(unitName))
        return .contribution(
            Contribution(
                scheme: scheme, payer: row.value(payer) ?? .other, employer: employer, period: period,
                payment: row.value(payment) ?? .other, base: row.value(base), state: row.value(state) ?? .other,
                receivedOn: row.value(receivedOn)))
    }
}

/// Rows of the roster of pensions in pay.
struct PensionReader: ObservationReader {
    private let kind: Column<WordFormat<PensionKind>>
    private let start: Column<MonthFormat>
    private let state: Column<WordFormat<PensionState>>
    private let endReason: Column<FreeTextFormat>

    init(_ columns: ColumnFinder) {
        kind = columns.word(.pensionKind, PensionKind.self)
        start = columns.month(.startMonth)
        state = columns.word(.pensionState, PensionState.self)
        endReason = columns.text(.endReason)
    }

    func observation(_ row: RowReader) -> Observation? {
        let kind = row.value(kind) ?? .other
        guard let start = row.needed(start) else { return nil }
        return .pension(
            PensionPayment(
                kind: kind, start: start, state: row.value(state) ?? .other, endReason: row.text(endReason)))
    }
}

/// Rows of the roster of unemployment benefit.
struct BenefitReader: ObservationReader {
    private let month: Column<MonthFormat>
    private let amount: Column<MoneyFormat>
    private let monthsPaid, monthsGranted: Column<CountFormat>

    init(_ columns: ColumnFinder) {
        month = columns.month(.period)
        amount = columns.money(.amount)
        monthsPaid = columns.count(.monthsPaid)
        monthsGranted = columns.count(.monthsGranted)
    }

    func observation(_ row: RowReader) -> Observation? {
        guard let month = row.needed(month) else { return nil }
        return .benefit(
            BenefitMonth(
                month: month, amount: row.value(amount), monthsPaid: row.value(monthsPaid),
                monthsGranted: row.value(monthsGranted)))
    }
}

/// Rows of the roster of subsidies for flexible workers' insurance.
struct FlexibleSubsidyReader: ObservationReader {
    private let month: Column<MonthFormat>
    private let amount: Column<MoneyFormat>
    private let paidOn: Column<DayFormat>

    init(_ columns: ColumnFinder) {
        month = columns.month(.period)
        amount = columns.money(.amount)
        paidOn = columns.day(.paidOn)
    }

    func observation(_ row: RowReader) -> Observation? {
        guard let month = row.needed(month) else { return nil }
        return .subsidy(FlexibleSubsidyMonth(month: month, amount: row.value(amount), paidOn: row.value(paidOn)))
    }
}
