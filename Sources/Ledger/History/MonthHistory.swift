package import Roster

/// What the ledger remembers before a month: of everybody in the ledger of the month before, and of those asked for.
///
/// A plain value that many tasks may read. People in months after the one asked for, and that month's own earlier
/// revisions, are not in it.
package struct MonthHistory: Sendable {
    /// The month whose past this is.
    package let month: Month
    /// Registration numbers in the ledger of the month before, ascending bytewise; empty if that month was not run.
    package let lastMonth: [String]

    let index: [String: Int32]
    let entries: [Entry]
    let references: [RecordReference]
    let surveys: [Int32: [SurveyAnswer]]
    let employerMonths: [Int32: [EmployerMonth]]
    let confirmedEnds: [Int32: Day]
    let confirmations: [Int32: ConfirmedStatus]

    /// One known registration, in few bytes.
    struct Entry: Sendable {
        var status: StatusCode?
        var rule: String
        var lastContactOn: Day?
        var lastWorkedIn: Month?
        /// An earlier month holds the registration.
        var isKnown = true
        /// Its references lie together.
        var references: Range<Int32>
    }

    /// The history before a month of which nothing is remembered.
    package init(before month: Month) {
        self.init(
            month: month, lastMonth: [], index: [:], entries: [], references: [], surveys: [:], employerMonths: [:],
            confirmedEnds: [:], confirmations: [:])
    }

    init(
        month: Month, lastMonth: [String], index: [String: Int32], entries: [Entry], references: [RecordReference],
        surveys: [Int32: [SurveyAnswer]], employerMonths: [Int32: [EmployerMonth]], confirmedEnds: [Int32: Day],
        confirmations: [Int32: ConfirmedStatus]
    ) {
        (self.month, self.lastMonth, self.index, self.entries) = (month, lastMonth, index, entries)
        (self.references, self.surveys, self.employerMonths) = (references, surveys, employerMonths)
        (self.confirmedEnds, self.confirmations) = (confirmedEnds, confirmations)
    }

    /// Nothing is remembered of anybody.
    package var isEmpty: Bool { index.isEmpty }

    /// What is remembered of a registration. Of one that no earlier month holds, of one that was neither in the month
    /// before nor asked for, nothing is.
    package subscript(number: String) -> PersonHistory {
        var history = PersonHistory()
        guard !index.isEmpty, let slot = index[number] else { return history }
        let entry = entries[Int(slot)]
        history.isKnown = entry.isKnown
        (history.previousStatus, history.previousRule) = (entry.status, entry.rule)
        history.previousEvidence = entry.references.map { references[Int($0)].description }
        history.lastContactOn = entry.lastContactOn
        history.lastWorkedIn = entry.lastWorkedIn
        history.surveys = surveys[slot] ?? []
        history.employerMonths = employerMonths[slot] ?? []
        history.confirmedEnd = confirmedEnds[slot]
        history.confirmation = confirmations[slot]
        return history
    }
}
