import Digest
import Roster

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

    private init(_ row: ResultRow) throws {
        month = Month(index: Int32(row.integer(0)))
        number = Int(row.integer(1))
        identity = try StoredWord.digest(row.text(2), column: "identity")
        chainHead = try StoredWord.digest(row.text(3), column: "chain")
        published = try StoredWord.digest(row.text(4), column: "published")
        people = Int(row.integer(5))
        programVersion = row.text(6)
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
