package import Roster

/// Whose record it is, and how surely.
package struct Link: Sendable, Codable, Hashable {
    package var slot: PersonSlot
    package var grade: MatchGrade
    /// The record names the registration, but its ID or name contradicts it.
    package var contradictsIdentity: Bool

    package init(slot: PersonSlot, grade: MatchGrade, contradictsIdentity: Bool = false) {
        self.slot = slot
        self.grade = grade
        self.contradictsIdentity = contradictsIdentity
    }
}

/// Whether the records of a source carry names.
package enum SourceNaming: Sendable, Codable, Hashable {
    /// There is a column for names: an empty one is a doubt.
    case named
    /// There is none: a link by ID number alone stays grade C.
    case unnamed
    /// Declared nameless: without a name, the ID number alone gives grade A.
    case declaredNameless
}
