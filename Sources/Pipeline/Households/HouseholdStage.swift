import Matching
import Roster

/// Finds the households of registered people and who else belongs to them.
///
/// The books are read twice: first like every source, for the entries of registered people; then for the other entries of
/// their households. So nothing is kept of the households of strangers, which are by far the most.
struct HouseholdStage: Sendable {
    let reading: FileReading
    /// 户类别 that anybody asks about.
    let kinds: Set<String>

    /// The households in books that have been read once, by the entries of registered people.
    func books(_ items: [InputItem], entries evidence: Chunked<Evidence>, spine: Spine) async throws -> HouseholdBooks {
        let wanted = wanted(evidence)
        guard !wanted.isEmpty else { return .none }
        var entries: [BookEntry] = []
        var second = reading
        second.settings.evidence = nil
        second.digestsInputs = false
        try await second.read(
            items,
            work: { _ in TableWork { HouseholdScan(table: $0, wanted: wanted).entries(in: $1) } },
            take: { outcome in
                for table in outcome.tables { table.yield.bookEntries.append(to: &entries) }
            })
        return HouseholdBooks(entries, spine: spine)
    }

    /// The households that sure links of registered people name.
    private func wanted(_ evidence: Chunked<Evidence>) -> Set<HouseholdKey> {
        var keys: Set<HouseholdKey> = []
        for piece in evidence where piece.grade.decides {
            guard case .household(let membership) = piece.observation, !membership.householdNumber.isEmpty,
                kinds.contains(membership.householdKind)
            else { continue }
            keys.insert(HouseholdKey(membership))
        }
        return keys
    }
}
