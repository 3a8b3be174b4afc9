package import Roster

/// Which contradictions are looked for, and by what.
package struct ConflictPolicy: Sendable, Equatable {
    /// The reasons for verification that are raised; the others are not looked for.
    package var reasons: [VerificationReason]
    /// Weights of evidence that contradict an answer "still unemployed".
    package var contradictingWeights: [EvidenceWeight]
    /// Contributions of these kinds for a month after that of a death are signs of life.
    package var signOfLife: ContributionPattern
    /// Kinds of support that imply no ability to work.
    package var unableKinds: [LowIncomeKind]
    /// Grades of link at which such support counts.
    package var unableGrades: [MatchGrade]

    package init(
        reasons: [VerificationReason] = [], contradictingWeights: [EvidenceWeight] = [.conclusive, .strong],
        signOfLife: ContributionPattern = ContributionPattern(), unableKinds: [LowIncomeKind] = [],
        unableGrades: [MatchGrade] = [.a, .b, .d]
    ) {
        self.reasons = reasons
        self.contradictingWeights = contradictingWeights
        self.signOfLife = signOfLife
        self.unableKinds = unableKinds
        self.unableGrades = unableGrades
    }
}

/// How the low-income column is filled.
package struct LowIncomePolicy: Sendable, Equatable {
    /// Grades of link that count.
    package var grades: [MatchGrade]

    package init(grades: [MatchGrade] = [.a, .b]) {
        self.grades = grades
    }
}
