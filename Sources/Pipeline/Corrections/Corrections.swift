import Decisions
import Ledger
import Roster

/// Decides closed months again for people of whom something came too late, from what the ledger kept and what came.
///
/// Closed months stay as they are: a status that differs is a change of the month that is run.
final class Corrections {
    private let ledger: Ledger
    private let definition: PipelineDefinition
    private let month: Month
    private var redecisions: [Month: Redecision] = [:]
    /// All of them so far, in the order of registration numbers.
    private(set) var all: [ChangeRow] = []

    init(_ ledger: Ledger, _ definition: PipelineDefinition, month: Month) {
        (self.ledger, self.definition, self.month) = (ledger, definition, month)
    }

    /// The corrections that late records make, in their order.
    func corrections(_ late: [LateRecords]) throws -> [ChangeRow] {
        let found = try late.compactMap(correction)
        all += found
        return found
    }

    private func correction(_ late: LateRecords) throws -> ChangeRow? {
        let number = late.registrationNumber
        guard let trail = try ledger.trail(of: number, in: late.month) else { return nil }
        let redecision = try redecision(of: late.month)
        let history = try ledger.personHistory(before: late.month, of: number, by: .closing)
        guard var personCase = redecision.personCase(trail, history: history) else { return nil }
        // Where other rules would have decided otherwise, that is no news of the person.
        guard redecision.decide(personCase).status == trail.row.status else { return nil }
        personCase.history.surveys = try ledger.personHistory(before: late.month, of: number).surveys
        personCase.evidence += late.evidence
        let row = redecision.decide(personCase)
        let earlier = try ledger.corrections(of: number, in: late.month, before: month).last?.newStatus
        let old = earlier ?? trail.row.status
        guard row.status != old else { return nil }
        return change(row, from: old, trail.row, late)
    }

    private func change(_ row: LedgerRow, from old: StatusCode, _ closed: LedgerRow, _ late: LateRecords) -> ChangeRow {
        let news = late.evidence.filter { row.evidence.contains($0.reference) }
        let isTold = news.allSatisfy { piece in
            if case .survey = piece.observation { true } else { false }
        }
        var change = ChangeRow(
            month: month, registrationNumber: late.registrationNumber, change: .corrected,
            cause: isTold && row.rule != closed.rule && !news.isEmpty || late.evidence.isEmpty ? "survey" : "data")
        change.previousEvidence = closed.evidence.map(\.description)
        change.evidence = row.evidence.map(\.description)
        (change.correctedMonth, change.oldStatus, change.newStatus) = (late.month, old, row.status)
        return change
    }

    private func redecision(of month: Month) throws -> Redecision {
        if let known = redecisions[month] { return known }
        let made = try Redecision(
            definition, month: month, manifest: try Manifest.kept(try ledger.version(of: month).manifest))
        redecisions[month] = made
        return made
    }
}
