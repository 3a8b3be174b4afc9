import Roster

/// A category that a person meets now.
struct CategoryFinding {
    let category: DifficultyCategory
    let support: CategorySupport
}

/// What shows that a condition of a category holds.
struct CategorySupport {
    /// Since when; `nil` where no date tells.
    var since: Day?
    /// The grade of the link, the worst of several; `nil` where no record shows it.
    var grade: MatchGrade?

    /// Both hold: since the later, as surely as the less sure.
    func and(_ other: CategorySupport) -> CategorySupport {
        CategorySupport(since: [since, other.since].compactMap { $0 }.max(), grade: worse(grade, other.grade))
    }

    private func worse(_ left: MatchGrade?, _ right: MatchGrade?) -> MatchGrade? {
        [left, right].compactMap { $0 }.max()
    }
}

extension ServiceReading {
    /// The categories that the person meets now, in their order; none for people who can't be candidates.
    func categoriesMet() -> [CategoryFinding] {
        guard let policy = policy.difficulty, isPossibleCandidate(under: policy) else { return [] }
        return policy.categories.filter { $0.isInForce(on: lastDay) }.compactMap { category in
            support(for: category.condition).map { CategoryFinding(category: category, support: $0) }
        }
    }

    /// Out of work by status, registered in the province, of working age.
    func isPossibleCandidate(under policy: DifficultyPolicy) -> Bool {
        guard policy.statuses.contains(row.status), let sex = row.sex, let birth = row.birthDate else { return false }
        return registration.details.householdRegion.hasPrefix(policy.regionPrefix)
            && frame.isWorkingAge(sex: sex, birth: birth)
    }

    /// What shows that a condition holds; `nil` if it does not.
    func support(for condition: CategoryCondition) -> CategorySupport? {
        switch condition {
        case .all(let parts): supportForAll(parts)
        case .any(let parts): parts.lazy.compactMap { self.support(for: $0) }.first
        case .age(let male, let female): age(male: male, female: female)
        case .certificate(let grades): certificate(of: grades)
        case .lowIncome(let kinds): lowIncome(of: kinds)
        case .household(let test): household(test)
        case .roster(let names): entry(in: names)
        case .registeredFor(let months): reached(registration.registeredOn.adding(months: months))
        case .unemployedFor(let months): unemployed(for: months)
        case .retirementWithin(let months): retirement(within: months)
        }
    }

    private func supportForAll(_ parts: [CategoryCondition]) -> CategorySupport? {
        var whole = CategorySupport()
        for part in parts {
            guard let support = support(for: part) else { return nil }
            whole = whole.and(support)
        }
        return whole
    }

    private func reached(_ day: Day) -> CategorySupport? {
        day <= lastDay ? CategorySupport(since: day) : nil
    }
}

extension ServiceReading {
    private func age(male: Int, female: Int) -> CategorySupport? {
        guard let sex = row.sex, let birth = row.birthDate else { return nil }
        return reached(birth.birthday(sex == .male ? male : female))
    }

    private func certificate(of grades: [Int]) -> CategorySupport? {
        let found = records.certificates.filter { $0.certificate.isInForce(on: lastDay, ofGrade: grades) }
        return found.first.map { CategorySupport(since: $0.certificate.issuedOn, grade: grade(of: $0.index)) }
    }

    private func lowIncome(of kinds: [LowIncomeKind]) -> CategorySupport? {
        let found = reading.dossier.lowIncome.filter { membership, grade in
            frame.policy.lowIncome.grades.contains(grade) && kinds.contains(membership.kind)
                && membership.isInForce(in: frame.month)
        }
        guard let grade = found.map(\.grade).min() else { return nil }
        return CategorySupport(since: found.compactMap { $0.membership.since?.firstDay }.min(), grade: grade)
    }

    private func household(_ test: HouseholdTest) -> CategorySupport? {
        let found = reading.personCase.households.contains { $0.judged(by: test) == .withoutWork }
        return found ? CategorySupport(grade: householdGrade) : nil
    }

    private var householdGrade: MatchGrade? {
        reading.personCase.evidence.filter { piece in
            if case .household = piece.observation { piece.grade.decides } else { false }
        }.map(\.grade).min()
    }

    private func entry(in rosters: [String]) -> CategorySupport? {
        let found = records.entries.filter { rosters.contains($0.entry.category) && $0.entry.holds(on: lastDay) }
        guard let grade = found.map({ grade(of: $0.index) }).min() else { return nil }
        return CategorySupport(since: found.compactMap(\.entry.recognisedOn).min(), grade: grade)
    }

    private func unemployed(for months: Int) -> CategorySupport? {
        guard lastWorkedIn == nil else { return nil }
        let countsFromRegistration = policy.difficulty?.countsFromRegistration ?? true
        let earlier = countsFromRegistration ? nil : registration.details.unemployedOn
        return reached(min(registration.registeredOn, earlier ?? registration.registeredOn).adding(months: months))
    }

    private func retirement(within months: Int) -> CategorySupport? {
        guard let sex = row.sex, let birth = row.birthDate,
            let last = frame.lastRetirementMonth(sex: sex, birth: birth)
        else { return nil }
        return frame.month.months(to: last) <= months ? CategorySupport(since: last.adding(-months).firstDay) : nil
    }

    private func grade(of index: Int) -> MatchGrade { reading.personCase.evidence[index].grade }
}
