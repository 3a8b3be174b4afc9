import Digest
import Roster

extension Ledger {
    /// What in the ledger does not agree with the digests that were made when it was written: by month, revision, table
    /// and person; empty if all agrees.
    ///
    /// Every revision's rows are read and their digests made again. Whoever can write the file can make digests too: edits
    /// that recompute the whole chain are found only by a chain head kept elsewhere, as in the months' manifests.
    package func faults() throws -> [LedgerFault] {
        try connection.read { session in
            let schema = try session.schemaFaults()
            do {
                return try schema + connection.read { try $0.rowFaults() }
            } catch let error as LedgerError where error.kind == .damaged && !schema.isEmpty {
                // Without a table or column nothing else can be read.
                return schema
            }
        }
    }
}

extension Session {
    /// What does not agree in the tables' rows.
    fileprivate func rowFaults() throws -> [LedgerFault] {
        let files = try FileNames(in: self)
        var faults = try StoredRevision.faults(in: self)
        var heads: [Month: Set<String>] = [:]
        for stored in try StoredRevision.all(in: self) {
            faults += try Verifier(session: self, files: files, revision: stored).faults(after: heads)
            heads[stored.month, default: []].insert(stored.chain)
        }
        return try faults + currentFaults() + gapFaults() + orphanFaults() + HandsVerifier(session: self).faults()
    }

    /// The revision that counts is always the month's last.
    fileprivate func currentFaults() throws -> [LedgerFault] {
        let query = """
            SELECT m.month, coalesce(v.number, 0) FROM months m LEFT JOIN revisions v ON v.id = m.revision AND v.month = m.month
            WHERE v.number IS NOT (SELECT max(number) FROM revisions w WHERE w.month = m.month) ORDER BY m.month
            """
        return try all(query) { row in
            LedgerFault(.current, month: Month(stored: row.integer(0)), revision: Int(row.integer(1)), table: "months")
        }
    }
}

extension Session {
    /// Every month has a revision, and all up to its last.
    fileprivate func gapFaults() throws -> [LedgerFault] {
        let query = """
            WITH m AS (SELECT month FROM months UNION SELECT month FROM revisions)
            SELECT m.month, coalesce(max(v.number), 0) FROM m LEFT JOIN revisions v ON v.month = m.month GROUP BY m.month
            HAVING max(v.number) IS NOT count(v.number) OR m.month NOT IN (SELECT month FROM months) ORDER BY m.month
            """
        return try all(query) { row in
            LedgerFault(.gap, month: Month(stored: row.integer(0)), revision: Int(row.integer(1)), table: "months")
        }
    }
}

extension Session {
    /// Tables with rows of revisions that are not there.
    fileprivate func orphanFaults() throws -> [LedgerFault] {
        try CanonicalQuery.allCases.filter { table in
            // From one revision to the next by the key, not by reading all rows.
            let query = """
                WITH RECURSIVE d(revision) AS (
                    SELECT min(revision) FROM \(table.tableName) UNION ALL
                    SELECT (SELECT min(t.revision) FROM \(table.tableName) t WHERE t.revision > d.revision) FROM d
                    WHERE d.revision IS NOT NULL)
                SELECT 1 FROM d WHERE revision NOT IN (SELECT id FROM revisions) LIMIT 1
                """
            return try first(query) { _ in true } ?? false
        }
        .map { LedgerFault(.table, table: $0.rawValue) }
    }
}

/// What a revision says of itself.
private struct StoredRevision {
    let key: Int64
    let month: Month
    let number: Int
    let identity: String
    let previousChain: String
    /// In the order of `CanonicalQuery`.
    let digests: [String]
    let chain: String
    let people: Int
    let published: String
    let manifest: String
    let intakes: String
    let pipeline: Cell

    /// The months that can be read.
    private static let hasMonth = "month BETWEEN 12 AND 119999"

    /// Those whose month can't be read: it was tampered with.
    static func faults(in session: Session) throws -> [LedgerFault] {
        try session.all("SELECT number FROM revisions WHERE NOT \(hasMonth) ORDER BY month, number") {
            LedgerFault(.chain, revision: Int($0.integer(0)), table: "revisions")
        }
    }

    static func all(in session: Session) throws -> [StoredRevision] {
        try session.all(
            """
            SELECT id, month, number, identity, previous_chain, chain, people, published, manifest, pipeline, intakes,
                \(CanonicalQuery.allCases.map(\.digestColumn).joined(separator: ", "))
            FROM revisions WHERE \(hasMonth) ORDER BY month, number
            """
        ) { row in
            StoredRevision(
                key: row.integer(0), month: try row.requiredMonth(1),
                number: Int(row.integer(2)), identity: row.text(3), previousChain: row.text(4),
                digests: CanonicalQuery.allCases.indices.map { row.text(11 + $0) }, chain: row.text(5),
                people: Int(row.integer(6)), published: row.text(7), manifest: row.text(8),
                intakes: row.text(10), pipeline: .integer(row.integer(9)))
        }
    }
}

