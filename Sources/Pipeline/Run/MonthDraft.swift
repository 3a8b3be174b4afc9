import Ledger
import Reports
import Roster

/// A month while it is written: its place in the ledger, its hidden folder, the ledger's open transaction.
struct MonthDraft {
    let plan: RevisionPlan
    let folder: WorkFolder
    /// `nil` if the ledger already holds the revision.
    let writer: MonthWriter?

    /// Gives the month up: ledger and output folder are as they were.
    func abandon() throws {
        try writer?.abandon()
        folder.discard()
    }
}

/// What the files of a draft hold, in figures.
struct MonthContent {
    let sources: [SourceSummary]
    let people: MonthSummary
    /// Good rows of the roster whose people are not in the month.
    let outOfScope: Int
    /// Records with masked or damaged ID numbers, by outcome.
    let damaged: DamagedFile.Counts
    /// `nil` if no model compares what no tier settles.
    let review: Manifest.Review?
    /// ID numbers under too many names.
    let overused: [SourceName: Int]
    /// Links of members of households who are not registered.
    let relativeLinks: [SourceName: [MatchGrade: Int]]
    let linkChanges: [SourceName: Tally<LinkChange.Kind>]
}
