import CScan

/// A look-up from 64-bit keys, none of them 0, to slots.
///
/// Open addressing with a table at most half full. In front of it stand sixteen bits a key, of which a key sets one:
/// they stay in the processor's cache and turn away nearly all keys that are not there, which in a scan is nearly all.
package struct KeyIndex: Sendable {
    /// Number of keys.
    package private(set) var count = 0
    private var keys: [UInt64]
    private var slots: [Int32]
    private var filter: [UInt64]

    /// An empty index with room for `capacity` keys.
    package init(capacity: Int = 0) {
        var size = 64
        while size < capacity * 2 { size *= 2 }
        keys = Array(repeating: 0, count: size)
        slots = Array(repeating: 0, count: size)
        filter = Array(repeating: 0, count: size / 8)
    }

    /// How many keys before its turn a key is best announced to `expect`.
    package static let lookAhead = 12

    /// Has the processor fetch what the insertion of a key will look at.
    @inline(__always)
    package func expect(_ key: UInt64) {
        let place = KeyIndex.home(of: key) & (keys.count &- 1)
        KeyIndex.fetch(keys, place)
        KeyIndex.fetch(slots, place)
        KeyIndex.fetch(filter, Int(truncatingIfNeeded: KeyIndex.filterBit(of: key) &>> 6) & (filter.count &- 1))
    }

    @inline(__always)
    private static func fetch<Element>(_ table: [Element], _ place: Int) {
        unsafe table.withUnsafeBufferPointer { buffer in
            guard place < buffer.count, let base = buffer.baseAddress else { return }
            unsafe scan_prefetch(base + place)
        }
    }

    /// Adds a key with its slot. If the key is there already, nothing changes and its slot is returned.
    @discardableResult
    package mutating func insert(_ key: UInt64, slot: Int32) -> Int32? {
        precondition(key != 0)
        let place = place(of: key)
        if keys[place] == key { return slots[place] }
        (keys[place], slots[place]) = (key, slot)
        let bit = KeyIndex.filterBit(of: key)
        filter[Int(bit >> 6) & (filter.count - 1)] |= 1 << (bit & 63)
        count += 1
        if count * 2 > keys.count { grow() }
        return nil
    }

    /// The slot of a key.
    @inline(__always)
    package func slot(of key: UInt64) -> Int32? {
        let bit = KeyIndex.filterBit(of: key)
        guard filter[Int(truncatingIfNeeded: bit &>> 6) & (filter.count &- 1)] &>> (bit & 63) & 1 != 0 else {
            return nil
        }
        let place = place(of: key)
        return keys[place] == key ? slots[place] : nil
    }

    /// Keys with their slots, by key.
    package var sortedEntries: [(key: UInt64, slot: Int32)] {
        zip(keys, slots).filter { $0.0 != 0 }.map { (key: $0.0, slot: $0.1) }.sorted { $0.key < $1.key }
    }

    /// Where the key stands, or the free place where it would.
    private func place(of key: UInt64) -> Int {
        let mask = keys.count &- 1
        var place = KeyIndex.home(of: key) & mask
        while keys[place] != key, keys[place] != 0 { place = (place &+ 1) & mask }
        return place
    }

    /// Where the search for a key begins, before it is cut to the size of the table.
    @inline(__always)
    static func home(of key: UInt64) -> Int {
        Int(truncatingIfNeeded: (key &* 0x9e37_79b9_7f4a_7c15) &>> 20)
    }

    /// Lends the table of keys and the bits before it.
    func withTables<Result>(
        _ body: (UnsafeBufferPointer<UInt64>, UnsafeBufferPointer<UInt64>) -> Result
    ) -> Result {
        unsafe keys.withUnsafeBufferPointer { keys in
            unsafe filter.withUnsafeBufferPointer { unsafe body(keys, $0) }
        }
    }

    /// The bit that a key sets, before it is cut to the size of the table.
    @inline(__always)
    static func filterBit(of key: UInt64) -> UInt64 {
        (key &* 0xd6e8_feb8_6659_fd93) &>> 20
    }

    private mutating func grow() {
        var larger = KeyIndex(capacity: keys.count)
        for (key, slot) in zip(keys, slots) where key != 0 { larger.insert(key, slot: slot) }
        self = larger
    }
}

extension KeyIndex: Codable {
    private enum CodingKeys: String, CodingKey {
        case keys, slots
    }

    /// Reads an index written by `encode(to:)`.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let keys = try container.decode([UInt64].self, forKey: .keys)
        let slots = try container.decode([Int32].self, forKey: .slots)
        guard keys.count == slots.count, !keys.contains(0) else {
            throw DecodingError.dataCorruptedError(forKey: .keys, in: container, debugDescription: "not an index")
        }
        self.init(capacity: keys.count)
        for (key, slot) in zip(keys, slots) { insert(key, slot: slot) }
    }

    /// Writes keys and slots, by key.
    package func encode(to encoder: any Encoder) throws {
        let entries = sortedEntries
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(entries.map(\.key), forKey: .keys)
        try container.encode(entries.map(\.slot), forKey: .slots)
    }
}
