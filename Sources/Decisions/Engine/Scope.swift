import Roster

extension DecisionEngine {
    /// Whether the registration belongs to the month: registered by its end, valid on its first day (where the roster
    /// gives no validity: by the last contact), and without a confirmed end before it.
    package func isInMonth(_ personCase: PersonCase) -> Bool {
        let registration = personCase.registration
        guard registration.registeredOn <= frame.lastDay else { return false }
        if let end = personCase.history.confirmedEnd, end < frame.firstDay, end >= registration.registeredOn {
            return false
        }
        if let valid = registration.validUntil { return valid >= frame.firstDay }
        let policy = frame.policy.contact
        let contact = personCase.lastContactOn(Dossier(personCase.evidence), under: policy)
        return contact.adding(months: policy.defaultValidityMonths) >= frame.firstDay
    }
}
