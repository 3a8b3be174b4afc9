/// Decoding of UTF-16 in either byte order, and the way back from an offset in the UTF-8 made of it.
///
/// What does not decode is kept in a form that is no UTF-8 but has a known length in UTF-16: a lone surrogate as its
/// three bytes, an odd byte at the end as 0xff. So the row it stands in is found to be undecodable like any other.
enum UTF16Text {
    /// Decodes `bytes` to the front of `output`, which has room for three bytes for every two and three more. A
    /// character cut off by the end is left unread unless this is the last of the text.
    static func decode(
        _ bytes: UnsafeBufferPointer<UInt8>, isBigEndian: Bool, into output: UnsafeMutableBufferPointer<UInt8>,
        isLast: Bool = true
    ) -> (read: Int, written: Int) {
        var writer = unsafe UTF8Writer(output)
        var index = 0
        while index + 1 < bytes.count {
            let unit = unsafe unit(in: bytes, at: index, isBigEndian)
            if !UTF16.isLeadSurrogate(unit) {
                writer.append(unit: unit)
                index += 2
                continue
            }
            guard index + 3 < bytes.count || isLast else { break }
            let next = unsafe index + 3 < bytes.count ? self.unit(in: bytes, at: index + 2, isBigEndian) : 0
            if UTF16.isTrailSurrogate(next) {
                writer.append(supplementary: (UInt32(unit) - 0xd800) << 10 + UInt32(next) - 0xdc00 + 0x10000)
                index += 4
            } else {
                writer.append(unit: unit)
                index += 2
            }
        }
        if isLast, index < bytes.count {
            writer.append(ascii: 0xff)
            index += 1
        }
        return (index, writer.count)
    }

    /// Bytes in UTF-16 of which these bytes were made.
    static func deliveredLength(of bytes: ArraySlice<UInt8>) -> Int {
        var length = 0
        for byte in bytes where byte & 0xc0 != 0x80 {
            length += byte == 0xff ? 1 : byte >= 0xf0 ? 4 : 2
        }
        return length
    }

    /// The lone surrogate that these bytes keep, if they begin with one.
    static func loneSurrogate(_ bytes: [UInt8]) -> UInt16? {
        guard bytes.count >= 3, bytes[0] == 0xed else { return nil }
        return 0xd000 | UInt16(bytes[1] & 0x3f) << 6 | UInt16(bytes[2] & 0x3f)
    }

    /// The bytes of `text`.
    static func encode(_ text: String, isBigEndian: Bool) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(text.utf8.count * 2)
        for unit in text.utf16 {
            let (low, high) = (UInt8(truncatingIfNeeded: unit), UInt8(truncatingIfNeeded: unit >> 8))
            result.append(isBigEndian ? high : low)
            result.append(isBigEndian ? low : high)
        }
        return result
    }

    private static func unit(in bytes: UnsafeBufferPointer<UInt8>, at index: Int, _ isBigEndian: Bool) -> UInt16 {
        let (first, second) = unsafe (UInt16(bytes[index]), UInt16(bytes[index + 1]))
        return isBigEndian ? first << 8 | second : second << 8 | first
    }
}
