/// Takes little-endian numbers off the front of a byte array; beyond the end it fails once and for all.
struct LittleEndianReader {
    private let bytes: [UInt8]
    private(set) var position: Int
    /// A read went beyond the end; what was returned since then is 0.
    private(set) var isExhausted = false

    init(_ bytes: [UInt8], at position: Int = 0) {
        self.bytes = bytes
        self.position = position
    }

    /// Bytes not yet taken.
    var remaining: Int { bytes.count - position }

    /// The next two bytes as a number; 0 beyond the end.
    mutating func uint16() -> UInt16 { UInt16(truncatingIfNeeded: number(of: 2)) }

    /// The next four bytes as a number; 0 beyond the end.
    mutating func uint32() -> UInt32 { UInt32(truncatingIfNeeded: number(of: 4)) }

    /// The next eight bytes as a number; 0 beyond the end.
    mutating func uint64() -> UInt64 { number(of: 8) }

    /// The next `count` bytes; empty beyond the end.
    mutating func bytes(_ count: Int) -> [UInt8] {
        guard take(count) else { return [] }
        return Array(bytes[position - count..<position])
    }

    private mutating func number(of count: Int) -> UInt64 {
        guard take(count) else { return 0 }
        return bytes[position - count..<position].reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }

    private mutating func take(_ count: Int) -> Bool {
        guard !isExhausted, count <= remaining else {
            isExhausted = true
            return false
        }
        position += count
        return true
    }
}
