/// The pairs that a model's blocking rules bring together, each once.
package struct CandidatePairs: Sendable {
    /// What each rule brings, in the order of the rules.
    package let counts: [BlockCount]
    private let rules: [Blocks]
    private let isOneList: Bool
    package let rightCount: Int

    /// What one rule brings, counted before anything is compared.
    package struct BlockCount: Sendable, Equatable {
        /// Pairs of all blocks that are not passed over; other rules may bring some of them as well.
        package var pairs = 0
        /// Blocks with more pairs than the cap, and their pairs.
        package var skippedBlocks = 0
        package var skippedPairs = 0
    }

    /// A rule with its keys and index.
    private struct Blocks: Sendable {
        let keys: BlockKeys
        let index: BlockIndex
        /// By block.
        let isSkipped: [Bool]
    }

    /// Finds the blocks of a model's rules. Each rule can be laid out on its own: see `BlockLayout`.
    package init(_ layouts: [BlockLayout], _ table: LinkageTable) {
        rules = layouts.map { Blocks(keys: $0.keys, index: $0.index, isSkipped: $0.isSkipped) }
        counts = layouts.map(\.count)
        isOneList = table.isOneList
        rightCount = table.rightCount
    }

    /// Calls `body` with each pair whose right row lies in `rows`, by right row and rule: pairs of an earlier rule are not
    /// repeated.
    @inline(__always)
    func forEach(rightRows rows: Range<Int>, _ body: (_ left: Int, _ right: Int) -> Void) {
        for right in rows {
            for number in rules.indices {
                guard let block = rules[number].index.block(of: rules[number].keys.right[right]),
                    !rules[number].isSkipped[block]
                else { continue }
                for place in rules[number].index.rows(of: block) {
                    let left = Int(rules[number].index.rows[place])
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
            let keys = rules[earlier].keys
            let key = keys.right[right]
            if key != 0, keys.left[left] == key, let block = rules[earlier].index.block(of: key),
                !rules[earlier].isSkipped[block]
            {
                return true
            }
        }
        return false
    }
}

/// The blocks of one rule, with the pairs in them counted.
package struct BlockLayout: Sendable {
    let keys: BlockKeys
    let index: BlockIndex
    let isSkipped: [Bool]
    package let count: CandidatePairs.BlockCount

    package init(_ rule: BlockingRule, _ table: LinkageTable, cap: Int) {
        keys = BlockKeys(rule, table)
        index = BlockIndex(keys.left)
        var pairs = [Int](repeating: 0, count: index.count)
        if table.isOneList {
            for block in pairs.indices {
                pairs[block] = index.rows(of: block).count * (index.rows(of: block).count - 1) / 2
            }
        } else {
            for key in keys.right {
                if let block = index.block(of: key) { pairs[block] += index.rows(of: block).count }
            }
        }
        isSkipped = pairs.map { $0 > cap }
        var count = CandidatePairs.BlockCount()
        for size in pairs {
            if size > cap {
                count.skippedBlocks += 1
                count.skippedPairs += size
            } else {
                count.pairs += size
            }
        }
        self.count = count
    }
}
