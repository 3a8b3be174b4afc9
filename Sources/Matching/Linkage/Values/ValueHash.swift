/// Hashing that gives the same numbers in every run, on every machine.
enum ValueHash {
    /// A hash of bytes.
    @inline(__always)
    static func of(_ bytes: Span<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325 ^ UInt64(bytes.count)
        var index = 0
        while index &+ 8 <= bytes.count {
            var word: UInt64 = 0
            for offset in 0..<8 { word |= UInt64(bytes[index &+ offset]) &<< UInt64(offset &* 8) }
            hash = mixed(hash ^ word)
            index &+= 8
        }
        var rest: UInt64 = 0
        while index < bytes.count {
            rest = rest &<< 8 | UInt64(bytes[index])
            index &+= 1
        }
        return mixed(hash ^ rest)
    }

    /// Spreads a number over all its bits (the finaliser of SplitMix64; Steele, Lea and Flood 2014).
    @inline(__always)
    static func mixed(_ value: UInt64) -> UInt64 {
        var value = value &+ 0x9e37_79b9_7f4a_7c15
        value = (value ^ (value &>> 30)) &* 0xbf58_476d_1ce4_e5b9
        value = (value ^ (value &>> 27)) &* 0x94d0_49bb_1331_11eb
        return value ^ (value &>> 31)
    }

    /// A key made of another and one more number. Never 0.
    @inline(__always)
    static func joined(_ key: UInt64, _ part: UInt64) -> UInt64 {
        let joined = mixed(key ^ (part &* 0xd6e8_feb8_6659_fd93))
        return joined == 0 ? 1 : joined
    }
}

/// Random numbers that are the same for the same seed (SplitMix64).
package struct SeededNumbers: RandomNumberGenerator, Sendable {
    private var state: UInt64

    package init(seed: UInt64) { state = seed }

    package mutating func next() -> UInt64 {
        defer { state &+= 0x9e37_79b9_7f4a_7c15 }
        return ValueHash.mixed(state)
    }

    /// A number below `bound`, which is above 0.
    @inline(__always)
    mutating func below(_ bound: Int) -> Int {
        Int(truncatingIfNeeded: next().multipliedFullWidth(by: UInt64(bound)).high)
    }
}
