package import Roster

extension LoanPolicy {
    /// An application judged by itself, condition by condition. `id` is what it gives for the borrower's number.
    package func judge(_ loan: LoanApplication, id: IDReading) -> LoanJudgement {
        let borrower = borrower(loan, id: id)
        var results = borrower == .personal ? personalResults(loan, id: id) : firmResults(loan)
        results[.place] = loan.region.isEmpty ? .unknown : TestResult(loan.region.hasPrefix(regionPrefix))
        results[.rate] = rate(loan)
        var judgement = LoanJudgement(
            applicationNumber: loan.applicationNumber, borrower: borrower, conditions: results)
        if judgement.result == .pass { judgement.interestSubsidy = interestSubsidy(loan) }
        return judgement
    }

    /// By the word for it; by the shape of the number where the word says nothing.
    private func borrower(_ loan: LoanApplication, id: IDReading) -> LoanJudgement.Borrower {
        if personal.words.contains(loan.borrower) { return .personal }
        if smallFirm.words.contains(loan.borrower) { return .smallFirm }
        return id.number == nil ? .smallFirm : .personal
    }

    private func personalResults(_ loan: LoanApplication, id: IDReading) -> [LoanCondition: TestResult] {
        [
            .group: group(loan), .age: TestResult(id.number.flatMap { age.allows($0, on: loan.appliedOn) }),
            .otherLoans: otherLoans(loan), .amount: personalAmount(loan),
            .term: TestResult(loan.termMonths.map { $0 <= personal.months }),
            .times: TestResult(loan.times.map { $0 <= personal.times }),
        ]
    }

    private func firmResults(_ loan: LoanApplication) -> [LoanCondition: TestResult] {
        [
            .hires: hires(loan), .arrears: TestResult(loan.isInArrears.map { !$0 }),
            .amount: TestResult(loan.amount.map { $0 <= smallFirm.most }),
            .term: TestResult(loan.termMonths.map { $0 <= smallFirm.months }),
            .times: TestResult(loan.times.map { $0 <= smallFirm.times }),
        ]
    }

    /// In a listed group, or with a young business.
    private func group(_ loan: LoanApplication) -> TestResult {
        if groups.contains(loan.group) { return .pass }
        return TestResult(loan.registeredOn.map { loan.appliedOn <= $0.adding(months: businessMonths) })
    }

    /// Neither borrower nor spouse may have any; an amount that is not given leaves it open.
    private func otherLoans(_ loan: LoanApplication) -> TestResult {
        [loan.otherLoans, loan.spouseLoans].map { TestResult($0.map { $0.fen <= 0 }) }.max() ?? .unknown
    }

    private func personalAmount(_ loan: LoanApplication) -> TestResult {
        guard let amount = loan.amount else { return .unknown }
        if amount <= personal.most { return .pass }
        if amount > personal.mostWithJobs { return .fail }
        return TestResult(loan.jobs.map { $0 >= personal.jobs })
    }

    /// Whole numbers on both sides, so that a share of exactly the limit passes.
    private func hires(_ loan: LoanApplication) -> TestResult {
        guard let staff = loan.staff, let hires = loan.newHires, staff > 0 else { return .unknown }
        let percent = staff > smallFirm.manyStaff ? smallFirm.hiredPercentOfMany : smallFirm.hiredPercent
        return TestResult(hires * 100 >= staff * percent)
    }

    private func rate(_ loan: LoanApplication) -> TestResult {
        guard let rate = loan.rateBasisPoints, let prime = primeRate(on: loan.appliedOn) else { return .unknown }
        return TestResult(rate <= prime + marginBasisPoints)
    }

    /// The rate published last by a day.
    private func primeRate(on day: Day) -> Int? {
        rates.filter { $0.publishedOn <= day }.max { $0.publishedOn < $1.publishedOn }?.basisPoints
    }

    /// A share of amount × rate × days / 365, to the fen, half up; the days are those of the calendar from the
    /// application to the end of the term.
    private func interestSubsidy(_ loan: LoanApplication) -> Money? {
        guard let amount = loan.amount, let rate = loan.rateBasisPoints, let months = loan.termMonths else {
            return nil
        }
        let days = Int64(loan.appliedOn.adding(months: months).number - loan.appliedOn.number)
        let divisor: Int64 = 365 * 10_000 * 100
        let product = amount.fen.multipliedReportingOverflow(by: Int64(rate) * days * Int64(subsidyPercent))
        guard !product.overflow else { return nil }
        return Money(fen: (product.partialValue + divisor / 2) / divisor)
    }
}

extension AgeLimit {
    /// Whether the bearer of a number is not too old on a day; `nil` if the number tells no birth.
    fileprivate func allows(_ id: IDNumber, on day: Day) -> Bool? {
        id.birthDate.map { birth in
            let years = id.sex == .male ? male : female
            return endsOnBirthday ? day <= birth.birthday(years) : day < birth.birthday(years + 1)
        }
    }
}
