/// Pieces of bytes that stand ready to be copied, end to end in one array.
struct PieceTable: Sendable {
    private var bytes: [UInt8] = []
    private var ends: [Int] = [0]

    /// As many pieces as `make` is asked for, from 0 on.
    init(_ count: Int, _ make: (Int) -> [UInt8]) {
        ends.reserveCapacity(count + 1)
        for index in 0..<count {
            bytes.append(contentsOf: make(index))
            ends.append(bytes.count)
        }
    }

    var count: Int { ends.count - 1 }

    /// Copies a piece to the end of `target`.
    func append(_ index: Int, to target: inout [UInt8]) {
        target.append(contentsOf: bytes[ends[index]..<ends[index + 1]])
    }
}
