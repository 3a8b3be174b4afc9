package import Roster

/// A status that rules can give.
package struct StatusDefinition: Sendable, Equatable {
    package var code: StatusCode
    /// The word for it in people's files, `单位就业`.
    package var label: String
    package var standing: StatusStanding
    /// The person still counts as someone to look after: only these get the reasons that ask for contact.
    package var isOpen: Bool
    /// What arriving here from another status is called. A status of standing `unemployed` is named by where the
    /// person comes from instead.
    package var arrival: ChangeKind

    package init(
        code: StatusCode, label: String, standing: StatusStanding, isOpen: Bool = false, arrival: ChangeKind = .left
    ) {
        self.code = code
        self.label = label
        self.standing = standing
        self.isOpen = isOpen
        self.arrival = arrival
    }
}

/// The kinds of status that changes tell apart.
package enum StatusStanding: String, CaseIterable, Hashable, Sendable, Codable {
    case unemployed
    /// Has work; from here to unemployed is `lost_job`.
    case working
    /// Weak signs of work; from here to unemployed is `cleared`.
    case suspected
    /// Nothing could be compared; from here to unemployed is `cleared`.
    case unverified
    /// The registration should end; from here to unemployed is `returned`.
    case ended
}
