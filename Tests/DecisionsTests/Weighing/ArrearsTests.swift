import Decisions
import Roster
import Testing

@Suite("Arrears are strong only behind a paid month of the same employer")
struct ArrearsTests {
    private static let owed = Observation.insured(.unemployment, .owed)

    static let backed: [Weighed] = [
        Weighed("paid last month", Person(.insured(for: "2026-09"), owed), "R05", .strong, .decides),
        Weighed("paid three months ago", Person(.insured(for: "2026-07"), owed), "R05", .strong, .decides),
        Weighed("paid four months ago", Person(.insured(for: "2026-06"), owed), "R12", .weak, .decides),
        Weighed("never paid", Person(owed), "R12", .weak, .decides),
        Weighed(
            "paid by another employer", Person(.insured(by: workshop, for: "2026-09"), owed), "R12", .weak, .decides),
        Weighed(
            "paid by a weak link", Person().adding(.insured(for: "2026-09"), grade: .c).adding(owed), "R12", .weak,
            .decides),
        Weighed("310 paid only", Person(.insured(.employeeMedical, for: "2026-09"), owed), "R12", .weak, .decides),
        Weighed("paid back only", Person(.insured(for: "2026-09", .back), owed), "R12", .weak, .decides),
        Weighed("owed before too", Person(.insured(for: "2026-09", .owed), owed), "R12", .weak, .decides),
        Weighed(
            "paid and taken back", Person(.insured(for: "2026-09"), .insured(for: "2026-09", base: -400_000), owed),
            "R12", .weak, .decides),
        Weighed(
            "remembered as paid", Person(owed).rememberingEmployer(in: "2026-08", strong: false, paid: true), "R05",
            .strong, .decides),
        Weighed(
            "remembered as unpaid", Person(owed).rememberingEmployer(in: "2026-08", strong: true, paid: false), "R12",
            .weak, .decides),
        Weighed(
            "remembered too long ago", Person(owed).rememberingEmployer(in: "2026-06", strong: true, paid: true), "R12",
            .weak, .decides),
        Weighed(
            "another remembered", Person(owed).rememberingEmployer(workshop, in: "2026-08", strong: true, paid: true),
            "R12", .weak, .decides),
        Weighed(
            "next month, backed",
            Person(.insured(.maternity), .insured(for: "2026-08"), .insured(for: "2026-11", .owed)), "R12", .weak,
            .decides),
        Weighed(
            "next month, not backed", Person(.insured(for: "2026-07"), .insured(for: "2026-11", .owed)), "R13", .none,
            .provesNothing),
        Weighed("310 owed", Person(.insured(.employeeMedical, .owed)), "R12", .weak, .decides),
    ]

    @Test("Weight of arrears", arguments: backed)
    func weighs(_ weighed: Weighed) throws {
        try weighed.check()
    }
}

extension Observation {
    /// A contribution of this scheme, period and state.
    static func insured(
        _ scheme: InsuranceScheme = .employeePension, for period: Month = "2026-10", _ state: PaymentState
    ) -> Observation {
        .insured(scheme, .employee, for: period, .regular, state)
    }

    /// A contribution of this payer and state.
    static func insured(_ scheme: InsuranceScheme, _ payer: PayerKind, _ state: PaymentState) -> Observation {
        .insured(scheme, payer, for: "2026-10", .regular, state)
    }
}
