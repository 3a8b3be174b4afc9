package import Roster

/// What a check of a month's files is asked to do: the command line, validated.
package struct CheckRequest: Sendable {
    package var month: Month
    /// Folder of the month's exports.
    package var data: String
    /// Everything is read, not only samples.
    package var isFull: Bool
    /// Gates set to warn count like those set to stop.
    package var isStrict: Bool
    /// Folder of the months published before, for the gates that compare with last month; `nil`: these are left out.
    package var output: String?
    /// The ledger of the months before, which tells who is in the month; `nil`: as if there were none.
    package var ledger: String?
    /// How many files may be looked at at once.
    package var jobs: Int

    package init(
        month: Month, data: String, isFull: Bool = false, isStrict: Bool = false, output: String? = nil,
        ledger: String? = nil, jobs: Int
    ) {
        (self.month, self.data, self.isFull, self.isStrict) = (month, data, isFull, isStrict)
        (self.output, self.ledger, self.jobs) = (output, ledger, jobs)
    }
}
