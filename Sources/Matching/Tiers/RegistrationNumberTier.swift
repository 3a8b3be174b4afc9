package import Roster

/// By the registration number, where a source carries it; ID number and name only check it.
package struct RegistrationNumberTier: MatchTier {
    private let names: NameComparison

    package init(names: NameComparison) {
        self.names = names
    }

    package func settle(_ key: RecordKey, naming: SourceNaming, in spine: Spine) -> Settlement {
        guard !key.registrationNumber.isEmpty, let slot = spine.slot(ofNumber: key.registrationNumber) else {
            return .open
        }
        let person = spine.person(slot)
        let grade = nameGrade(key, naming: naming, person)
        let idContradicts = person.id.map { IDAgreement(key.id, .usable($0)) == .different } ?? false
        let contradicts = idContradicts || !grade.decides
        return .linked(Link(slot: slot, grade: contradicts ? .c : grade, contradictsIdentity: contradicts))
    }

    /// An empty name is a doubt only where there is a column for names.
    private func nameGrade(_ key: RecordKey, naming: SourceNaming, _ person: SpinePerson) -> MatchGrade {
        if key.name.isEmpty, naming != .named { return .a }
        return names.compare(key.name, person.name).grade
    }
}
