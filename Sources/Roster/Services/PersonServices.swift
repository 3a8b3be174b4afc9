/// What a month finds of one person beside the status: registration, difficulty, help, time limits, allowance.
package struct PersonServices: Sendable, Codable, Equatable {
    package var eligibility: [EligibilityTest] = []
    package var difficulty: [DifficultyFinding] = []
    package var help: [HelpCount] = []
    package var deadlines: [ActDeadline] = []
    package var allowance: [AllowanceYear] = []

    /// Nothing.
    package init() {}

    /// Nothing is found.
    package var isEmpty: Bool { self == PersonServices() }
}
