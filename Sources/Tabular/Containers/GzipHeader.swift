/// The header before a member's data (RFC 1952, 2.3): magic, method, flags, time, and what the flags announce.
///
/// Nothing in it is used; it is read to find its end and to be sure that it is one.
struct GzipHeader {
    private var checksum = ShiftChecksum()

    private enum Flag {
        static let headerChecksum: UInt8 = 0x02
        static let extra: UInt8 = 0x04
        static let name: UInt8 = 0x08
        static let comment: UInt8 = 0x10
        static let reserved: UInt8 = 0xe0
    }

    /// Longest name or comment.
    private static let textBytes = 1 << 16

    /// Takes a header off the front of `input`, or finds the end of the file there.
    ///
    /// What stands there instead is `notGzip`, or bytes that trail the members if there was one before.
    /// - Returns: `false` at the end of the file behind a member.
    static func skip(in input: inout GzipInput, isFirst: Bool) throws(TabularError) -> Bool {
        guard let first = try input.next() else {
            if isFirst { throw input.fault(.notGzip) }
            return false
        }
        guard first == 0x1f, let second = try input.next() else {
            throw input.fault(isFirst ? .notGzip : .trailingBytes, back: 1)
        }
        guard second == 0x8b else { throw input.fault(isFirst ? .notGzip : .trailingBytes, back: 2) }
        var header = GzipHeader()
        header.checksum.add(first)
        header.checksum.add(second)
        try header.skipRest(of: &input)
        return true
    }

    private mutating func skipRest(of input: inout GzipInput) throws(TabularError) {
        guard try take(&input) == 8 else { throw input.fault(.notGzip, back: 1) }
        let flags = try take(&input)
        guard flags & Flag.reserved == 0 else { throw input.fault(.notGzip, back: 1) }
        for _ in 0..<6 { _ = try take(&input) }
        if flags & Flag.extra != 0 {
            let length = Int(try take(&input)) | Int(try take(&input)) << 8
            for _ in 0..<length { _ = try take(&input) }
        }
        if flags & Flag.name != 0 { try skipText(in: &input) }
        if flags & Flag.comment != 0 { try skipText(in: &input) }
        guard flags & Flag.headerChecksum != 0 else { return }
        let expected = UInt16(truncatingIfNeeded: checksum.value)
        guard try UInt16(input.byte()) | UInt16(input.byte()) << 8 == expected else {
            throw input.fault(.notGzip, back: 2)
        }
    }

    /// Skips bytes up to a NUL.
    private mutating func skipText(in input: inout GzipInput) throws(TabularError) {
        for _ in 0..<GzipHeader.textBytes {
            if try take(&input) == 0 { return }
        }
        throw input.fault(.notGzip, back: 1)
    }

    private mutating func take(_ input: inout GzipInput) throws(TabularError) -> UInt8 {
        let byte = try input.byte()
        checksum.add(byte)
        return byte
    }
}

/// CRC-32 of bytes that come one by one, and are few.
struct ShiftChecksum {
    private var register: UInt32 = .max

    var value: UInt32 { ~register }

    mutating func add(_ byte: UInt8) {
        register ^= UInt32(byte)
        for _ in 0..<8 { register = register & 1 == 1 ? register >> 1 ^ 0xedb8_8320 : register >> 1 }
    }
}