/// Holds one revision against its digests.
private struct Verifier {
    let session: Session
    let files: FileNames
    let revision: StoredRevision

    /// What does not agree; `heads` are the chain heads of earlier months.
    func faults(after heads: [Month: Set<String>]) throws -> [LedgerFault] {
        var faults: [LedgerFault] = []
        for (table, digest) in zip(CanonicalQuery.allCases, revision.digests) {
            faults += try self.faults(in: table, digest: digest)
        }
        let isSealed = try RowSeals.revisions.holds(.integer(revision.key), in: session)
        if try !isSealed || !holds(agreesWithChain) || !holds(keepsItsTexts) { faults.append(fault(.chain)) }
        let earlier = heads.filter { $0.key < revision.month }.values
        if !revision.previousChain.isEmpty, !earlier.contains(where: { $0.contains(revision.previousChain) }) {
            faults.append(fault(.previous))
        }
        if try !hasIntakes() { faults.append(fault(.intake, table: "intakes")) }
        return faults
    }

    /// Whether the last intake before the revision is still there.
    private func hasIntakes() throws -> Bool {
        guard !revision.intakes.isEmpty else { return true }
        return try session.first("SELECT 1 FROM intakes WHERE chain = ?", [.text(revision.intakes)]) { _ in true }
            ?? false
    }

    private func fault(_ kind: LedgerFault.Kind, table: String = "", of number: String = "", row: Int = 0)
        -> LedgerFault
    {
        LedgerFault(
            kind, month: revision.month, revision: revision.number, table: table, registrationNumber: number, row: row)
    }

    /// The rows of a table that differ from their seals; else the table itself, if its digest differs.
    private func faults(in table: CanonicalQuery, digest: String) throws -> [LedgerFault] {
        var faults: [LedgerFault] = []
        var builder = DigestBuilder()
        var (rows, last, ordinal) = (0, "", 0)
        try session.forEach(table.sealedSQL, [.integer(revision.key)]) { row in
            let count = row.count - table.columnsBehind
            let stored = (0..<count).map(row.cell)
            let cells =
                table == .statuses ? try canonical(stored, references: row.optionalText(count - 1)) : stored
            var serializer = RowSerializer()
            let seal = cells.map { serializer.row($0) }
            builder.update(serializer.bytes)
            let number = row.text(table == .changes ? 1 : 0)
            ordinal = number == last ? ordinal + 1 : 1
            (last, rows) = (number, rows + 1)
            let isInPlace = table != .evidence || row.integer(count + 1) == Int64(ordinal)
            if table.hasSeals, row.integer(count) != seal || !isInPlace {
                faults.append(fault(.row, table: table.rawValue, of: number, row: ordinal))
            }
        }
        // A revision of before there was the table has no rows there.
        let isKept = digest.isEmpty ? rows == 0 : builder.finalize().description == digest
        let agrees = isKept && (table != .statuses || rows == revision.people)
        return faults.isEmpty && !agrees ? [fault(.table, table: table.rawValue)] : faults
    }

    /// Whether a test holds; a text that can't be read was tampered with.
    private func holds(_ test: () throws -> Bool) throws -> Bool {
        do { return try test() } catch let error as LedgerError where error.kind == .unreadableRow { return false }
    }

    /// The cells of a status in canonical form; `nil` if its references can't be read.
    private func canonical(_ cells: [Cell], references: String?) throws -> [Cell]? {
        var cells = cells
        let isReadable = try holds {
            cells[cells.count - 1] = StatusCells.evidence(try files.references(references))
            return true
        }
        return isReadable ? cells : nil
    }

    private func agreesWithChain() throws -> Bool {
        let head = ChainHead(
            previous: try revision.previousChain.isEmpty
                ? nil : StoredWord.digest(revision.previousChain, column: "previous_chain"),
            month: revision.month, identity: try StoredWord.digest(revision.identity, column: "identity"),
            tables: try revision.digests.map { try $0.isEmpty ? nil : StoredWord.digest($0, column: "digest") },
            intakes: revision.intakes)
        return head.digest.description == revision.chain
    }

    /// Whether manifest and pipeline are those whose digests were kept.
    private func keepsItsTexts() throws -> Bool {
        _ = try StoredWord.digest(revision.published, column: "published")
        let hasManifest =
            revision.manifest.isEmpty || ContentDigest(of: revision.manifest).description == revision.published
        guard hasManifest, let pipeline = try KeptPipeline(revision.pipeline, in: session) else { return false }
        let digest = try session.first("SELECT digest FROM pipelines WHERE id = ?", [revision.pipeline]) { $0.text(0) }
        return pipeline.digest.description == digest
    }
}
