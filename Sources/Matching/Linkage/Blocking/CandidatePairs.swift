/// The pairs that a model's blocking rules bring together, each once.
package struct CandidatePairs: Sendable {
    /// What each rule brings, in the order of the rules.
    package let counts: [BlockCount]
    private let rules: [BlockLayout]
    private let isOneList: Bool

    /// What one rule brings, counted before anything is compared.
    package struct BlockCount: Sendable, Equatable {
        /// Pairs of all blocks that are not passed over; other rules may bring some of them as well.
        package var pairs = 0
        /// Blocks with more pairs than the cap, and their pairs.
        package var skippedBlocks = 0
        package var skippedPairs = 0

        package init() {}
    }

    /// The pairs of rules that were laid out, each by itself.
    package init(_ layouts: [BlockLayout], _ table: LinkageTable) {
        rules = layouts
        counts = layouts.map(\.count)
        isOneList = table.isOneList
    }

    /// Calls `body` with each pair whose right row lies in `rows`, by right row and rule: pairs of an earlier rule are not
    /// repeated.
    @inline(__always)
    func forEach(rightRows rows: Range<Int>, _ body: (_ left: Int, _ right: Int) -> Void) {
        for right in rows {
            for number in rules.indices {
                let block = rules[number].right[right]
                if block < 0 { continue }
                for place in rules[number].rows(of: block) {
                    let left = Int(rules[number].rows[place])
                    if isOneList, left >= right { break }
                    if !isKnown(left, right, before: number) { body(left, right) }
                }
            }
        }
    }

    /// Whether an earlier rule brings the pair.
    @inline(__always)
    private func isKnown(_ left: Int, _ right: Int, before number: Int) -> Bool {
        for earlier in 0..<number {
            let block = rules[earlier].right[right]
            if block >= 0, rules[earlier].left[left] == block { return true }
        }
        return false
    }
}
