package import Roster

/// Somebody whose status differs between two revisions.
package struct StatusDifference: Sendable, Hashable {
    package var registrationNumber: String
    /// `nil`: not in that revision.
    package var before: Side?
    package var after: Side?
    /// Records that only one of the revisions has, and those whose link has another grade.
    package var evidence = EvidenceDifference()

    /// What one revision says.
    package struct Side: Sendable, Hashable {
        package var status: StatusCode
        package var rule: String
        package var change: ChangeKind
        package var isConfirmed: Bool
    }

    /// How the records of a person differ.
    package struct EvidenceDifference: Sendable, Hashable {
        /// Kinds of records that only one side has.
        package var kinds: Set<String> = []
        /// A record of both sides is linked by another grade.
        package var hasOtherGrade = false
    }
}

extension Ledger {
    /// The people whose status differs between two revisions, by registration number: `nil` for a current one. Throws
    /// `noSuchMonth`.
    package func differences(
        from before: (month: Month, revision: Int?), to after: (month: Month, revision: Int?)
    ) throws -> [StatusDifference] {
        try connection.read { session in
            let keys = try [before, after].map { side in
                guard let found = try Revision.find(side.month, side.revision, in: session) else {
                    throw LedgerError(
                        .noSuchMonth, path: path, detail: "\(side.month)" + (side.revision.map { " r\($0)" } ?? ""))
                }
                return found.key
            }
            var differences = try session.all(Self.differingQuery, keys, StatusDifference.init)
            for place in differences.indices where differences[place].before != nil && differences[place].after != nil {
                differences[place].evidence = try session.evidenceDifference(
                    of: differences[place].registrationNumber, keys[0], keys[1])
            }
            return differences
        }
    }

    private static let differingQuery = """
        WITH d(registration) AS (
            SELECT registration FROM statuses WHERE revision = ?1
            UNION SELECT registration FROM statuses WHERE revision = ?2)
        SELECT r.number, a.status, a.rule, a.change, a.confirmed_status IS NOT NULL,
            b.status, b.rule, b.change, b.confirmed_status IS NOT NULL
        FROM d JOIN registrations r ON r.id = d.registration
        LEFT JOIN statuses a ON a.revision = ?1 AND a.registration = d.registration
        LEFT JOIN statuses b ON b.revision = ?2 AND b.registration = d.registration
        WHERE a.status IS NOT b.status ORDER BY r.number
        """
}

extension StatusDifference {
    fileprivate init(_ row: ResultRow) throws {
        registrationNumber = row.text(0)
        (before, after) = (try Side(row, from: 1), try Side(row, from: 5))
    }
}

extension StatusDifference.Side {
    fileprivate init?(_ row: ResultRow, from start: Int) throws {
        guard let status = row.optionalText(start) else { return nil }
        self.init(
            status: StatusCode(status), rule: row.text(start + 1),
            change: try StoredWord.value(row.text(start + 2), column: "change"), isConfirmed: row.flag(start + 3))
    }
}

extension Session {
    /// Records count as the same by what they say, wherever they stand. What is known of other members of the household
    /// decides no status, and is listed of some statuses only.
    fileprivate func evidenceDifference(
        of number: String, _ before: Cell, _ after: Cell
    ) throws -> StatusDifference.EvidenceDifference {
        guard let key = try registration(number).map(Cell.integer) else { return .init() }
        func records(_ revision: Cell) throws -> [String: Set<String>] {
            var found: [String: Set<String>] = [:]
            let query = """
                SELECT c.kind, coalesce(c.period, ''), coalesce(c."values", ''), c.grade
                FROM evidence e JOIN records c ON c.registration = e.registration AND c.fingerprint = e.record
                WHERE e.revision = ? AND e.registration = ? AND c.kind <> 'relative'
                """
            try forEach(query, [revision, key]) { row in
                found["\(row.text(0))\u{0}\(row.text(1))\u{0}\(row.text(2))", default: []].insert(row.text(3))
            }
            return found
        }
        let (old, new) = (try records(before), try records(after))
        var difference = StatusDifference.EvidenceDifference()
        for record in Set(old.keys).symmetricDifference(new.keys) {
            difference.kinds.insert(String(record.prefix { $0 != "\u{0}" }))
        }
        difference.hasOtherGrade = old.contains { record, grades in new[record] != nil && new[record] != grades }
        return difference
    }
}
