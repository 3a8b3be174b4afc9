/// How far compressed data may grow before it is taken for a bomb.
package struct ExpansionLimit: Hashable, Sendable, Codable {
    /// Highest number of bytes out for one byte in.
    package var ratio: Int
    /// Bytes out before the ratio is looked at.
    package var grace: Int
    /// Highest number of bytes out altogether.
    package var total: Int

    package init(ratio: Int = 100, grace: Int = 10_000_000, total: Int = .max) {
        self.ratio = ratio
        self.grace = grace
        self.total = total
    }

    /// Fails if `output` bytes came out of `input` bytes and that is too many.
    func check(input: Int, output: Int, file: String, byteOffset: Int) throws(TabularError) {
        if output > total {
            throw TabularError(.sizeLimit, file: file, byteOffset: byteOffset, cause: .limit(total))
        }
        if output > grace, output / max(input, 1) >= ratio {
            throw TabularError(.expansionLimit, file: file, byteOffset: byteOffset, cause: .limit(ratio))
        }
    }
}
