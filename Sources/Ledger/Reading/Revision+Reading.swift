import Digest
package import Roster

extension Revision {
    private static let columns =
        "v.month, v.number, v.identity, v.chain, v.published, v.people, v.program FROM revisions v"

    /// The current revision of every month, in order.
    static func all(in session: Session) throws -> [Revision] {
        try session.all("SELECT \(columns) JOIN months m ON m.revision = v.id ORDER BY v.month", [], Revision.init)
    }

    /// The current revision of a month.
    static func current(of month: Month, in session: Session) throws -> Revision? {
        try session.first(
            "SELECT \(columns) JOIN months m ON m.revision = v.id WHERE m.month = ?", [Cell(month.index)],
            Revision.init)
    }

    /// A revision of a month, the current one if none is asked for, with its table key and its manifest.
    static func find(
        _ month: Month, _ number: Int?, in session: Session
    ) throws -> (revision: Revision, key: Cell, manifest: String)? {
        let query = """
            SELECT \(columns.replacing(" FROM", with: ", v.id, v.manifest FROM")) JOIN months m ON m.month = v.month
            WHERE v.month = ?1 AND CASE WHEN ?2 IS NULL THEN v.id = m.revision ELSE v.number = ?2 END
            """
        return try session.first(query, [Cell(month.index), Cell(number)]) {
            (try Revision($0), .integer($0.integer(7)), $0.text(8))
        }
    }

    private init(_ row: ResultRow) throws {
        month = try row.requiredMonth(0)
        number = Int(row.integer(1))
        identity = try StoredWord.digest(row.text(2), column: "identity")
        chainHead = try StoredWord.digest(row.text(3), column: "chain")
        published = try StoredWord.digest(row.text(4), column: "published")
        people = Int(row.integer(5))
        programVersion = row.text(6)
    }
}

extension Ledger {
    /// A revision of a month by its number, whether it counts or not; `nil` if there is none.
    package func revision(_ number: Int, of month: Month) throws -> Revision? {
        try connection.read { try Revision.find(month, number, in: $0)?.revision }
    }
}

extension Session {
    /// The table key of a month's current revision, or `nil`.
    func currentRevisionKey(of month: Month) throws -> Int64? {
        try first("SELECT revision FROM months WHERE month = ? AND revision IS NOT NULL", [Cell(month.index)]) {
            $0.integer(0)
        }
    }
}
