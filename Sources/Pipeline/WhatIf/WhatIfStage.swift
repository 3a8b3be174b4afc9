import Decisions
import Matching
import Reports
import Roster

/// Decides a month's people twice, under two policies, and lists what differs. Nothing is written.
struct WhatIfStage: Sendable {
    let month: Month
    let now: DecisionEngine
    let then: DecisionEngine
    let window: OrderedWindow

    /// What differs of people, by registration number, and how many of them there are now.
    func differences(
        _ roster: MonthRoster, _ evidence: MonthEvidence
    ) async throws -> (people: Int, lines: [LineDifference]) {
        let first = try await side(now, roster, evidence)
        let second = try await side(then, roster, evidence)
        var people = 0
        var lines: [LineDifference] = []
        try await window.runSlots(
            roster.registrations.count,
            work: { slots -> (Int, [LineDifference]) in
                let part = try evidence.of(slots: slots)
                let found = slots.flatMap { differences(of: $0, roster, part, first, second) }
                return (slots.count { !first.lapsed.contains($0) }, found)
            },
            take: { (found: (Int, [LineDifference])) in
                people += found.0
                lines += found.1
            })
        return (people, lines)
    }

    /// One of the two policies with what it makes of households and of who is in the month.
    private struct Side: Sendable {
        let engine: DecisionEngine
        let households: MonthHouseholds
        let lapsed: Set<Int>
    }

    private func side(
        _ engine: DecisionEngine, _ roster: MonthRoster, _ evidence: MonthEvidence
    ) async throws -> Side {
        var roster = roster
        try roster.leaveOutLapsed(evidence, engine: engine)
        let households = try await MonthHouseholds.judging(
            evidence.books, roster, evidence, engine: engine, window: window)
        return Side(engine: engine, households: households, lapsed: roster.lapsed)
    }

    private func differences(
        of slot: Int, _ roster: MonthRoster, _ evidence: MonthEvidence, _ first: Side, _ second: Side
    ) -> [LineDifference] {
        let (now, then) = (decision(of: slot, roster, evidence, first), decision(of: slot, roster, evidence, second))
        let number = roster.registrations[slot].registrationNumber
        return LedgerRow.differences(now?.row, then?.row)
            + PersonServices.differences(
                now?.services ?? PersonServices(), then?.services ?? PersonServices(), of: number, in: month)
    }

    private func decision(
        of slot: Int, _ roster: MonthRoster, _ evidence: MonthEvidence, _ side: Side
    ) -> Decision? {
        if side.lapsed.contains(slot) { return nil }
        return side.engine.decide(roster.personCase(slot, evidence, side.households), parts: [])
    }
}

extension LoanPolicy {
    /// What differs between the judgements of two policies, by application; `nil` judges none.
    static func differences(
        _ now: LoanPolicy?, _ then: LoanPolicy?, of loans: [PlacedLoan], in month: Month
    ) -> [LineDifference] {
        loans.inOrder.flatMap { placed in
            LoanRow.differences(
                now.map { LoanRow(month: month, judgement: $0.judge(placed.loan, id: placed.id)) },
                then.map { LoanRow(month: month, judgement: $0.judge(placed.loan, id: placed.id)) })
        }
    }
}
