package import Digest
package import Roster

/// The ledger of record: every month that was run, in one SQLite file.
///
/// A month may be run again: a new revision counts from then on, the old one is kept. Writing a month is one
/// transaction, so that a process killed at any moment leaves the file as it was before or after it. One process
/// writes at a time; the pipeline calls from one task at a time.
package final class Ledger: Sendable {
    /// The file, as given.
    package let path: String
    let connection: Connection
    let access: LedgerAccess

    private init(connection: Connection, access: LedgerAccess) {
        path = connection.path
        self.connection = connection
        self.access = access
    }

    /// Opens the ledger at a path, after a look at whether it is one and whole. Throws a `LedgerError`.
    ///
    /// A file up to 16 MiB is looked through whole; of a larger one only header, length and schema.
    package static func open(_ path: String, access: LedgerAccess) throws -> Ledger {
        let file = LedgerFile(path: path)
        try file.prepare(for: access)
        let connection = try Connection(path: path, access: access)
        try LedgerCheck(file: file, access: access).run(on: connection)
        return Ledger(connection: connection, access: access)
    }

    /// Closes the file.
    package func close() throws {
        try connection.close()
    }

    /// The months in the ledger, in order, each with the revision that counts.
    package func months() throws -> [Revision] {
        try connection.read { try Revision.all(in: $0) }
    }

    /// The revision of a month that counts, or `nil` if the month was never run.
    package func currentRevision(of month: Month) throws -> Revision? {
        try connection.read { try Revision.current(of: month, in: $0) }
    }

    /// Digest of the folder published from a month's current revision.
    package func publishedDigest(of month: Month) throws -> ContentDigest? {
        try currentRevision(of: month)?.published
    }

    /// Whether a month's folder, found with this digest or not at all, must be published again from the ledger's
    /// current revision. `false` for a month that was never run.
    package func needsRepublish(_ month: Month, found: ContentDigest?) throws -> Bool {
        guard let published = try publishedDigest(of: month) else { return false }
        return published != found
    }
}
