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
            var places: [Int64: Int] = [:]
            var differences: [StatusDifference] = []
            try session.forEach(Self.differingQuery, keys) { row in
                places[row.integer(0)] = differences.count
                differences.append(try StatusDifference(row))
            }
            try session.forEachEvidenceDifference(keys[0], keys[1]) { registration, evidence in
                if let place = places[registration] { differences[place].evidence = evidence }
            }
            return differences
        }
    }

    private static let differingQuery = """
        WITH d(registration) AS (
            SELECT registration FROM statuses WHERE revision = ?1
            UNION SELECT registration FROM statuses WHERE revision = ?2)
        SELECT r.id, r.number, a.status, a.rule, a.change, a.confirmed_status IS NOT NULL,
            b.status, b.rule, b.change, b.confirmed_status IS NOT NULL
        FROM d JOIN registrations r ON r.id = d.registration
        LEFT JOIN statuses a ON a.revision = ?1 AND a.registration = d.registration
        LEFT JOIN statuses b ON b.revision = ?2 AND b.registration = d.registration
        WHERE a.status IS NOT b.status ORDER BY r.number
        """
}

extension StatusDifference {
    fileprivate init(_ row: ResultRow) throws {
        registrationNumber = row.text(1)
        (before, after) = (try Side(row, from: 2), try Side(row, from: 6))
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

/// The records of somebody in two revisions, by what they say, wherever they stand; each with its grades.
private struct RecordComparison {
    /// What a record says, as bytes: texts hash slowly.
    private typealias Record = [UInt8]

    private var before: [Record: Set<String>] = [:]
    private var after: [Record: Set<String>] = [:]
    private var kinds: [Record: String] = [:]

    /// Adds a row of `kind`, `period`, `values`, `grade` from the column `start` on.
    mutating func add(_ row: ResultRow, from start: Int, isBefore: Bool) {
        let record = Array([row.text(start), row.text(start + 1), row.text(start + 2)].joined(separator: "\u{0}").utf8)
        let grade = row.text(start + 3)
        kinds[record] = row.text(start)
        if isBefore { before[record, default: []].insert(grade) } else { after[record, default: []].insert(grade) }
    }

    var difference: StatusDifference.EvidenceDifference {
        let unshared = Set(before.keys).symmetricDifference(after.keys)
        return StatusDifference.EvidenceDifference(
            kinds: Set(unshared.compactMap { kinds[$0] }),
            hasOtherGrade: before.contains { record, grades in after[record].map { $0 != grades } ?? false })
    }
}

extension Session {
    /// Hands the key of each registration whose status differs, with the difference of its evidence, to `body`. What is
    /// known of other members of the household decides no status, and is listed of some statuses only.
    fileprivate func forEachEvidenceDifference(
        _ before: Cell, _ after: Cell, _ body: (Int64, StatusDifference.EvidenceDifference) throws -> Void
    ) throws {
        // One person after the other: the statuses of a revision lie in the order of registrations.
        let query = """
            SELECT a.registration, e.revision = ?1, c.kind, coalesce(c.period, ''), coalesce(c."values", ''), c.grade
            FROM statuses a
            CROSS JOIN statuses b ON b.revision = ?2 AND b.registration = a.registration
            CROSS JOIN evidence e ON e.revision IN (?1, ?2) AND e.registration = a.registration
            CROSS JOIN records c ON c.registration = e.registration AND c.fingerprint = e.record
            WHERE a.revision = ?1 AND a.status <> b.status AND c.kind <> 'relative' ORDER BY a.registration
            """
        var (comparison, last) = (RecordComparison(), nil as Int64?)
        try forEach(query, [before, after]) { row in
            let registration = row.integer(0)
            if let last, last != registration {
                try body(last, comparison.difference)
                comparison = RecordComparison()
            }
            comparison.add(row, from: 2, isBefore: row.flag(1))
            last = registration
        }
        if let last { try body(last, comparison.difference) }
    }
}
