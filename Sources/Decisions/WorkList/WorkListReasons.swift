import Roster

extension CaseReading {
    /// Why the person is on a work list, in the order of the reasons; only reasons that the policy gives.
    func workListReasons(for row: LedgerRow, laid: LaidOutcome) -> [WorkListReason] {
        var reasons: [WorkListReason] = []
        for reason in frame.workListReasons where applies(reason, to: row, laid) { reasons.append(reason) }
        return reasons
    }

    private func applies(_ reason: WorkListReason, to row: LedgerRow, _ laid: LaidOutcome) -> Bool {
        switch reason {
        case .conflict: row.verificationReasons.contains { $0 != .weakMatch }
        case .weakMatch: row.verificationReasons.contains(.weakMatch)
        case .suspected: laid.standing == .suspected
        case .notComparable: !row.isTracked
        case .lapsed, .contactDue, .expiring, .difficult, .retirementAge, .sample:
            laid.isOpen && appliesToOpen(reason, row)
        }
    }

    private func appliesToOpen(_ reason: WorkListReason, _ row: LedgerRow) -> Bool {
        switch reason {
        case .lapsed: jobLapsed
        case .contactDue: isContactDue
        case .expiring: isExpiring
        case .difficult: row.isRecognised && lastContactOn < frame.firstDay
        case .retirementAge: reachesRetirementAge(row)
        case .sample: isSampled(row)
        case .conflict, .weakMatch, .suspected, .notComparable: false
        }
    }

    private var isContactDue: Bool {
        lastContactOn.adding(months: frame.policy.contact.dueAfterMonths) <= frame.lastDay
    }

    private var isExpiring: Bool {
        let limit = frame.lastDay.adding(days: frame.policy.workList.expiringDays)
        return validUntil >= frame.lastDay && validUntil <= limit
    }

    private func reachesRetirementAge(_ row: LedgerRow) -> Bool {
        guard let sex = row.sex, let birth = row.birthDate?.month else { return false }
        return frame.policy.retirement.contains { $0.sex == sex && $0.retirementMonth(bornIn: birth) == frame.month }
    }
}
