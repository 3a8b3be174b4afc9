import Tabular

/// Tells rows that could not reach the threshold for links even against themselves: what they hold is too little.
package struct Linkability: Sendable {
    /// One of the lists.
    package enum Side: Sendable { case left, right }

    private let table: LinkageTable
    /// By field, then by value: the weight of full agreement on it.
    private let bits: [[Float]]
    /// Bits that the fields have to add.
    private let least: Double

    package init(_ scorer: PairScorer, _ model: LinkageModel, bits: [[Float]]) {
        (table, self.bits) = (scorer.comparison.table, bits)
        least = Logarithm.bits(ofProbability: model.linkThreshold) - scorer.priorBits
    }

    /// The weight of full agreement on each value of a field.
    package static func bits(_ scorer: PairScorer, ofField field: Int) -> [Float] {
        (0..<scorer.comparison.table.columns[field].values.count).map { Float(scorer.bestBits(field, $0)) }
    }

    /// How many of some rows can't be linked.
    package func unlinkable(_ side: Side, _ rows: Range<Int>) -> Int {
        var sums = [Double](repeating: 0, count: rows.count)
        var covered = [UInt32](repeating: 0, count: rows.count)
        for column in table.columns { note(column, side, rows, in: &covered) }
        for (field, column) in table.columns.enumerated() {
            let values = side == .left ? column.left : column.right
            for row in rows where values[row] >= 0 && covered[row - rows.lowerBound] >> UInt32(field) & 1 == 0 {
                sums[row - rows.lowerBound] += Double(bits[field][Int(values[row])])
            }
        }
        return sums.count { $0 < least }
    }

    /// Fields that a valid ID number repeats, bit by bit.
    private func note(_ column: LinkageColumn, _ side: Side, _ rows: Range<Int>, in covered: inout [UInt32]) {
        let mask = column.field.covers.reduce(UInt32(0)) { $0 | 1 << UInt32($1.field) }
        guard mask != 0 else { return }
        let values = side == .left ? column.left : column.right
        for row in rows where values[row] >= 0 && column.derived.ids[Int(values[row])].state == .valid {
            covered[row - rows.lowerBound] |= mask
        }
    }
}
