package import Roster

/// Everything known about one registered person when a month is decided.
package struct PersonCase: Sendable {
    package var registration: Registration
    /// All records linked to the person, in any order: the decision does not depend on it.
    package var evidence: [Evidence]
    package var history: PersonHistory
    /// The roster itself shows two IDs or names for the registration.
    package var hasIdentityConflict: Bool
    /// Records can be matched to the person by ID.
    package var hasUsableID: Bool
    /// Another valid registration of the person was put aside.
    package var hasOtherRegistration = false
    /// The households whose books name the person.
    package var households: [Household] = []

    /// A case; whether the ID is usable is read from the registration unless the caller knows better (an over-used one).
    package init(
        registration: Registration, evidence: [Evidence] = [], history: PersonHistory = PersonHistory(),
        hasIdentityConflict: Bool = false, hasUsableID: Bool? = nil
    ) {
        self.registration = registration
        self.evidence = evidence
        self.history = history
        self.hasIdentityConflict = hasIdentityConflict
        self.hasUsableID = hasUsableID ?? (registration.id.number != nil)
    }
}
