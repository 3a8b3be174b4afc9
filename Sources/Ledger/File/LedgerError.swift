/// Why the ledger of record could not be used. Holds no value of any row.
package struct LedgerError: Error, Hashable, Sendable {
    /// The kinds of trouble.
    package enum Kind: String, CaseIterable, Hashable, Sendable {
        /// There is no such file, and it was not to be made.
        case missing
        /// The file is no SQLite file, or another program's.
        case notALedger = "not_a_ledger"
        /// A newer program wrote it.
        case newerVersion = "newer_version"
        /// The file contradicts itself or is cut short.
        case damaged
        /// Another process is writing.
        case locked
        /// Group or others may read or write the file.
        case exposed
        /// A run was interrupted while it wrote; the next run repairs the file, a reader may not.
        case needsRecovery = "needs_recovery"
        /// The system does not let us read or write here.
        case permission
        /// The disk is full.
        case full
        /// Reading or writing failed.
        case inputOutput = "input_output"
        /// The month is closed.
        case closed
        /// The ledger holds no such month or revision.
        case noSuchMonth = "no_such_month"
        /// Another run recorded something between planning and writing.
        case outdatedPlan = "outdated_plan"
        /// People were not handed over in ascending order of registration numbers, or one came twice.
        case outOfOrder = "out_of_order"
        /// The writer was used after its end, or the file is open for reading only.
        case notWritable = "not_writable"
        /// A stored value is none of the words it may be.
        case unreadableRow = "unreadable_row"
        /// Anything else SQLite objected to.
        case other
        /// An older program wrote it, with other tables.
        case olderVersion = "older_version"
    }

    package let kind: Kind
    /// The ledger file, as given.
    package let path: String
    /// More about it, without personal data: a table, a version, SQLite's own words.
    package let detail: String

    package init(_ kind: Kind, path: String, detail: String = "") {
        self.kind = kind
        self.path = path
        self.detail = detail
    }
}

extension LedgerError: CustomStringConvertible {
    /// Kind, file and detail in one line, for logs.
    package var description: String {
        "ledger \(path): \(kind.rawValue)" + (detail.isEmpty ? "" : " (\(detail))")
    }
}
