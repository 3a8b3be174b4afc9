package import Digest
package import Roster

/// Writes one month inside one transaction.
///
/// Order of calls: `append` people in batches, `append(changes:)`, `append(decisions:)`, `seal`, `commit`. Whatever
/// throws, and a writer that is dropped, leaves the ledger as it was. Not for use from two tasks at a time.
package final class MonthWriter {
    private enum State { case open, sealed, ended }

    private let plan: RevisionPlan
    private let connection: Connection
    private let revision: Int64
    private var rows: RowWriter
    private var state = State.open
    private var chainHead: ContentDigest?

    init(_ plan: RevisionPlan, connection: Connection) throws {
        self.plan = plan
        self.connection = connection
        (revision, rows) = try connection.perform { session in
            // Every key that is written was read from its table or made there; to look each up again costs as much as
            // to write the rows.
            try session.execute(script: "PRAGMA foreign_keys = OFF")
            do {
                try session.execute("BEGIN IMMEDIATE")
                let revision = try MonthWriter.prepare(plan, in: session)
                return (revision, try RowWriter(month: plan.basis.month, revision: revision, in: session))
            } catch {
                try MonthWriter.giveUp(session)
                throw error
            }
        }
    }

    deinit {
        guard state != .ended else { return }
        // Nothing was promised yet; if even this fails, closing the connection rolls back.
        _ = Result { try connection.perform(MonthWriter.giveUp) }
    }

    /// Adds people, in ascending order of registration numbers within and between batches.
    package func append(_ people: PeopleRows) throws {
        try step(.open) { session in try rows.write(people, in: session) }
    }

    /// Adds changes of those who are not in the month's ledger, in ascending order of registration numbers.
    package func append(changes: [ChangeRow]) throws {
        try step(.open) { session in try rows.write(changes, in: session) }
    }

    /// Adds the names of the month's towns, by code.
    package func append(towns: [String: String]) throws {
        try step(.open) { session in try rows.write(towns: towns, in: session) }
    }

    /// Keeps what people decided of links, after the people themselves.
    package func append(decisions: [DecidedLink]) throws {
        try step(.open) { session in try session.keep(decisions) }
    }

    /// Ends the rows and returns the chain head, which stands in the month's manifest.
    package func seal() throws -> ContentDigest {
        try step(.open) { session in
            let digests = rows.digests()
            let head = ChainHead(
                previous: plan.previousChainHead, month: plan.basis.month, identity: plan.identity, tables: digests,
                intakes: plan.basis.intakes
            ).digest
            try session.execute(
                """
                UPDATE revisions SET \(CanonicalQuery.allCases.map { "\($0.digestColumn) = ?" }.joined(separator: ", ")),
                    chain = ?, people = ?, intakes = ? WHERE id = ?
                """,
                digests.map { .text($0.description) } + [
                    .text(head.description), Cell(rows.people), .text(plan.basis.intakes), .integer(revision),
                ])
            (chainHead, state) = (head, .sealed)
            return head
        }
    }

    /// Makes the revision the month's current one, together with the manifest of the folder about to be published and
    /// its digest.
    ///
    /// - Parameter run: the name of the run that did it and when it began; `nil`: nobody asks.
    package func commit(
        published: ContentDigest, manifest: String = "", run: (name: String, startedAt: String)? = nil
    ) throws -> Revision {
        guard let chainHead else { throw notWritable }
        try step(.sealed) { session in
            try install(published, manifest, in: session)
            if let run {
                try session.execute(
                    "INSERT OR IGNORE INTO runs (run, revision, started_at) VALUES (?, ?, ?)",
                    [.text(run.name), .integer(revision), .text(run.startedAt)])
            }
            // A reader may be at work: the rows are worth waiting for.
            try session.execute(script: "PRAGMA busy_timeout = 60000")
            try session.execute("COMMIT")
            try session.execute(script: "PRAGMA busy_timeout = 2000; PRAGMA foreign_keys = ON")
            state = .ended
        }
        return Revision(
            month: plan.basis.month, number: plan.number, identity: plan.identity, chainHead: chainHead,
            published: published, people: rows.people, programVersion: plan.basis.programVersion)
    }

    /// Gives the month up: the ledger is as it was.
    package func abandon() throws {
        guard state != .ended else { return }
        state = .ended
        try connection.perform(MonthWriter.giveUp)
    }

    private static func giveUp(_ session: Session) throws {
        try session.rollBack()
        try session.execute(script: "PRAGMA busy_timeout = 2000; PRAGMA foreign_keys = ON")
    }

    private var notWritable: LedgerError { LedgerError(.notWritable, path: connection.path) }

    private func step<Value>(_ expected: State, _ body: (Session) throws -> Value) throws -> Value {
        guard state == expected else { throw notWritable }
        do {
            return try connection.perform(body)
        } catch {
            try abandon()
            throw error
        }
    }
}

extension MonthWriter {
    /// Makes the revision's row and returns its key.
    private static func prepare(_ plan: RevisionPlan, in session: Session) throws -> Int64 {
        let (basis, month) = (plan.basis, Cell(plan.basis.month.index))
        let now = try RevisionPlan(basis, in: session)
        let isSeen = try IntakeChain(session).head == basis.intakes
        guard isSeen, now.identity == plan.identity, now.number == plan.number, !now.isUnchanged else {
            throw LedgerError(.outdatedPlan, path: "", detail: basis.month.description)
        }
        let pipeline = try KeptPipeline(text: basis.pipelineText, files: basis.pipelineFiles).store(in: session)
        try session.execute("INSERT OR IGNORE INTO months (month) VALUES (?)", [month])
        try session.execute(
            """
            INSERT INTO revisions (month, number, identity, inputs, pipeline, program, previous_chain)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
            [
                month, Cell(plan.number), .text(plan.identity.description), .text(basis.inputs.description), pipeline,
                .text(basis.programVersion), .text(plan.previousChainHead?.description ?? ""),
            ])
        return session.lastInsertedRow
    }

    private func install(_ published: ContentDigest, _ manifest: String, in session: Session) throws {
        let month = plan.basis.month
        let replaced = try session.currentRevisionKey(of: month)
        try session.execute(
            "UPDATE revisions SET published = ?, manifest = ? WHERE id = ?",
            [.text(published.description), .text(manifest), .integer(revision)])
        try RowSeals.revisions.renew(.integer(revision), in: session)
        try session.execute("UPDATE months SET revision = ? WHERE month = ?", [.integer(revision), Cell(month.index)])
        guard let replaced else { return }
        try session.execute(
            """
            UPDATE registrations SET first_month =
                (SELECT min(m.month) FROM months m JOIN statuses s ON s.revision = m.revision AND s.registration = id)
            WHERE first_month = ? AND id IN (
                SELECT registration FROM statuses old WHERE revision = ? AND NOT EXISTS (
                    SELECT 1 FROM statuses WHERE revision = ? AND registration = old.registration))
            """, [Cell(month.index), .integer(replaced), .integer(revision)])
    }
}
