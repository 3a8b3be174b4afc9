import Matching
import Roster

/// Records of one source that say the same of their person: whose they are is one question.
struct RecordGroup: Sendable {
    let source: SourceName
    /// With the name folded.
    let traits: PersonTraits
    /// Whom they fit by a masked number, or one with a slip, and the name.
    private(set) var candidates: [PersonSlot]
    /// In the order of files and rows.
    private(set) var records: [Evidence]

    /// The unsettled records of a month's files, grouped; in the order of sources' names and of what the records say, so
    /// that the order of files and rows does not matter.
    static func groups(of files: [FileOutcome], names: NameComparison) -> [RecordGroup] {
        var groups: [GroupKey: RecordGroup] = [:]
        for record in files.lazy.flatMap({ $0.tables }).flatMap({ $0.yield.unsettled }) {
            let key = GroupKey(source: record.evidence.reference.source, traits: record.traits.foldingName(names))
            groups[key, default: RecordGroup(source: key.source, traits: key.traits, candidates: [], records: [])]
                .take(record)
        }
        return groups.sorted { $0.key.precedes($1.key) }.map(\.value.ordered)
    }

    private mutating func take(_ record: UnsettledRecord) {
        candidates += record.candidates.filter { !candidates.contains($0) }
        records.append(record.evidence)
    }

    private var ordered: RecordGroup {
        RecordGroup(
            source: source, traits: traits, candidates: candidates.sorted(),
            records: records.sorted { $0.reference < $1.reference })
    }
}

private struct GroupKey: Hashable {
    let source: SourceName
    let traits: PersonTraits

    func precedes(_ other: GroupKey) -> Bool {
        source == other.source ? precedesBytewise(traits.text, other.traits.text) : source < other.source
    }
}

extension PersonTraits {
    /// The same with the name folded, so that spaces and look-alike dots make no difference.
    func foldingName(_ names: NameComparison) -> PersonTraits {
        replacing { field, text in field == .name ? names.key(text) : text }
    }
}
