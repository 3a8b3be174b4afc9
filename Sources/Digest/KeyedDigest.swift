internal import Crypto

/// Names values by HMAC-SHA256 (RFC 2104): whoever lacks the key can neither guess nor check a value behind a digest.
package struct KeyedDigest: Sendable {
    private let key: SymmetricKey

    /// A digest under this key; 32 bytes or more are meant.
    package init(key: [UInt8]) {
        self.key = SymmetricKey(data: key)
    }

    /// The keyed digest of the UTF-8 of a text.
    package func digest(of text: String) -> ContentDigest {
        let code = HMAC<SHA256>.authenticationCode(for: Array(text.utf8), using: key)
        guard let digest = ContentDigest(bytes: Array(code)) else {
            preconditionFailure("HMAC-SHA256 has 32 bytes")
        }
        return digest
    }
}
