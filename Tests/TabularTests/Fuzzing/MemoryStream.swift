@testable import Tabular

/// Bytes in memory as a stream that ends its blocks at given places.
final class MemoryStream: ByteStream {
    let name = "input"
    private let bytes: [UInt8]
    private var position = 0
    private let cuts: [Int]

    /// - Parameter cuts: places in ascending order across which no block reaches.
    init(_ bytes: [UInt8], cuts: [Int] = []) {
        (self.bytes, self.cuts) = (bytes, cuts)
    }

    var consumedFileBytes: Int { position }

    func read(upTo limit: Int, appendingTo buffer: inout [UInt8]) throws(TabularError) -> Int {
        let border = cuts.first { $0 > position } ?? bytes.count
        let end = min(position + limit, border, bytes.count)
        buffer.append(contentsOf: bytes[position..<end])
        defer { position = end }
        return end - position
    }
}

extension [UInt8] {
    /// The bytes in pieces that end at `cuts`.
    func pieces(at cuts: [Int]) -> [[UInt8]] {
        zip([0] + cuts, cuts + [count]).map { Array(self[$0..<$1]) }
    }
}
