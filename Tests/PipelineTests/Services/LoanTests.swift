import Decisions
import Reports
import Roster
import Testing

@testable import Pipeline

/// Business-start loans: each condition on each side of its limit.
@Suite("Business-start loans")
struct LoanTests {
    /// A woman born on 1 May 1980 asks for 200,000 yuan for 24 months; everything passes.
    private static func personal(_ change: (inout LoanApplication) -> Void = { _ in }) -> LoanApplication {
        var loan = LoanApplication(applicationNumber: "D1", borrower: "个人", appliedOn: "2026-05-01")
        (loan.amount, loan.termMonths, loan.rateBasisPoints) = (Money(fen: 20_000_000), 24, 350)
        (loan.group, loan.jobs, loan.times) = ("登记失业人员", nil, 1)
        (loan.otherLoans, loan.spouseLoans) = (Money(fen: 0), Money(fen: 0))
        (loan.registeredOn, loan.region) = ("2026-03-01", "440203")
        change(&loan)
        return loan
    }

    /// A firm of 100 people asks for 3,000,000 yuan; everything passes.
    private static func firm(_ change: (inout LoanApplication) -> Void = { _ in }) -> LoanApplication {
        var loan = LoanApplication(applicationNumber: "D2", borrower: "小微企业", appliedOn: "2026-05-01")
        (loan.amount, loan.termMonths, loan.rateBasisPoints) = (Money(fen: 300_000_000), 24, 350)
        (loan.times, loan.staff, loan.newHires, loan.isInArrears) = (1, 100, 10, false)
        loan.region = "440203"
        change(&loan)
        return loan
    }

    private func judged(
        _ loan: LoanApplication, id: IDReading = .usable(.born("1980-05-01", .female)),
        by definition: PipelineDefinition? = nil
    ) throws -> LoanJudgement {
        let definition = try definition ?? ShippedPipeline.definition.get()
        return try #require(definition.policy.services.loans).judge(loan, id: id)
    }

    private func result(_ condition: LoanCondition, _ loan: LoanApplication) throws -> TestResult? {
        try judged(loan).conditions[condition]
    }

