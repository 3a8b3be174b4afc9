package import Roster

/// What was decided about one person in one month, and what to remember of it.
package struct Decision: Sendable, Equatable {
    /// All columns but `revision`, which the ledger gives.
    package var row: LedgerRow
    /// Every piece of evidence of the case, in an order that depends on values first and file and row last.
    package var evidence: [AssessedEvidence]
    /// `nil` if the status is that of last month.
    package var change: ChangeRow?
    /// Strong and paid months of employers up to this month, by month and employer.
    package var employerMonths: [EmployerMonth]
    /// Answers that came with this month's files and count, oldest first.
    package var answers: [SurveyAnswer]
    /// The latest contact known, this month's files included.
    package var lastContactOn: Day
}
