import Roster

extension Observation {
    /// Insurance for a job in a month.
    static func insured(_ period: Month = "2026-10", _ state: PaymentState = .received) -> Observation {
        .contribution(
            Contribution(
                scheme: .employeePension, payer: .employee,
                employer: Employer(creditCode: "91440203MA0000001X", unitNumber: "U1", name: "甲厂"), period: period,
                payment: .regular, base: Money(fen: 400_000), state: state, receivedOn: period.firstDay))
    }

    /// A pension in pay.
    static func pensioned(since start: Month = "2026-10") -> Observation {
        .pension(PensionPayment(kind: .employee, start: start, state: .inPay, endReason: ""))
    }

    /// A business of one's own.
    static func owns(
        founded: Day, _ state: BusinessState = .active, since: Day? = nil
    ) -> Observation {
        .business(
            BusinessHolding(
                creditCode: "92440203MA0000003Z", name: "丙店", kind: .individual, foundedOn: founded, state: state,
                stateSince: since, industry: "F", staff: 2))
    }

    /// A spell.
    static func spell(_ kind: SpellKind, from start: Day, to end: Day? = nil) -> Observation {
        .spell(StatusSpell(kind: kind, start: start, end: end, origin: ""))
    }

    /// A disability certificate.
    static func disabled(_ grade: Int?, from issued: Day? = "2020-01-01", until end: Day? = nil) -> Observation {
        .disability(
            DisabilityCertificate(
                certificateNumber: "C1", category: "肢体", grade: grade, issuedOn: issued, validUntil: end))
    }

    /// A member of a low-income family.
    static func supported(_ kind: LowIncomeKind, since: Month? = "2026-01") -> Observation {
        .lowIncome(
            LowIncomeMembership(kind: kind, familyNumber: "F1", since: since, amount: nil, relation: "", ability: ""))
    }

    /// An entry in the roster of a category.
    static func listed(_ category: String, on day: Day? = "2026-06-15") -> Observation {
        .category(CategoryEntry(category: category, recognisedOn: day, origin: ""))
    }

    /// A service, applied for and completed.
    static func service(
        _ kind: ServiceKind, from applied: Day?, to completed: Day?, post: String = ""
    ) -> Observation {
        .service(
            ServiceRecord(
                kind: kind, appliedOn: applied, completedOn: completed, postNumber: post, agencyCode: ""))
    }

    /// An answer to a survey.
    static func answered(_ outcome: SurveyOutcome, on day: Day = "2026-10-12") -> Observation {
        .survey(
            SurveyAnswer(
                method: .phone, answeredOn: day, outcome: outcome, employer: "", employedOn: nil, note: "",
                surveyor: ""))
    }

    /// A training certificate with the days of its subsidy in their order.
    static func certified(
        on issued: Day, applied: Day? = nil, reviewed: Day? = nil, notice: (Day, Day?)? = nil, paid: Day? = nil,
        allowance: Int64? = nil, number: String = "Z1"
    ) -> Observation {
        var certificate = TrainingCertificate(certificateNumber: number, issuedOn: issued)
        (certificate.appliedOn, certificate.reviewedOn, certificate.paidOn) = (applied, reviewed, paid)
        (certificate.noticeFrom, certificate.noticeUntil) = (notice?.0, notice?.1)
        certificate.allowance = allowance.map { Money(fen: $0 * 100) }
        return .certificate(certificate)
    }
}
