/// How many pairs have which odds, a bin a bit.
package struct BitHistogram: Sendable, Equatable {
    /// The first bin's lower bound; what lies below is counted in it, and what lies above the last bin in that.
    package static let lowest = -80
    private static let bins = 160
    package private(set) var counts = [Int](repeating: 0, count: bins)

    package init() {}

    @inline(__always)
    mutating func count(_ bits: Double) {
        let bin = Int(bits.rounded(.down)) - BitHistogram.lowest
        counts[min(max(0, bin), BitHistogram.bins - 1)] += 1
    }

    package mutating func add(_ other: BitHistogram) {
        for bin in counts.indices { counts[bin] += other.counts[bin] }
    }
}
