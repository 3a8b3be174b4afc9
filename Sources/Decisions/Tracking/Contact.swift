import Roster

extension PersonCase {
    /// The latest contact known, registration included: on the roster, in the ledger, an answered survey, a completed
    /// service. A comparison is no contact; a contact after the end of the month counts.
    func lastContactOn(_ dossier: Dossier, under policy: ContactPolicy) -> Day {
        var latest = registration.registeredOn
        if let day = registration.lastContactOn { latest = max(latest, day) }
        if let day = history.lastContactOn { latest = max(latest, day) }
        for answer in history.surveys where !policy.missedOutcomes.contains(answer.outcome) {
            latest = max(latest, answer.answeredOn)
        }
        for heard in dossier.answers where !policy.missedOutcomes.contains(heard.answer.outcome) {
            latest = max(latest, heard.answer.answeredOn)
        }
        for service in dossier.services {
            if let day = service.completedOn { latest = max(latest, day) }
        }
        return latest
    }
}
