import Roster

extension PersonContributions {
    /// A contribution that shows a job or a business of one's own with full weight in its own period.
    func isStrong(_ contribution: Contribution) -> Bool {
        let assessment = assess(contribution, trusted: true, asOf: contribution.period)
        return assessment.weight == .strong && (assessment.claim == .employer || assessment.claim == .ownBusiness)
    }

    /// The strong and the paid months of employers up to the month decided, by month and employer, for the ledger to
    /// remember.
    func employerMonths() -> [EmployerMonth] {
        var months: [EmployerMonth] = []
        for entry in entries where entry.isTrusted && entry.contribution.period <= frame.month {
            let contribution = entry.contribution
            let strong = isStrong(contribution)
            let paid = isPaidMonth(contribution)
            guard strong || paid else { continue }
            add(
                EmployerMonth(
                    month: contribution.period, employerKey: contribution.employer.key,
                    employerName: contribution.employer.name, isStrong: strong, isPaid: paid), to: &months)
        }
        return months.sorted { left, right in
            if left.month != right.month { return left.month < right.month }
            return left.employerKey.precedesBytewise(right.employerKey) ?? false
        }
    }

    private func add(_ new: EmployerMonth, to months: inout [EmployerMonth]) {
        guard let place = months.firstIndex(where: { $0.month == new.month && $0.employerKey == new.employerKey })
        else {
            months.append(new)
            return
        }
        months[place].isStrong = months[place].isStrong || new.isStrong
        months[place].isPaid = months[place].isPaid || new.isPaid
        if new.employerName.precedesBytewise(months[place].employerName) == true {
            months[place].employerName = new.employerName
        }
    }
}
