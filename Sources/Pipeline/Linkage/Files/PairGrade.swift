import Matching
import Roster
import Tabular

/// Grades pairs as the monthly run grades links: by ID number and name, or by probability alone.
struct PairGrade: Sendable {
    private let identity: (id: Int, name: Int)?
    private let names: NameComparison

    init(_ definition: LinkageDefinition) {
        identity = definition.identity
        names = NameComparison(tables: definition.linkageTables.names)
    }

    /// A: same ID number, names agree. B: names nearly agree. C: other names or none. D: masked, or an edit away, with the
    /// same name. E: everything else.
    func grade(of pair: ScoredPair, in table: LinkageTable) -> MatchGrade {
        guard let identity else { return .e }
        let column = table.columns[identity.id]
        let level = pair.pattern[identity.id]
        guard level > 0, level <= column.field.levels.count else { return .e }
        let agreement = agreement(of: pair, table.columns[identity.name])
        switch column.field.levels[level - 1] {
        case .exact: return agreement.grade
        case .masked: return agreement.isNear ? .d : .e
        case .oneEdit: return agreement.grade == .a ? .d : .e
        default: return .e
        }
    }

    private func agreement(of pair: ScoredPair, _ column: LinkageColumn) -> NameAgreement {
        let (left, right) = (column.left[Int(pair.left)], column.right[Int(pair.right)])
        guard left >= 0, right >= 0 else { return .missing }
        return names.compare(column.values.text(Int(left)), column.values.text(Int(right)))
    }
}

extension NameAgreement {
    /// N0 to N2.
    fileprivate var isNear: Bool {
        switch self {
        case .identical, .folded, .variant: true
        default: false
        }
    }
}
