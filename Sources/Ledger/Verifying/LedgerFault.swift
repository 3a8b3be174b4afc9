package import Roster

/// Something in a ledger that does not agree with its digests: it was changed behind the program's back.
package struct LedgerFault: Sendable, Hashable {
    /// `nil` where the fault is of no month.
    package var month: Month?
    /// Revision of the month, from 1; 0 where the fault is of no revision.
    package var revision: Int
    package var kind: Kind
    /// The table; empty where a revision's own line is meant.
    package var table: String
    /// The person whose row it is; empty where no row can be named.
    package var registrationNumber: String
    /// The row among the person's rows of the table, from 1; 0 where no row can be named.
    package var row: Int

    /// What does not agree.
    package enum Kind: String, CaseIterable, Hashable, Sendable {
        /// A row differs from its seal.
        case row
        /// The rows of a table differ from the table's digest, and no single row tells: some were added or removed, or the
        /// table has no seals.
        case table
        /// What the revision says of itself differs from its chain head.
        case chain
        /// The chain head of the month before is not the one that this revision was made after.
        case previous
        /// The rows of an intake differ from its digest: some were added or removed, or the intakes before it were. `row`
        /// is the intake's number; 0 for the intakes before a revision, of which the last is missing.
        case intake
        /// A month's revision that counts is not its last.
        case current
        /// Revisions of a month are missing: their numbers have a gap, or there is none.
        case gap
        /// A table, view, index or trigger is not as the program makes it.
        case schema
    }

    init(
        _ kind: Kind, month: Month? = nil, revision: Int = 0, table: String = "", registrationNumber: String = "",
        row: Int = 0
    ) {
        (self.kind, self.month, self.revision) = (kind, month, revision)
        (self.table, self.registrationNumber, self.row) = (table, registrationNumber, row)
    }
}
