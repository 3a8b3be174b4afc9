/// The living allowance of one person in one calendar year: a line of `subsidy.csv`.
package struct AllowanceYear: Sendable, Codable, Hashable {
    package var year: Int
    package var isOwed: Bool
    /// Certificates for which it was paid.
    package var paidCount: Int
    package var paidAmount: Money
    package var state: State

    /// What is owed held against what was paid.
    package enum State: String, CaseIterable, Hashable, Sendable, Codable {
        case ok
        case owedUnpaid = "owed_unpaid"
        case paidNotOwed = "paid_not_owed"
        case paidTwice = "paid_twice"
        /// Paid in time to somebody who may belong to a group that no export tells.
        case unknown
    }

    package init(year: Int, isOwed: Bool, paidCount: Int, paidAmount: Money, state: State) {
        self.year = year
        self.isOwed = isOwed
        self.paidCount = paidCount
        self.paidAmount = paidAmount
        self.state = state
    }
}
