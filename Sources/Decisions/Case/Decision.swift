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
    /// What is found beside the status.
    package var services = PersonServices()
    /// The latest month up to this one in which the person had work since registering, as far as it is looked at.
    package var lastWorkedIn: Month?
}

/// What a decision holds beside the row of the ledger.
package struct DecisionParts: OptionSet, Sendable {
    package let rawValue: Int

    package init(rawValue: Int) { self.rawValue = rawValue }

    /// The assessed evidence.
    package static let evidence = DecisionParts(rawValue: 1)
    /// The line of changes.csv.
    package static let change = DecisionParts(rawValue: 2)
    /// What the ledger remembers for later months: employers' months and answers.
    package static let memory = DecisionParts(rawValue: 4)
    package static let all: DecisionParts = [.evidence, .change, .memory]
}
