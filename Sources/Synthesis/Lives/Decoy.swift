/// Rows of one month that a careless reader would take for evidence.
enum Decoy: UInt8, CaseIterable, Sendable {
    /// A job's rows for this month, not paid.
    case unpaid
    /// Paid in advance, for a month that is over.
    case aheadPast
    /// Back-paid for an earlier month.
    case backPast
    /// Residents' pension and medical insurance.
    case residents
    /// Maternity insurance alone.
    case maternity
    /// Rows that cancel each other out.
    case netZero
    /// Medical insurance alone, last month.
    case medicalPast
    /// Paid by the person, for an earlier month.
    case selfPaidPast
    /// Flexible-work subsidy of last month.
    case subsidyPast
    /// Somebody else's rows under the person's ID number.
    case borrowedID
    /// Rows of a namesake whose ID number is one digit off.
    case namesake
    /// An answer filed under the person's number with somebody else's ID number.
    case misfiledAnswer
}
