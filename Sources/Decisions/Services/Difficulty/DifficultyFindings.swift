import Roster

extension ServiceReading {
    /// The lines of `difficulty.csv`: of a recognised person whether the recognition still holds, of others the
    /// categories they could be recognised under. Who is called to leave a category may be a candidate for another.
    func findings(_ met: [CategoryFinding], under policy: DifficultyPolicy) -> [DifficultyFinding] {
        let recognised = registration.recognisedCategory
        guard !recognised.isEmpty else { return met.map { candidate($0, under: policy) } }
        guard let exit = exit(under: policy) else {
            let shown = met.first { $0.category.id == recognised }
            return [
                DifficultyFinding(
                    category: recognised, kind: .recognised, grade: shown?.support.grade,
                    since: recognitionDay(under: policy))
            ]
        }
        let line = DifficultyFinding(
            category: recognised, kind: .exit, exitGround: exit.ground, since: exit.since)
        return [line] + met.filter { $0.category.id != recognised }.map { candidate($0, under: policy) }
    }

    /// Since when the person is recognised: by the roster of registrations, else by that of the category.
    func recognitionDay(under policy: DifficultyPolicy?) -> Day? {
        if let day = registration.details.recognisedOn { return day }
        let rosters = policy?.category(registration.recognisedCategory)?.condition.rosters ?? []
        return records.entries.filter { rosters.contains($0.entry.category) }.compactMap(\.entry.recognisedOn).min()
    }

    private func candidate(_ finding: CategoryFinding, under policy: DifficultyPolicy) -> DifficultyFinding {
        let region = registration.details.householdRegion
        let isLocal = region.hasPrefix(policy.localPrefix)
        let documents = frame.documents[finding.category.id]
        return DifficultyFinding(
            category: finding.category.id, kind: .candidate, grade: finding.support.grade,
            since: finding.support.since, documents: (isLocal ? documents?.local : documents?.elsewhere) ?? [],
            office: isLocal ? householdTown ?? region : registration.details.residenceRegion)
    }

    /// The town where the household is registered, by its book; the roster names only the county.
    private var householdTown: String? {
        let county = registration.details.householdRegion
        return records.households.map(\.region).first { $0.utf8.count > county.utf8.count && $0.hasPrefix(county) }
    }
}
