import Roster

extension PersonCase {
    /// The latest contact known, registration included: on the roster, in the ledger, an answered survey, a completed
    /// service. A comparison is no contact; a contact after the end of the month counts.
    func lastContactOn(under policy: ContactPolicy) -> Day {
        var latest = registration.registeredOn
        for day in [registration.lastContactOn, history.lastContactOn] {
            if let day { latest = max(latest, day) }
        }
        for answer in history.surveys where !policy.missedOutcomes.contains(answer.outcome) {
            latest = max(latest, answer.answeredOn)
        }
        for piece in evidence where piece.grade.decides {
            if let day = piece.observation.contactDay(under: policy) { latest = max(latest, day) }
        }
        return latest
    }

    /// The registration's last valid day: as the roster says, else by the last contact.
    func validUntil(under policy: ContactPolicy) -> Day {
        registration.validUntil ?? lastContactOn(under: policy).adding(months: policy.defaultValidityMonths)
    }
}

extension Observation {
    /// The day on which the record shows contact with the person, or `nil`.
    fileprivate func contactDay(under policy: ContactPolicy) -> Day? {
        switch self {
        case .survey(let answer): policy.missedOutcomes.contains(answer.outcome) ? nil : answer.answeredOn
        case .service(let service): service.completedOn
        default: nil
        }
    }
}
