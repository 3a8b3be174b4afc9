internal import Crypto

/// Takes content piece by piece and yields its SHA-256. How the content is cut into pieces does not matter.
///
/// A value: a copy goes on from the same state on its own.
package struct DigestBuilder: Sendable {
    private var hash = SHA256()

    package init() {}

    /// Adds bytes.
    package mutating func update(_ bytes: [UInt8]) {
        hash.update(data: bytes)
    }

    /// Adds a slice of bytes.
    package mutating func update(_ bytes: ArraySlice<UInt8>) {
        hash.update(data: bytes)
    }

    /// Adds bytes that somebody else lends, without copying them.
    package mutating func update(_ bytes: borrowing Span<UInt8>) {
        unsafe bytes.withUnsafeBytes { unsafe hash.update(bufferPointer: $0) }
    }

    /// Adds the UTF-8 of a text.
    package mutating func update(_ text: String) {
        hash.update(data: Array(text.utf8))
    }

    /// The digest of everything added so far; more may be added afterwards.
    package func finalize() -> ContentDigest {
        guard let digest = ContentDigest(bytes: Array(hash.finalize())) else {
            preconditionFailure("SHA-256 has 32 bytes")
        }
        return digest
    }
}

extension ContentDigest {
    /// The SHA-256 of these bytes.
    package init(of bytes: [UInt8]) {
        var builder = DigestBuilder()
        builder.update(bytes)
        self = builder.finalize()
    }

    /// The SHA-256 of the UTF-8 of this text.
    package init(of text: String) {
        self.init(of: Array(text.utf8))
    }
}
