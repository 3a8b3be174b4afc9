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
        let known = books(evidence)
        guard !known.isEmpty else { return .none }
        let keys = known.keys.sorted { left, right in
            left.number.precedesBytewise(right.number) ?? left.region.precedesBytewise(right.region) ?? false
        }
        let wanted = Dictionary(keys.enumerated().map { ($1, Int32($0)) }) { first, _ in first }
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
        return HouseholdBooks(books: keys.compactMap { known[$0] }, entries: consume entries, spine: spine)
    }

    /// The households that sure links of registered people name, as their entries tell of them; of several kinds the
    /// bytewise smallest.
    private func books(_ evidence: Chunked<Evidence>) -> [HouseholdKey: HouseholdBooks.Book] {
        var books: [HouseholdKey: HouseholdBooks.Book] = [:]
        for piece in evidence where piece.grade.decides {
            guard case .household(let membership) = piece.observation, !membership.householdNumber.isEmpty,
                kinds.contains(membership.householdKind)
            else { continue }
            let new = HouseholdBooks.Book(
                number: membership.householdNumber, kind: membership.householdKind, isUrban: membership.isUrban)
            var book = books[HouseholdKey(membership)] ?? new
            if precedesBytewise(new.kind, book.kind) { book.kind = new.kind }
            book.isUrban = book.isUrban ?? new.isUrban
            books[HouseholdKey(membership)] = book
        }
        return books
    }
}
