/// One application for a business-start loan, condition by condition: a line of `loans.csv`.
package struct LoanJudgement: Sendable, Codable, Hashable {
    package var applicationNumber: String
    package var borrower: Borrower
    /// Results of the conditions that are asked of this kind of borrower.
    package var conditions: [LoanCondition: TestResult]
    /// Half the interest; `nil` unless every condition passes.
    package var interestSubsidy: Money?

    /// Who borrows.
    package enum Borrower: String, CaseIterable, Hashable, Sendable, Codable {
        case personal
        case smallFirm = "small_firm"
    }

    package init(applicationNumber: String, borrower: Borrower, conditions: [LoanCondition: TestResult]) {
        self.applicationNumber = applicationNumber
        self.borrower = borrower
        self.conditions = conditions
    }

    /// The worst of the conditions' results.
    package var result: TestResult { conditions.values.max() ?? .unknown }
}

/// A condition of a loan.
package enum LoanCondition: String, CaseIterable, Hashable, Sendable, Codable {
    case group = "c_group"
    case age = "c_age"
    case place = "c_place"
    case otherLoans = "c_other_loans"
    case amount = "c_amount"
    case term = "c_term"
    case times = "c_times"
    case rate = "c_rate"
    case hires = "c_hires"
    case arrears = "c_arrears"
}

/// What testing a condition gives; the worse is the greater.
package enum TestResult: String, CaseIterable, Hashable, Comparable, Sendable, Codable {
    case pass, unknown, fail

    package static func < (left: TestResult, right: TestResult) -> Bool { left.badness < right.badness }

    private var badness: Int {
        switch self {
        case .pass: 0
        case .unknown: 1
        case .fail: 2
        }
    }

    /// Pass or fail; unknown where nothing tells.
    package init(_ holds: Bool?) {
        self = holds.map { $0 ? .pass : .fail } ?? .unknown
    }
}
