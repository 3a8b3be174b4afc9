/// Decoding and encoding of GB18030 by its tables.
enum GB18030 {
    /// Decodes `bytes` to UTF-8 at the front of `output`, which has room for three bytes for every one.
    ///
    /// Bytes that do not decode become U+FFFD, never swallowing an ASCII byte behind them. A character cut off by the
    /// end is left unread unless this is the last of the text.
    static func decode(
        _ bytes: UnsafeBufferPointer<UInt8>, into output: UnsafeMutableBufferPointer<UInt8>, isLast: Bool = true
    ) -> (read: Int, written: Int) {
        let tables = GB18030Tables.shared
        return unsafe tables.twoBytes.withUnsafeBufferPointer { twoBytes in
            var writer = unsafe UTF8Writer(output)
            var index = 0
            while index < bytes.count {
                let byte = unsafe bytes[index]
                if byte < 0x80 {
                    writer.append(ascii: byte)
                    index += 1
                    continue
                }
                if byte > 0x80, index + 1 < bytes.count {
                    let trail = unsafe bytes[index + 1]
                    if trail >= 0x40, trail != 0x7f, trail != 0xff, byte != 0xff {
                        let place = Int(byte &- 0x81) &* GB18030Tables.rowLength &+ Int(trail &- 0x40)
                        writer.append(unit: unsafe twoBytes[place])
                        index += 2
                        continue
                    }
                }
                if unsafe !isLast && isCutOff(UnsafeBufferPointer(rebasing: bytes[index...])) { break }
                index += unsafe decodeRare(UnsafeBufferPointer(rebasing: bytes[index...]), tables, to: &writer)
            }
            return (index, writer.count)
        }
    }

    /// Decodes one character that is neither ASCII nor a two-byte code, or replaces it. Returns the bytes used.
    private static func decodeRare(
        _ bytes: UnsafeBufferPointer<UInt8>, _ tables: GB18030Tables, to writer: inout UTF8Writer
    ) -> Int {
        if unsafe bytes[0] == 0x80 {
            writer.append(unit: 0x20ac)
            return 1
        }
        if let number = unsafe number(of: bytes) {
            if number < tables.fourBytes.count {
                writer.append(unit: tables.fourBytes[number])
                return 4
            } else if number >= 189_000, number <= 1_237_575 {
                writer.append(supplementary: UInt32(number - 189_000 + 0x10000))
                return 4
            }
        }
        writer.append(unit: 0xfffd)
        return unsafe bytes.count > 1 && bytes[1] >= 0x80 ? 2 : 1
    }

    /// Bytes of the first character, or of what is replaced where there is none.
    static func firstLength(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        guard unsafe bytes.count > 1 && bytes[0] > 0x80 else { return 1 }
        if unsafe bytes[1] >= 0x80 { return 2 }
        if unsafe bytes[0] != 0xff && bytes[1] >= 0x40 && bytes[1] != 0x7f { return 2 }
        return unsafe number(of: bytes).map(isAssigned) == true ? 4 : 1
    }

    /// The four-byte code stands for a character.
    private static func isAssigned(_ number: Int) -> Bool {
        number < GB18030Tables.shared.fourBytes.count || 189_000...1_237_575 ~= number
    }

    /// The ordinal of a four-byte code.
    private static func number(of bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        guard bytes.count >= 4 else { return nil }
        let (lead, second) = unsafe (Int(bytes[0]) - 0x81, Int(bytes[1]) - 0x30)
        let (third, fourth) = unsafe (Int(bytes[2]) - 0x81, Int(bytes[3]) - 0x30)
        let isCode = 0..<126 ~= lead && 0..<10 ~= second && 0..<126 ~= third && 0..<10 ~= fourth
        return isCode ? ((lead * 10 + second) * 126 + third) * 10 + fourth : nil
    }

    /// The bytes may be the start of a longer code, or of a longer stretch that is none.
    private static func isCutOff(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard unsafe bytes.count < 4 && bytes[0] > 0x80 else { return false }
        if unsafe bytes.count > 1 && !(0x30...0x39 ~= bytes[1]) { return false }
        return unsafe bytes.count < 3 || 0x81...0xfe ~= bytes[2]
    }

    /// The bytes of `text`; `nil` if GB18030 has no code for a character of it.
    static func encode(_ text: String) -> [UInt8]? {
        let codes = GB18030Tables.shared.codes
        var result: [UInt8] = []
        result.reserveCapacity(text.utf8.count)
        var high: UInt16 = 0
        for unit in text.utf16 {
            if unit < 0x80 {
                result.append(UInt8(truncatingIfNeeded: unit))
            } else if UTF16.isLeadSurrogate(unit) {
                high = unit
            } else if UTF16.isTrailSurrogate(unit) {
                let scalar = (UInt32(high) - 0xd800) << 10 + UInt32(unit) - 0xdc00
                result.append(contentsOf: GB18030Tables.quad(Int(scalar) + 189_000))
            } else {
                let code = codes[Int(unit)]
                guard code != 0 else { return nil }
                if code > 0xffff {
                    result.append(UInt8(truncatingIfNeeded: code >> 24))
                    result.append(UInt8(truncatingIfNeeded: code >> 16))
                }
                result.append(UInt8(truncatingIfNeeded: code >> 8))
                result.append(UInt8(truncatingIfNeeded: code))
            }
        }
        return result
    }
}
