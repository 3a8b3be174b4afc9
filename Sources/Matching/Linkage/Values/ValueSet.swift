/// The different values of a field, each once: rows hold their numbers.
package struct ValueSet: Sendable {
    private(set) var bytes: [UInt8] = []
    private(set) var ends: [UInt32] = [0]
    private var table: [Int32]
    private var hashes: [UInt32] = []

    /// A set with room for some values.
    init(capacity: Int = 0) {
        var size = 64
        while size < capacity * 2 { size *= 2 }
        table = Array(repeating: -1, count: size)
        hashes.reserveCapacity(capacity)
        ends.reserveCapacity(capacity + 1)
    }

    /// How many values there are.
    package var count: Int { hashes.count }

    /// The bytes of a value.
    @inline(__always)
    func range(_ value: Int) -> Range<Int> { Int(ends[value])..<Int(ends[value &+ 1]) }

    /// A value as text.
    package func text(_ value: Int) -> String {
        String(decoding: bytes[range(value)], as: UTF8.self)
    }

    /// The number of a value, new if it was not there.
    mutating func insert(_ value: Span<UInt8>) -> Int32 {
        let hash = ValueHash.of(value)
        let mask = table.count &- 1
        var place = Int(truncatingIfNeeded: hash &>> 32) & mask
        while table[place] >= 0 {
            if hashes[Int(table[place])] == UInt32(truncatingIfNeeded: hash), equals(Int(table[place]), value) {
                return table[place]
            }
            place = (place &+ 1) & mask
        }
        return append(value, hash: hash, at: place)
    }

    private mutating func append(_ value: Span<UInt8>, hash: UInt64, at place: Int) -> Int32 {
        let number = Int32(hashes.count)
        table[place] = number
        hashes.append(UInt32(truncatingIfNeeded: hash))
        for index in 0..<value.count { bytes.append(value[index]) }
        ends.append(UInt32(bytes.count))
        if hashes.count * 2 > table.count { grow() }
        return number
    }

    private func equals(_ number: Int, _ value: Span<UInt8>) -> Bool {
        let range = range(number)
        guard range.count == value.count else { return false }
        for index in 0..<value.count where bytes[range.lowerBound &+ index] != value[index] { return false }
        return true
    }

    private mutating func grow() {
        table = Array(repeating: -1, count: table.count * 2)
        let mask = table.count - 1
        for number in hashes.indices {
            let range = range(number)
            var place = Int(truncatingIfNeeded: ValueHash.of(bytes.span.extracting(range)) &>> 32) & mask
            while table[place] >= 0 { place = (place + 1) & mask }
            table[place] = Int32(number)
        }
    }
}
