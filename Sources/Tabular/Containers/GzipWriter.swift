/// Compresses bytes as a gzip stream of one or more members.
package struct GzipWriter: ~Copyable {
    private var deflater: Deflater
    private let memberLimit: Int
    private var memberBytes = 0

    /// - Parameters:
    ///   - level: 1 (fast) to 9 (small).
    ///   - memberLimit: a member that has taken this many bytes is ended and another begun.
    package init(level: Int, memberLimit: Int = .max) {
        deflater = Deflater(.gzip, level: level)
        self.memberLimit = memberLimit
    }

    /// Takes bytes and appends what the compressor gives back so far.
    package mutating func compress(_ bytes: [UInt8], into output: inout [UInt8]) {
        if memberBytes >= memberLimit {
            finish(into: &output)
            deflater.reset()
            memberBytes = 0
        }
        deflater.deflate(bytes[...], isLast: false, appendingTo: &output)
        memberBytes += bytes.count
    }

    /// Ends the stream and appends its rest.
    package mutating func finish(into output: inout [UInt8]) {
        deflater.deflate([], isLast: true, appendingTo: &output)
    }
}
