import Roster

extension CaseReading {
    /// An employer insured the person with full weight last month, after the month of registration, and does not this
    /// month; and nobody has answered a survey since.
    var jobLapsed: Bool {
        let previous = frame.month.adding(-1)
        guard previous > contributions.registrationMonth, !wasAnswered else { return false }
        return hadJob(in: previous) && !hasJob
    }

    private func hadJob(in month: Month) -> Bool {
        contributions.remembered.contains { $0.isStrong && $0.month == month }
            || contributions.entries.contains { entry in
                entry.isTrusted && entry.contribution.period == month
                    && contributions.isStrong(entry.contribution)
            }
    }

    private var hasJob: Bool {
        contributions.entries.contains { entry in
            entry.isTrusted && entry.contribution.period == frame.month
                && contributions.isStrong(entry.contribution)
        }
    }
}
