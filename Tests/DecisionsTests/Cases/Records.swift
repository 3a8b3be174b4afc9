import Roster

let factory = Employer(creditCode: "91440203MA0000001X", unitNumber: "U1", name: "甲厂")
let workshop = Employer(creditCode: "91440203MA0000002Y", unitNumber: "U2", name: "乙坊")

extension Observation {
    /// A contribution for October 2026 by an employer, normally due and received, unless said otherwise.
    static func insured(
        _ scheme: InsuranceScheme = .employeePension, _ payer: PayerKind = .employee, by employer: Employer = factory,
        for period: Month = "2026-10", _ payment: PaymentKind = .regular, base: Int64? = 400_000,
        _ state: PaymentState = .received, on day: Day? = "2026-10-20"
    ) -> Observation {
        .contribution(
            Contribution(
                scheme: scheme, payer: payer, employer: employer, period: period, payment: payment,
                base: base.map { Money(fen: $0) }, state: state, receivedOn: day))
    }

    /// A pension in pay.
    static func pensioned(
        _ kind: PensionKind = .employee, since start: Month = "2026-10", _ state: PensionState = .inPay
    ) -> Observation {
        .pension(PensionPayment(kind: kind, start: start, state: state, endReason: ""))
    }

    /// A business of the person's own.
    static func owns(
        code creditCode: String = "92440203MA0000003Z", founded: Day = "2026-06-01", _ state: BusinessState = .active,
        since: Day? = nil, name: String = "丙店"
    ) -> Observation {
        .business(
            BusinessHolding(
                creditCode: creditCode, name: name, kind: .individual, foundedOn: founded, state: state,
                stateSince: since, industry: "F", staff: 2))
    }

    /// A death.
    static func died(on day: Day) -> Observation { .death(DeathRecord(diedOn: day, origin: "")) }

    /// A spell.
    static func inSpell(_ kind: SpellKind, from start: Day, to end: Day? = nil) -> Observation {
        .spell(StatusSpell(kind: kind, start: start, end: end, origin: ""))
    }

    /// A public-welfare post, open from September on unless said otherwise.
    static func placed(post: String = "P1", from start: Day? = "2026-09-01", to end: Day? = nil) -> Observation {
        .service(
            ServiceRecord(kind: .publicPost, appliedOn: start, completedOn: end, postNumber: post, agencyCode: ""))
    }

    /// A completed service.
    static func served(_ kind: ServiceKind = .guidance, on day: Day?) -> Observation {
        .service(ServiceRecord(kind: kind, appliedOn: day, completedOn: day, postNumber: "", agencyCode: ""))
    }

    /// A flexible-work subsidy.
    static func subsidised(for month: Month = "2026-10", fen: Int64? = 30_000) -> Observation {
        .subsidy(FlexibleSubsidyMonth(month: month, amount: fen.map { Money(fen: $0) }, paidOn: nil))
    }

    /// An answer to a survey.
    static func answered(
        _ outcome: SurveyOutcome, on day: Day = "2026-10-12", _ method: SurveyMethod = .phone, employer: String = "",
        note: String = ""
    ) -> Observation {
        .survey(answer(outcome, on: day, method, employer: employer, note: note))
    }

    /// A month of unemployment benefit.
    static func benefit(for month: Month = "2026-10") -> Observation {
        .benefit(BenefitMonth(month: month, amount: nil, monthsPaid: nil, monthsGranted: nil))
    }

    /// Membership of a low-income family.
    static func supported(_ kind: LowIncomeKind, since: Month? = "2026-01") -> Observation {
        .lowIncome(
            LowIncomeMembership(kind: kind, familyNumber: "F1", since: since, amount: nil, relation: "", ability: ""))
    }
}

/// An answer to a survey, as the ledger remembers it.
func answer(
    _ outcome: SurveyOutcome, on day: Day, _ method: SurveyMethod = .phone, employer: String = "", note: String = ""
) -> SurveyAnswer {
    SurveyAnswer(
        method: method, answeredOn: day, outcome: outcome, employer: employer, employedOn: nil, note: note,
        surveyor: "")
}
