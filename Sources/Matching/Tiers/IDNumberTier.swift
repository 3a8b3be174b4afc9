package import Roster

/// By a usable ID number, graded by the names.
package struct IDNumberTier: MatchTier {
    private let names: NameComparison

    package init(names: NameComparison) {
        self.names = names
    }

    package func settle(_ key: RecordKey, naming: SourceNaming, in spine: Spine) -> Settlement {
        guard let id = key.id.number, let slot = spine.slot(ofID: id) else { return .open }
        return .linked(Link(slot: slot, grade: grade(key.name, spine.person(slot).name, naming)))
    }

    /// Where a source is declared nameless, a missing name on either side is no doubt.
    private func grade(_ name: String, _ person: String, _ naming: SourceNaming) -> MatchGrade {
        let agreement = names.compare(name, person)
        return agreement == .missing && naming == .declaredNameless ? .a : agreement.grade
    }
}
