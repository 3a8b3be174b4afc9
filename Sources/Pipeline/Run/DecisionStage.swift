import Decisions
import Ledger
import Reports
import Roster

/// People decided together: their rows for the ledger, and the lines of the machine files made of them.
struct DecidedBatch: Sendable {
    var people: [PersonMonth] = []
    var phones: [String] = []
    var ledger = CSVText()
    var evidence = CSVText()
    var summary: MonthSummary
}

/// Decides all people of a month, batch by batch, and hands them on in the order of registration numbers.
struct DecisionStage: Sendable {
    let engine: DecisionEngine
    let month: Month
    let revision: Int
    let window: OrderedWindow

    private static let batchSize = 500

    /// Decides everybody and gives each batch to `take`, in order.
    func decide(
        _ roster: MonthRoster, _ evidence: MonthEvidence, take: (DecidedBatch) async throws -> Void
    ) async throws {
        let count = roster.registrations.count
        var start = 0
        try await window.run(
            next: {
                guard start < count else { return nil }
                let slots = start..<min(start + DecisionStage.batchSize, count)
                start = slots.upperBound
                return slots
            },
            work: { slots in batch(slots, roster, evidence) },
            take: take)
    }

    private func batch(_ slots: Range<Int>, _ roster: MonthRoster, _ evidence: MonthEvidence) -> DecidedBatch {
        var batch = DecidedBatch(summary: MonthSummary(month: month))
        for slot in slots where !roster.lapsed.contains(slot) {
            var decision = engine.decide(roster.personCase(slot, evidence))
            decision.row.revision = revision
            batch.append(decision, registration: roster.registrations[slot])
        }
        return batch
    }
}

extension DecidedBatch {
    fileprivate mutating func append(_ decision: Decision, registration: Registration) {
        let row = decision.row
        LedgerRow.table.write(row, to: &ledger)
        for assessed in decision.evidence {
            let line = EvidenceRow(
                month: row.month, registrationNumber: row.registrationNumber, assessed: assessed)
            EvidenceRow.table.write(line, to: &evidence)
        }
        summary.add(row)
        phones.append(registration.phone)
        people.append(
            PersonMonth(
                row: row, evidence: decision.evidence, employerMonths: decision.employerMonths,
                surveys: decision.answers, lastContactOn: decision.lastContactOn, change: decision.change))
    }
}