    @Test("A person's application that passes has all conditions of people, and half the interest")
    func passes() throws {
        let row = LoanRow(month: "2026-10", judgement: try judged(Self.personal()))
        // 200,000 × 3.5 % × 731 days / 365 / 2
        #expect(
            String(decoding: LoanRow.table.text(of: [row]).bytes, as: UTF8.self)
                == "2026-10,D1,personal,pass,pass,pass,pass,pass,pass,pass,pass,,,pass,7009.59\n")
    }

    @Test("A firm's application that passes has all conditions of firms")
    func firmPasses() throws {
        let row = LoanRow(month: "2026-10", judgement: try judged(Self.firm(), id: .missing))
        #expect(
            String(decoding: LoanRow.table.text(of: [row]).bytes, as: UTF8.self)
                == "2026-10,D2,small_firm,,,pass,,pass,pass,pass,pass,pass,pass,pass,105143.84\n")
    }

    @Test(
        "Women may be 55 and men 60 on the day of application, the birthday included",
        arguments: [
            ("1971-05-01", Sex.female, TestResult.pass), ("1971-04-30", .female, .fail), ("1966-05-01", .male, .pass),
            ("1966-04-30", .male, .fail),
        ] as [(Day, Sex, TestResult)])
    func age(birth: Day, sex: Sex, expected: TestResult) throws {
        #expect(try judged(Self.personal(), id: .usable(.born(birth, sex))).conditions[.age] == expected)
    }

    @Test("Where offices allow it, the last day is the one before the next birthday")
    func nextBirthday() throws {
        let definition = try ShippedPipeline.replacing("lastDay: birthday", by: "lastDay: next_birthday")
        let judged = try [Day("1970-05-02"), "1970-05-01"].map { birth in
            try self.judged(Self.personal(), id: .usable(.born(birth, .female)), by: definition).conditions[.age]
        }
        #expect(judged == [.pass, .fail])
    }

    @Test("Outside the listed groups the business is at most three years old")
    func group() throws {
        func result(_ registered: Day?) throws -> TestResult? {
            try self.result(
                .group,
                Self.personal {
                    $0.group = "其他"
                    $0.registeredOn = registered
                })
        }
        #expect(try result("2023-05-01") == .pass)
        #expect(try result("2023-04-30") == .fail)
        #expect(try result(nil) == .unknown)
        #expect(try self.result(.group, Self.personal { $0.registeredOn = nil }) == .pass)
    }

    @Test("Neither the borrower nor the spouse has another loan")
    func otherLoans() throws {
        #expect(try result(.otherLoans, Self.personal { $0.otherLoans = Money(fen: 1) }) == .fail)
        #expect(try result(.otherLoans, Self.personal { $0.spouseLoans = Money(fen: 1) }) == .fail)
        #expect(try result(.otherLoans, Self.personal { $0.spouseLoans = nil }) == .unknown)
        #expect(
            try result(
                .otherLoans,
                Self.personal { ($0.otherLoans, $0.spouseLoans) = (Money(fen: 1), nil) }) == .fail)
    }

    @Test(
        "A person may borrow 300,000 yuan, or 500,000 with five jobs",
        arguments: [
            (300_000_00, nil, .pass), (300_000_01, 5, .pass), (300_000_01, 4, .fail), (300_000_01, nil, .unknown),
            (500_000_00, 5, .pass), (500_000_01, 5, .fail), (500_000_01, nil, .fail), (nil, 5, .unknown),
        ] as [(Int64?, Int?, TestResult)])
    func amount(fen: Int64?, jobs: Int?, expected: TestResult) throws {
        let loan = Self.personal { ($0.amount, $0.jobs) = (fen.map { Money(fen: $0) }, jobs) }
        #expect(try result(.amount, loan) == expected)
    }

    @Test("A person's loan lasts 36 months, a firm's 24; three loans in all")
    func termAndTimes() throws {
        #expect(
            try [36, 37].map { months in try result(.term, Self.personal { $0.termMonths = months }) }
                == [.pass, .fail])
        #expect(
            try [24, 25].map { months in try result(.term, Self.firm { $0.termMonths = months }) }
                == [.pass, .fail])
        #expect(try [3, 4].map { times in try result(.times, Self.personal { $0.times = times }) } == [.pass, .fail])
        #expect(try result(.times, Self.firm { $0.times = nil }) == .unknown)
    }

    @Test(
        "The rate is at most 50 basis points above the one published last by the day",
        arguments: [
            ("2025-05-19", 360, .pass), ("2025-05-19", 361, .fail), ("2025-05-20", 350, .pass),
            ("2025-05-20", 351, .fail), ("2019-08-19", 300, .unknown),
        ] as [(Day, Int, TestResult)])
    func rate(applied: Day, points: Int, expected: TestResult) throws {
        #expect(
            try result(
                .rate,
                Self.personal { ($0.appliedOn, $0.rateBasisPoints) = (applied, points) }) == expected)
    }

    @Test(
        "New hires are ten percent of up to 100 people, five percent of more",
        arguments: [
            (100, 10, .pass), (100, 9, .fail), (101, 6, .pass), (101, 5, .fail), (25, 3, .pass), (25, 2, .fail),
            (nil, 3, .unknown), (25, nil, .unknown), (0, 0, .unknown),
        ] as [(Int?, Int?, TestResult)])
    func hires(staff: Int?, hires: Int?, expected: TestResult) throws {
        #expect(try result(.hires, Self.firm { ($0.staff, $0.newHires) = (staff, hires) }) == expected)
    }

    @Test("A firm may borrow 5,000,000 yuan, in the city, without arrears")
    func firmLimits() throws {
        #expect(try result(.amount, Self.firm { $0.amount = Money(fen: 500_000_000) }) == .pass)
        #expect(try result(.amount, Self.firm { $0.amount = Money(fen: 500_000_001) }) == .fail)
        #expect(try result(.arrears, Self.firm { $0.isInArrears = true }) == .fail)
        #expect(try result(.arrears, Self.firm { $0.isInArrears = nil }) == .unknown)
        #expect(try result(.place, Self.firm { $0.region = "440106" }) == .fail)
        #expect(try result(.place, Self.firm { $0.region = "" }) == .unknown)
    }

    @Test("The application comes to the worst of its conditions, and only one that passes is subsidised")
    func worst() throws {
        let unknown = try judged(Self.personal { $0.spouseLoans = nil })
        #expect(unknown.result == .unknown && unknown.interestSubsidy == nil)
        let failed = try judged(Self.personal { ($0.spouseLoans, $0.times) = (nil, 4) })
        #expect(failed.result == .fail && failed.interestSubsidy == nil)
    }

    @Test("Half a fen is rounded up")
    func rounding() throws {
        // 10 yuan × 3.5 % × 365 days / 365 / 2 is 17.5 fen.
        let loan = Self.personal {
            ($0.amount, $0.termMonths, $0.rateBasisPoints) = (Money(fen: 1_000), 12, 350)
            $0.appliedOn = "2025-06-01"
        }
        #expect(try judged(loan).interestSubsidy == Money(fen: 18))
    }

    @Test("With five jobs made four in the pipeline file, more is lent, without a new program")
    func jobsChanged() throws {
        let definition = try ShippedPipeline.replacing("jobs: 5", by: "jobs: 4")
        let loan = Self.personal { ($0.amount, $0.jobs) = (Money(fen: 40_000_000), 4) }
        #expect(try judged(loan).result == .fail)
        #expect(try judged(loan, by: definition).result == .pass)
    }
}
