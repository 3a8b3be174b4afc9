import Roster

/// Why a recognised person no longer qualifies, and since when.
struct RecognitionExit {
    let ground: String
    let since: Day?
}

extension ServiceReading {
    /// The first ground on which the recognised person no longer qualifies; `nil` if there is none.
    func exit(under policy: DifficultyPolicy) -> RecognitionExit? {
        for ground in policy.exits {
            if let start = start(of: ground.condition, under: policy) {
                return RecognitionExit(ground: ground.id, since: start.day)
            }
        }
        return nil
    }

    /// That a condition holds, and since when.
    private struct Start {
        var day: Day?
    }

    private func start(of condition: ExitCondition, under policy: DifficultyPolicy) -> Start? {
        switch condition {
        case .any(let parts): parts.lazy.compactMap { self.start(of: $0, under: policy) }.first
        case .decided(let rules, let statuses): decided(rules, statuses)
        case .pastWorkingAge: retired
        case .householdAtWork(let categories): householdAtWork(categories, policy)
        case .notShown(let categories): notShown(categories, policy)
        case .householdElsewhere: householdElsewhere(policy)
        }
    }

    private func decided(_ rules: [String], _ statuses: [StatusCode]) -> Start? {
        let holds =
            (rules.isEmpty || rules.contains(row.rule)) && (statuses.isEmpty || statuses.contains(row.status))
        return holds ? Start(day: row.effectiveDate) : nil
    }

    private var retired: Start? {
        guard let sex = row.sex, let birth = row.birthDate,
            let last = frame.lastRetirementMonth(sex: sex, birth: birth), last <= frame.month
        else { return nil }
        return Start(day: last.firstDay)
    }

    private func householdAtWork(_ categories: [String], _ policy: DifficultyPolicy) -> Start? {
        let recognised = registration.recognisedCategory
        guard categories.contains(recognised),
            let test = policy.category(recognised)?.condition.household
        else { return nil }
        let own = registration.id.number
        let isAtWork = reading.personCase.households.contains { $0.hasWorker(besides: own, under: test) }
        return isAtWork ? Start(day: frame.firstDay) : nil
    }

    /// The exports that would show the category came, the person can be found in them, and they do not show it.
    private func notShown(_ categories: [String], _ policy: DifficultyPolicy) -> Start? {
        let recognised = registration.recognisedCategory
        guard categories.contains(recognised), reading.personCase.hasUsableID,
            let condition = policy.category(recognised)?.condition,
            !condition.sources.contains(where: { frame.absentKinds.contains($0) }),
            support(for: condition) == nil
        else { return nil }
        return Start(day: lastShown(condition))
    }

    /// The day after the last certificate's end, where a certificate was asked for.
    private func lastShown(_ condition: CategoryCondition) -> Day? {
        guard condition.sources.contains(.disability) else { return nil }
        let ends = records.certificates.compactMap(\.certificate.validUntil)
        return ends.max().map { $0.adding(days: 1) }
    }

    private func householdElsewhere(_ policy: DifficultyPolicy) -> Start? {
        let moves = records.movesAway.filter { move in
            move.start <= lastDay && (move.end.map { $0 >= lastDay } ?? true)
        }
        if let first = moves.map(\.start).min() { return Start(day: first) }
        let region = registration.details.householdRegion
        return region.isEmpty || region.hasPrefix(policy.regionPrefix) ? nil : Start(day: nil)
    }
}

extension CategoryCondition {
    /// The kinds of source that show it.
    var sources: Set<SourceKind> {
        switch self {
        case .all(let parts), .any(let parts): parts.reduce(into: []) { $0.formUnion($1.sources) }
        case .certificate: [.disability]
        case .lowIncome: [.lowIncome]
        case .household: [.household]
        case .roster: [.category]
        case .age, .registeredFor, .unemployedFor, .retirementWithin: []
        }
    }
}
