import Decisions
import Ledger
import Reports
import Roster

/// People decided together: their rows for the ledger, and the lines of the machine files made of them.
struct DecidedBatch: Sendable {
    var people: [PersonMonth] = []
    /// The same as rows of the ledger, if one records them.
    var rows: PeopleRows?
    var phones: [String] = []
    var ledger = CSVText()
    var evidence = CSVText()
    var linkChanges: [LinkChange] = []
    /// What came too late for closed months.
    var late: [LateRecords] = []
    /// Changes of closed months that this makes, in the order of registration numbers.
    var corrections: [ChangeRow] = []
    var services = ServiceTexts()
    /// Of each of the people, in their order.
    var found: [PersonServices] = []
    /// One a projection of the pipeline.
    var projected: [ProjectedBatch]
    var summary: MonthSummary
}

/// Decides all people of a month, batch by batch, and hands them on in the order of registration numbers.
struct DecisionStage: Sendable {
    let engine: DecisionEngine
    let month: Month
    let revision: Int
    let outputs: OutputSwitches
    /// Whether a ledger records the people.
    let isRecorded: Bool
    /// `nil`: the month before is not known.
    let links: LinkComparison?
    /// `nil`: none that this month's files touch.
    let closed: ClosedMonths?
    let window: OrderedWindow

    /// Decides everybody and gives each batch to `take`, in order.
    func decide(
        _ roster: MonthRoster, _ evidence: MonthEvidence, _ households: MonthHouseholds,
        take: (DecidedBatch) async throws -> Void
    ) async throws {
        try await window.runSlots(
            roster.registrations.count,
            work: { slots in batch(slots, roster, try evidence.of(slots: slots), households) },
            take: take)
    }

    private func batch(
        _ slots: Range<Int>, _ roster: MonthRoster, _ evidence: MonthEvidence, _ households: MonthHouseholds
    ) -> DecidedBatch {
        var batch = DecidedBatch(
            projected: outputs.projections.map(ProjectedBatch.init), summary: MonthSummary(month: month))
        let (parts, keepsPeople) = (parts, keepsPeople)
        for slot in slots where !roster.lapsed.contains(slot) {
            let personCase = roster.personCase(slot, evidence, households)
            if let links, personCase.history.previousStatus != nil {
                batch.linkChanges += links.changes(
                    of: personCase.registration.registrationNumber, at: slot, personCase.evidence)
            }
            if let closed {
                batch.late += closed.lateRecords(personCase.registration.registrationNumber, personCase.evidence)
            }
            var decision = engine.decide(personCase, parts: parts)
            decision.row.revision = revision
            batch.append(decision, outputs)
            if keepsPeople { batch.keep(decision, phone: roster.registrations[slot].details.phone) }
        }
        if isRecorded { batch.rows = PeopleRows(batch.people) }
        if !areInFiles { (batch.people, batch.phones, batch.found) = ([], [], []) }
        return batch
    }

    /// The people themselves are asked for by the ledger, by workbooks and work lists, and by the list of changes.
    private var keepsPeople: Bool { isRecorded || areInFiles }

    /// People themselves go into files, beside the lines made of them.
    private var areInFiles: Bool {
        outputs.changes || outputs.workLists || outputs.ledgerWorkbook || outputs.serviceWorkbook
    }

    private var parts: DecisionParts {
        if isRecorded { return .all }
        var parts: DecisionParts = []
        if outputs.evidence { parts.insert(.evidence) }
        if outputs.changes { parts.insert(.change) }
        return parts
    }
}

extension DecidedBatch {
    fileprivate mutating func append(_ decision: Decision, _ outputs: OutputSwitches) {
        if outputs.people { LedgerRow.table.write(decision.row, to: &ledger) }
        if outputs.evidence { append(decision.evidence, of: decision.row) }
        for index in projected.indices { projected[index].append(decision.row) }
        summary.add(decision.row)
        summary.add(decision.services)
        if outputs.services { services.append(decision.services, of: decision.row) }
    }

    fileprivate mutating func keep(_ decision: Decision, phone: String) {
        phones.append(phone)
        found.append(decision.services)
        people.append(
            PersonMonth(
                row: decision.row, evidence: decision.evidence, employerMonths: decision.employerMonths,
                surveys: decision.answers, lastContactOn: decision.lastContactOn,
                lastWorkedIn: decision.lastWorkedIn, change: decision.change,
                listed: decision.row.workList.isEmpty
                    ? nil : ListedNote(phone: phone, help: decision.services.help)))
    }

    private mutating func append(_ assessed: [AssessedEvidence], of row: LedgerRow) {
        for piece in assessed {
            let line = EvidenceRow(month: row.month, registrationNumber: row.registrationNumber, assessed: piece)
            EvidenceRow.table.write(line, to: &evidence)
        }
    }
}
