/// One condition of a registration of the month: a line of `eligibility.csv`.
package struct EligibilityTest: Sendable, Codable, Hashable {
    package var condition: EligibilityCondition
    package var result: TestResult
    /// The records that speak against it.
    package var evidence: [RecordReference]

    package init(_ condition: EligibilityCondition, _ result: TestResult, evidence: [RecordReference] = []) {
        self.condition = condition
        self.result = result
        self.evidence = evidence
    }
}

/// What a registration asks for.
package enum EligibilityCondition: String, CaseIterable, Hashable, Sendable, Codable {
    /// Old enough on the day of registration.
    case age
    /// Draws no basic pension in the month.
    case pension
    /// Has no active business at the end of the month.
    case business
    /// Has no other valid registration.
    case duplicate
}
