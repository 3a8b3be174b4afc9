import Tabular

/// How often two rows drawn at random meet each level: the raw material of u. Matches among the pairs are still in it.
package struct StrangerRates: Sendable, Equatable {
    /// By field and level, as in `TrainedWeights`; a share of the pairs in which both rows have a value.
    package var rates: [[Double]]
    /// The least that is believed, by field and level.
    package var floors: [[Double]]

    package init(_ comparison: PairComparison, _ sample: LevelSample) {
        let table = comparison.table
        (rates, floors) = ([], [])
        for (field, column) in table.columns.enumerated() {
            var found = sample.rates(ofField: field)
            var floor = [Double](repeating: sample.floor(ofField: field), count: found.count)
            if column.field.kind == .id {
                IDStructure(table, field: field).fill(&found, &floor, column.field.levels)
            } else {
                column.countEqualities(into: &found, &floor, isOneList: table.isOneList)
            }
            rates.append(found)
            floors.append(floor)
        }
    }
}

extension LinkageColumn {
    /// Replaces what was sampled of levels that are equalities by what can be counted.
    fileprivate func countEqualities(into rates: inout [Double], _ floors: inout [Double], isOneList: Bool) {
        var earlier = 0.0
        for (index, level) in field.levels.enumerated() where level.isEquality {
            let chance = chanceOfEquality(level, isOneList: isOneList)
            rates[index] = max(0, chance - earlier)
            earlier = max(earlier, chance)
            floors[index] = 0.1 / Double(max(left.count, right.count, 1))
        }
        let agreeing = rates.dropLast().reduce(0, +)
        rates[rates.count - 1] = max(0, 1 - agreeing)
    }

    /// The chance that two rows agree in what the level compares.
    private func chanceOfEquality(_ level: ComparisonLevel, isOneList: Bool) -> Double {
        let groups: [Int32]? =
            switch level {
            case .variant: derived.variants
            case .homophone: derived.sounds
            case .prefix(let count): prefixGroups(count)
            default: nil
            }
        let first = LinkageColumn.counts(left, in: groups, count: values.count)
        let second = isOneList ? first : LinkageColumn.counts(right, in: groups, count: values.count)
        let (rows, others) = (left.count { $0 >= 0 }, right.count { $0 >= 0 })
        if isOneList {
            let pairs = first.reduce(0.0) { $0 + Double($1) * Double($1 - 1) }
            return rows > 1 ? pairs / (Double(rows) * Double(rows - 1)) : 0
        }
        let pairs = zip(first, second).reduce(0.0) { $0 + Double($1.0) * Double($1.1) }
        return rows > 0 && others > 0 ? pairs / (Double(rows) * Double(others)) : 0
    }

    private func prefixGroups(_ count: Int) -> [Int32] {
        var prefixes = ValueSet(capacity: values.count)
        let bytes = values.bytes
        return (0..<values.count).map { value in
            let range = values.range(value)
            guard range.count >= count else { return -1 }
            return prefixes.insert(Array(bytes[range.prefix(count)]))
        }
    }
}
