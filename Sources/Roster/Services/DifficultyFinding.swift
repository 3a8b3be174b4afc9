/// One category of people who find work hard to get, for one person: a line of `difficulty.csv`.
package struct DifficultyFinding: Sendable, Codable, Hashable {
    /// `01`–`12`.
    package var category: String
    package var kind: Kind
    /// Grade of the link that shows it; `nil` where no record does.
    package var grade: MatchGrade?
    /// `E01`–`E11`; empty but for exits.
    package var exitGround: String
    /// Since when it is so; `nil` where no date tells.
    package var since: Day?
    /// What a candidate still has to bring.
    package var documents: [String]
    /// Region code of the town or county whose office takes the application; empty but for candidates.
    package var office: String

    /// What is found of a category.
    package enum Kind: String, CaseIterable, Hashable, Sendable, Codable {
        /// Meets it, and is not recognised.
        case candidate
        /// Is recognised, and nothing speaks against it.
        case recognised
        /// Is recognised, and no longer qualifies.
        case exit
    }

    package init(
        category: String, kind: Kind, grade: MatchGrade? = nil, exitGround: String = "", since: Day? = nil,
        documents: [String] = [], office: String = ""
    ) {
        self.category = category
        self.kind = kind
        self.grade = grade
        self.exitGround = exitGround
        self.since = since
        self.documents = documents
        self.office = office
    }
}
