extension PairScorer {
    /// Rows of a side that could not reach the threshold for links even against themselves: what they hold is too little.
    package func unlinkable(_ model: LinkageModel) -> (left: Int, right: Int) {
        let table = comparison.table
        let left = table.columns.map(\.left)
        let right = table.columns.map(\.right)
        return (
            unlinkable(rows: table.leftCount, values: left, model),
            table.isOneList ? 0 : unlinkable(rows: table.rightCount, values: right, model)
        )
    }

    private func unlinkable(rows: Int, values: [[Int32]], _ model: LinkageModel) -> Int {
        let least = Logarithm.bits(ofProbability: model.linkThreshold)
        return (0..<rows).count { row in ownBits(row, values) < least }
    }

    /// The odds of a row against its own double, in bits.
    private func ownBits(_ row: Int, _ values: [[Int32]]) -> Double {
        var covered: Set<Int> = []
        for (field, column) in comparison.table.columns.enumerated() where values[field][row] >= 0 {
            guard column.field.kind == .id, column.derived.ids[Int(values[field][row])].state == .valid else {
                continue
            }
            covered.formUnion(column.field.covers.map(\.field))
        }
        return values.indices.reduce(priorBits) { sum, field in
            let value = values[field][row]
            return value >= 0 && !covered.contains(field) ? sum + bestBits(field, Int(value)) : sum
        }
    }
}
