/// Folds labelled parts into one digest so that different lists of parts never run together.
///
/// Each label and each value goes in behind its length in bytes (eight bytes, little-endian): moving a character from
/// one part to its neighbour, leaving a part out or swapping two changes the digest.
package struct DigestParts: Sendable {
    private var builder = DigestBuilder()

    /// Parts that begin with the name of what they make up, which keeps digests of different things apart.
    package init(_ purpose: String) {
        add(Array(purpose.utf8))
    }

    /// Adds a part that is a text.
    package mutating func add(_ label: String, _ value: String) {
        add(label, Array(value.utf8))
    }

    /// Adds a part that is a digest.
    package mutating func add(_ label: String, _ value: ContentDigest) {
        add(label, value.bytes)
    }

    /// Adds a part that is bytes.
    package mutating func add(_ label: String, _ value: [UInt8]) {
        add(Array(label.utf8))
        add(value)
    }

    /// The digest of all parts in the order in which they were added.
    package func finalize() -> ContentDigest {
        builder.finalize()
    }

    private mutating func add(_ bytes: [UInt8]) {
        let count = UInt64(bytes.count)
        builder.update((0..<8).map { UInt8(truncatingIfNeeded: count >> UInt64($0 * 8)) })
        builder.update(bytes)
    }
}
