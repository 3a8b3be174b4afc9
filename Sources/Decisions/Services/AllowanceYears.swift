import Roster

extension ServiceReading {
    /// The years in which a training subsidy was applied for by the end of the month, as far as the allowance is owed or
    /// was paid in them.
    func years(under policy: AllowancePolicy) -> [AllowanceYear] {
        let applied = records.training.filter { $0.appliedOn.map { $0 <= lastDay } ?? false }
        let years = Dictionary(grouping: applied) { $0.appliedOn.map { $0.month.year } ?? 0 }
        return years.sorted { $0.key < $1.key }.compactMap { year($0.key, $0.value, policy) }
    }

    private func year(
        _ year: Int, _ certificates: [TrainingCertificate], _ policy: AllowancePolicy
    ) -> AllowanceYear? {
        let inTime = certificates.filter { $0.isAppliedFor(within: policy.applicationMonths) }
        let isOwed = inTime.contains { certificate in
            certificate.appliedOn.map { belongsToGroup(on: $0, policy) } ?? false
        }
        // An amount without a day of payment is granted, not paid.
        let paid = certificates.filter { $0.paidOn != nil }.compactMap(\.allowance).filter { $0.fen > 0 }
        guard isOwed || !paid.isEmpty else { return nil }
        let state: AllowanceYear.State =
            switch paid.count {
            case 0: .owedUnpaid
            case 1: isOwed ? .ok : inTime.isEmpty ? .paidNotOwed : .unknown
            default: .paidTwice
            }
        return AllowanceYear(
            year: year, isOwed: isOwed, paidCount: paid.count, paidAmount: paid.reduce(Money(fen: 0), +), state: state)
    }

    /// Whether the person belonged to a group that is owed the allowance.
    private func belongsToGroup(on day: Day, _ policy: AllowancePolicy) -> Bool {
        records.entries.contains { policy.rosters.contains($0.entry.category) && $0.entry.holds(on: day) }
            || policy.includesDisabled
                && records.certificates.contains { $0.certificate.isInForce(on: day, ofGrade: []) }
            || policy.includesRecognised && registration.recognition.map { $0.holds(on: day) } ?? false
            || reading.personCase.households.contains { $0.isRecognised(under: policy.householdCategories, on: day) }
    }
}

extension TrainingCertificate {
    fileprivate func isAppliedFor(within months: Int) -> Bool {
        appliedOn.map { $0 <= issuedOn.adding(months: months) } ?? false
    }
}

extension MemberStanding.Recognition {
    /// Whether the recognition counts on a day; one without a date does.
    func holds(on day: Day) -> Bool { on.map { $0 <= day } ?? true }
}

extension Household {
    /// Whether a member is recognised under one of the categories on a day.
    fileprivate func isRecognised(under categories: [String], on day: Day) -> Bool {
        members.contains { member in
            member.standing.recognition.map { categories.contains($0.category) && $0.holds(on: day) } ?? false
        }
    }
}
