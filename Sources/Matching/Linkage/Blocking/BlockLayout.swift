/// The blocks of one rule: which rows lie in which, with the pairs in them counted before anything is compared.
package struct BlockLayout: Sendable {
    /// By left row, the block it lies in; −1 for none, and where the block is passed over.
    let left: [Int32]
    /// By right row; of one list, the same as `left`.
    let right: [Int32]
    /// Left rows grouped by block, in order.
    let rows: [Int32]
    /// Where each block's rows begin; one more at the end.
    let starts: [Int32]
    package let count: CandidatePairs.BlockCount

    /// Lays out a rule; blocks with more pairs than `cap` are passed over.
    package init(_ rule: BlockingRule, _ table: LinkageTable, cap: Int) {
        let keys = BlockKeys(rule, table)
        let numbering = BlockNumbering(keys.left)
        let (first, second) = (numbering.blocks, table.isOneList ? numbering.blocks : numbering.find(keys.right))
        let pairs = BlockLayout.pairs(first, second, count: numbering.count, isOneList: table.isOneList)
        count = CandidatePairs.BlockCount(pairs, cap: cap)
        left = first.map { $0 >= 0 && pairs[Int($0)] > cap ? -1 : $0 }
        right = table.isOneList ? left : second.map { $0 >= 0 && pairs[Int($0)] > cap ? -1 : $0 }
        (rows, starts) = BlockLayout.grouped(left, count: numbering.count)
    }

    /// The left rows of a block, as places in `rows`.
    @inline(__always)
    func rows(of block: Int32) -> Range<Int> { Int(starts[Int(block)])..<Int(starts[Int(block) &+ 1]) }

    private static func pairs(_ left: [Int32], _ right: [Int32], count: Int, isOneList: Bool) -> [Int] {
        let first = sizes(left, count: count)
        if isOneList { return first.map { $0 * ($0 - 1) / 2 } }
        return zip(first, sizes(right, count: count)).map { $0 * $1 }
    }

    private static func sizes(_ blocks: [Int32], count: Int) -> [Int] {
        var sizes = [Int](repeating: 0, count: count)
        for block in blocks where block >= 0 { sizes[Int(block)] += 1 }
        return sizes
    }

    private static func grouped(_ blocks: [Int32], count: Int) -> (rows: [Int32], starts: [Int32]) {
        var starts: [Int32] = [0]
        starts.reserveCapacity(count + 1)
        for size in sizes(blocks, count: count) { starts.append((starts.last ?? 0) + Int32(size)) }
        var next = starts
        var rows = [Int32](repeating: 0, count: Int(starts.last ?? 0))
        for (row, block) in blocks.enumerated() where block >= 0 {
            rows[Int(next[Int(block)])] = Int32(row)
            next[Int(block)] += 1
        }
        return (rows, starts)
    }
}

extension CandidatePairs.BlockCount {
    fileprivate init(_ pairs: [Int], cap: Int) {
        for size in pairs {
            if size > cap {
                skippedBlocks += 1
                skippedPairs += size
            } else {
                self.pairs += size
            }
        }
    }
}

/// Numbers the blocks of the left rows in the order of their first rows, and finds them by key.
private struct BlockNumbering {
    /// By left row; −1 for rows without a key.
    private(set) var blocks: [Int32] = []
    private(set) var count = 0
    private var keys: [UInt64]
    private var numbers: [Int32]

    init(_ left: [UInt64]) {
        var size = 64
        while size < left.count * 2 { size *= 2 }
        keys = Array(repeating: 0, count: size)
        numbers = Array(repeating: -1, count: size)
        blocks.reserveCapacity(left.count)
        for key in left { blocks.append(key == 0 ? -1 : number(key)) }
    }

    /// The blocks of other rows; −1 where no left row has the key.
    func find(_ right: [UInt64]) -> [Int32] {
        right.map { key in
            if key == 0 { return -1 }
            let place = place(of: key)
            return keys[place] == key ? numbers[place] : -1
        }
    }

    private mutating func number(_ key: UInt64) -> Int32 {
        let place = place(of: key)
        if keys[place] == 0 {
            (keys[place], numbers[place]) = (key, Int32(count))
            count += 1
        }
        return numbers[place]
    }

    @inline(__always)
    private func place(of key: UInt64) -> Int {
        let mask = keys.count &- 1
        var place = Int(truncatingIfNeeded: key &>> 20) & mask
        while keys[place] != key, keys[place] != 0 { place = (place &+ 1) & mask }
        return place
    }
}
