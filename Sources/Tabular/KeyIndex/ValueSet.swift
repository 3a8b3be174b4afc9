import CScan

/// The different values of a column, each once and numbered in the order in which they came: an index from bytes to
/// numbers, made of whole batches at a time so that the memory a value will need is fetched before its turn.
package struct ValueSet: Sendable {
    /// All values, one after the other.
    package private(set) var bytes: [UInt8] = []
    private var ends: [UInt32] = [0]
    private var hashes: [UInt64] = []
    /// Numbers by hash, −1 where none; a power of two, at most half full.
    private var table: [Int32]

    /// A set with room for some values.
    package init(capacity: Int = 0) {
        var size = 64
        while size < capacity * 2 { size *= 2 }
        table = Array(repeating: -1, count: size)
    }

    /// Makes room for so many values in all.
    package mutating func reserve(_ capacity: Int) {
        var size = table.count
        while size < capacity * 2 { size *= 2 }
        if size > table.count { rebuild(size: size) }
        hashes.reserveCapacity(capacity)
        ends.reserveCapacity(capacity + 1)
    }

    /// How many values there are.
    package var count: Int { hashes.count }

    /// Where a value stands in `bytes`.
    @inline(__always)
    package func range(_ value: Int) -> Range<Int> { Int(ends[value])..<Int(ends[value &+ 1]) }

    /// A value as text.
    package func text(_ value: Int) -> String {
        String(decoding: bytes[range(value)], as: UTF8.self)
    }

    /// The number of a value, new if it was not there.
    package mutating func insert(_ value: [UInt8]) -> Int32 {
        insert(value, 0..<value.count, hash: ValueHash.of(value, 0..<value.count))
    }

    /// Appends the numbers of many values, which stand in `source`; −1 for empty ones.
    package mutating func insert(_ ranges: [Range<Int>], of source: [UInt8], into numbers: inout [Int32]) {
        let ahead = 12
        let hashes = ranges.map { ValueHash.of(source, $0) }
        for (index, range) in ranges.enumerated() {
            if index + ahead < hashes.count { expect(hashes[index + ahead]) }
            numbers.append(range.isEmpty ? -1 : insert(source, range, hash: hashes[index]))
        }
    }

    private mutating func insert(_ source: [UInt8], _ range: Range<Int>, hash: UInt64) -> Int32 {
        let mask = table.count &- 1
        var place = ValueSet.home(of: hash) & mask
        while table[place] >= 0 {
            let number = table[place]
            if hashes[Int(number)] == hash, equals(Int(number), source, range) { return number }
            place = (place &+ 1) & mask
        }
        return append(source, range, hash: hash, at: place)
    }

    private mutating func append(_ source: [UInt8], _ range: Range<Int>, hash: UInt64, at place: Int) -> Int32 {
        let number = Int32(hashes.count)
        table[place] = number
        hashes.append(hash)
        bytes.append(contentsOf: source[range])
        ends.append(UInt32(bytes.count))
        if hashes.count * 2 > table.count { grow() }
        return number
    }

    private func equals(_ number: Int, _ source: [UInt8], _ range: Range<Int>) -> Bool {
        let own = self.range(number)
        guard own.count == range.count else { return false }
        return unsafe bytes.withUnsafeBufferPointer { bytes in
            unsafe source.withUnsafeBufferPointer { source in
                unsafe bytes[own].elementsEqual(source[range])
            }
        }
    }

    @inline(__always)
    private func expect(_ hash: UInt64) {
        let place = ValueSet.home(of: hash) & (table.count &- 1)
        unsafe table.withUnsafeBufferPointer { table in
            guard let base = table.baseAddress else { return }
            unsafe scan_prefetch(base + place)
        }
    }

    @inline(__always)
    private static func home(of hash: UInt64) -> Int { Int(truncatingIfNeeded: hash &>> 32) }

    private mutating func grow() {
        rebuild(size: table.count * 2)
    }

    private mutating func rebuild(size: Int) {
        table = Array(repeating: -1, count: size)
        let mask = table.count - 1
        for number in hashes.indices {
            var place = ValueSet.home(of: hashes[number]) & mask
            while table[place] >= 0 { place = (place + 1) & mask }
            table[place] = Int32(number)
        }
    }
}

/// Hashing that gives the same numbers in every run, on every machine.
package enum ValueHash {
    /// A hash of some bytes.
    package static func of(_ bytes: [UInt8], _ range: Range<Int>) -> UInt64 {
        precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count)
        return unsafe bytes.withUnsafeBytes { unsafe of(UnsafeRawBufferPointer(rebasing: $0[range])) }
    }

    private static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325 ^ UInt64(bytes.count)
        var index = 0
        while index &+ 8 <= bytes.count {
            let word = unsafe bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            hash = mixed(hash ^ UInt64(littleEndian: word))
            index &+= 8
        }
        var rest: UInt64 = 0
        while index < bytes.count {
            rest = unsafe rest &<< 8 | UInt64(bytes[index])
            index &+= 1
        }
        return mixed(hash ^ rest)
    }

    /// Spreads a number over all its bits (the finaliser of SplitMix64; Steele, Lea and Flood 2014).
    @inline(__always)
    package static func mixed(_ value: UInt64) -> UInt64 {
        var value = value &+ 0x9e37_79b9_7f4a_7c15
        value = (value ^ (value &>> 30)) &* 0xbf58_476d_1ce4_e5b9
        value = (value ^ (value &>> 27)) &* 0x94d0_49bb_1331_11eb
        return value ^ (value &>> 31)
    }

    /// A key made of another and one more number. Never 0.
    @inline(__always)
    package static func joined(_ key: UInt64, _ part: UInt64) -> UInt64 {
        let joined = mixed(key ^ (part &* 0xd6e8_feb8_6659_fd93))
        return joined == 0 ? 1 : joined
    }
}
