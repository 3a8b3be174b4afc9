/// A look-up from 64-bit keys to slots.
package struct KeyIndex: Sendable {
    /// Number of keys.
    package private(set) var count = 0

    /// An empty index with room for `capacity` keys.
    package init(capacity: Int = 0) {}

    /// Adds a key with its slot. If the key is there already, nothing changes and its slot is returned.
    @discardableResult
    package mutating func insert(_ key: UInt64, slot: Int32) -> Int32? {
        nil
    }

    /// The slot of a key.
    package func slot(of key: UInt64) -> Int32? {
        nil
    }
}
