package import Digest
package import Roster

extension Ledger {
    /// Says which revision a run on this basis would record. Nothing is written.
    ///
    /// Throws `closed` for a closed month.
    package func plan(_ basis: RevisionBasis) throws -> RevisionPlan {
        try connection.read { try RevisionPlan(basis, in: $0) }
    }

    /// Opens the month's one transaction. Nobody else can write until the writer has committed or was abandoned.
    ///
    /// Throws `outdatedPlan` if something was recorded since the plan was made, or brought in since its basis was.
    package func beginMonth(_ plan: RevisionPlan) throws -> MonthWriter {
        guard access == .write else { throw LedgerError(.notWritable, path: path) }
        return try MonthWriter(plan, connection: connection)
    }

    /// Records a month in one go: people in ascending order of registration numbers, then the changes of those who are
    /// not among them. `publish` gets the chain head, finishes the folder and returns its digest. If anything throws,
    /// the ledger stays as it was. A plan that changes nothing writes nothing and returns the current revision.
    package func record(
        _ plan: RevisionPlan, people: some Sequence<PersonMonth>, otherChanges: [ChangeRow] = [],
        publish: (ContentDigest) throws -> ContentDigest
    ) throws -> Revision {
        if plan.isUnchanged, let current = plan.current { return current }
        let writer = try beginMonth(plan)
        var batch: [PersonMonth] = []
        for person in people {
            batch.append(person)
            guard batch.count == 1000 else { continue }
            try writer.append(PeopleRows(batch))
            batch.removeAll(keepingCapacity: true)
        }
        try writer.append(PeopleRows(batch))
        try writer.append(changes: otherChanges)
        return try writer.commit(published: try publish(try writer.seal()))
    }
}

extension RevisionPlan {
    /// The plan that holds in the ledger as it is.
    init(_ basis: RevisionBasis, in session: Session) throws {
        let isClosed = try session.first(
            "SELECT closed_at IS NOT NULL FROM months WHERE month = ?", [Cell(basis.month.index)]
        ) { $0.flag(0) }
        guard isClosed != true else { throw LedgerError(.closed, path: "", detail: basis.month.description) }
        let months = try Revision.all(in: session)
        let earlier = months.filter { $0.month < basis.month }
        let current = months.first { $0.month == basis.month }
        let identity = RevisionPlan.identity(basis, after: earlier)
        self.basis = basis
        (self.current, self.identity) = (current, identity)
        previousChainHead = earlier.last?.chainHead
        number = (current?.number ?? 0) + (current?.identity == identity ? 0 : 1)
    }

    /// The plan of a month of which no ledger is kept: its only revision.
    package init(unrecorded basis: RevisionBasis) {
        self.basis = basis
        (number, current, previousChainHead) = (1, nil, nil)
        identity = RevisionPlan.identity(basis, after: [])
    }

    /// All earlier months count, not the last alone: its chain head does not show that a month before it was run
    /// again.
    private static func identity(_ basis: RevisionBasis, after earlier: [Revision]) -> ContentDigest {
        var parts = DigestParts("taizhang revision")
        parts.add("month", basis.month.description)
        parts.add("inputs", basis.inputs)
        parts.add("pipeline", basis.pipelineText)
        parts.add("program", basis.programVersion)
        for revision in earlier { parts.add(revision.month.description, revision.chainHead) }
        return parts.finalize()
    }
}
