import Roster

extension ServiceReading {
    /// The conditions of a registration of the month; none for older registrations.
    func tests(under policy: EligibilityPolicy) -> [EligibilityTest] {
        guard registration.registeredOn.month == frame.month else { return [] }
        return policy.conditions.map { test($0, under: policy) }
    }

    private func test(_ condition: EligibilityCondition, under policy: EligibilityPolicy) -> EligibilityTest {
        switch condition {
        case .age:
            let age = row.birthDate.map { $0.completedYears(at: registration.registeredOn) }
            return EligibilityTest(.age, TestResult(age.map { $0 >= policy.leastAge }))
        case .pension: return test(.pension, by: references(of: .pension), of: .pension)
        case .business: return test(.business, by: activeBusinesses, of: .business)
        case .duplicate:
            let isKnown = reading.personCase.hasUsableID
            return EligibilityTest(
                .duplicate, TestResult(isKnown ? !reading.personCase.hasOtherRegistration : nil))
        }
    }

    /// Fails by what speaks against it; passes without that only if the person could be compared with the source.
    private func test(
        _ condition: EligibilityCondition, by against: [RecordReference], of kind: SourceKind
    ) -> EligibilityTest {
        if !against.isEmpty { return EligibilityTest(condition, .fail, evidence: against) }
        let isComparable = reading.personCase.hasUsableID && !frame.absentKinds.contains(kind)
        return EligibilityTest(condition, TestResult(isComparable ? true : nil))
    }

    private func references(of claim: Claim) -> [RecordReference] {
        reading.showing.filter { reading.assessments[$0].claim == claim }
            .sorted { reading.isBetter($0, than: $1) }
            .map { reading.personCase.evidence[$0].reference }
    }

    /// Businesses of one's own that weigh fully at the end of the month.
    private var activeBusinesses: [RecordReference] {
        let evidence = reading.personCase.evidence
        return reading.showing.filter { index in
            guard case .business = evidence[index].observation else { return false }
            return reading.assessments[index].weight == .strong
        }
        .sorted { reading.isBetter($0, than: $1) }
        .map { evidence[$0].reference }
    }
}
