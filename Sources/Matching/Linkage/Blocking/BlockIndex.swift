/// The left rows of each block of one rule.
struct BlockIndex: Sendable {
    /// Rows grouped by block.
    private(set) var rows: [Int32]
    /// Where each block's rows begin; one more at the end.
    private(set) var starts: [Int32]
    private var table: [UInt64]
    private var blocks: [Int32]

    init(_ keys: [UInt64]) {
        var size = 64
        while size < keys.count * 2 { size *= 2 }
        table = Array(repeating: 0, count: size)
        blocks = Array(repeating: -1, count: size)
        (rows, starts) = ([], [])
        group(keys)
    }

    /// How many blocks there are.
    var count: Int { starts.count - 1 }

    /// The block of a key.
    @inline(__always)
    func block(of key: UInt64) -> Int? {
        if key == 0 { return nil }
        let place = place(of: key)
        return table[place] == key ? Int(blocks[place]) : nil
    }

    /// The left rows of a block, in order.
    @inline(__always)
    func rows(of block: Int) -> Range<Int> { Int(starts[block])..<Int(starts[block &+ 1]) }

    @inline(__always)
    private func place(of key: UInt64) -> Int {
        let mask = table.count &- 1
        var place = Int(truncatingIfNeeded: key &>> 20) & mask
        while table[place] != key, table[place] != 0 { place = (place &+ 1) & mask }
        return place
    }

    /// Numbers the blocks in the order of their first rows, then counts and places the rows.
    private mutating func group(_ keys: [UInt64]) {
        var sizes: [Int32] = []
        var numbers = [Int32](repeating: -1, count: keys.count)
        for (row, key) in keys.enumerated() where key != 0 {
            let place = place(of: key)
            if table[place] == 0 {
                (table[place], blocks[place]) = (key, Int32(sizes.count))
                sizes.append(0)
            }
            sizes[Int(blocks[place])] += 1
            numbers[row] = blocks[place]
        }
        starts = [0]
        for size in sizes { starts.append((starts.last ?? 0) + size) }
        var next = starts
        rows = Array(repeating: 0, count: Int(starts.last ?? 0))
        for (row, block) in numbers.enumerated() where block >= 0 {
            rows[Int(next[Int(block)])] = Int32(row)
            next[Int(block)] += 1
        }
    }
}
