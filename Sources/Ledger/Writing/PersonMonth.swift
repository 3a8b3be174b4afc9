package import Roster

/// Everything one month records of one person.
package struct PersonMonth: Sendable {
    package var row: LedgerRow
    /// All evidence of the month, used or not, in the order of `evidence.csv`.
    package var evidence: [AssessedEvidence]
    /// Months in which the files of this month show strong or paid employer insurance.
    package var employerMonths: [EmployerMonth]
    /// Answers in the files of this month.
    package var surveys: [SurveyAnswer]
    /// Latest contact known at the end of this run, earlier months' included; the day of registration is none.
    package var lastContactOn: Day?
    /// Latest month in which the person had work since registering, earlier months' findings included.
    package var lastWorkedIn: Month?
    /// The person's line in `changes.csv`, if there is one.
    package var change: ChangeRow?
    /// What the work list says of the person beyond the row, if they are on one.
    package var listed: ListedNote?

    package init(
        row: LedgerRow, evidence: [AssessedEvidence] = [], employerMonths: [EmployerMonth] = [],
        surveys: [SurveyAnswer] = [], lastContactOn: Day? = nil, lastWorkedIn: Month? = nil,
        change: ChangeRow? = nil, listed: ListedNote? = nil
    ) {
        self.row = row
        self.evidence = evidence
        self.employerMonths = employerMonths
        self.surveys = surveys
        self.lastContactOn = lastContactOn
        self.lastWorkedIn = lastWorkedIn
        self.change = change
        self.listed = listed
    }
}

/// What a work list says of a person beyond the ledger's row.
package struct ListedNote: Hashable, Sendable {
    package var phone: String
    package var help: [HelpCount]

    package init(phone: String, help: [HelpCount]) {
        self.phone = phone
        self.help = help
    }
}
