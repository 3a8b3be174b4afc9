/// Turns a text that comes in blocks into UTF-8, holding back characters cut in two by a block's end.
package struct Transcoder: Sendable {
    package let encoding: TextEncoding
    /// Byte of the text as delivered, from 0, at which it first did not decode; U+FFFD stands there in what was made.
    package private(set) var firstUndecodable: Int?
    private let keepsFaults: Bool
    private var pending: [UInt8] = []
    private var readBytes = 0

    package init(from encoding: TextEncoding) {
        self.init(from: encoding, keepsFaults: false)
    }

    /// With `keepsFaults`, what does not decode in UTF-16 stays recognisable (see `UTF16Text`), and is not looked for.
    init(from encoding: TextEncoding, keepsFaults: Bool) {
        self.encoding = encoding
        self.keepsFaults = keepsFaults
    }

    /// Appends the text of `bytes` to `output`. `isLast` says that nothing follows.
    package mutating func append(_ bytes: ArraySlice<UInt8>, isLast: Bool, to output: inout [UInt8]) {
        pending.append(contentsOf: bytes)
        let read: Int
        switch encoding {
        case .utf8: read = appendUTF8(isLast: isLast, to: &output)
        case .gb18030: read = appendGB18030(isLast: isLast, to: &output)
        case .utf16LittleEndian, .utf16BigEndian: read = appendUTF16(isLast: isLast, to: &output)
        }
        pending.removeFirst(read)
        readBytes += read
    }

    private mutating func appendUTF8(isLast: Bool, to output: inout [UInt8]) -> Int {
        let count = isLast ? pending.count : pending.count - Transcoder.cutOffLength(of: pending)
        #if FUZZ_PLANT
            if count == 0, pending.count == 3, pending[0] >= 0xf0 { plantedRead(count) }
        #endif
        if note(upTo: count) {
            output.append(contentsOf: String(decoding: pending[..<count], as: UTF8.self).utf8)
        } else {
            output.append(contentsOf: pending[..<count])
        }
        return count
    }

    private mutating func appendGB18030(isLast: Bool, to output: inout [UInt8]) -> Int {
        let read = unsafe TextEncoding.appendDecoded(pending, room: 3 * pending.count, to: &output) {
            unsafe GB18030.decode($0, into: $1, isLast: isLast)
        }
        note(upTo: read)
        return read
    }

    private mutating func appendUTF16(isLast: Bool, to output: inout [UInt8]) -> Int {
        let before = output.count
        let isBigEndian = encoding == .utf16BigEndian
        let read = unsafe TextEncoding.appendDecoded(pending, room: 2 * pending.count + 3, to: &output) {
            unsafe UTF16Text.decode($0, isBigEndian: isBigEndian, into: $1, isLast: isLast)
        }
        guard !keepsFaults, let bad = TextEncoding.utf8.firstUndecodable(in: output[before...]) else { return read }
        if firstUndecodable == nil {
            firstUndecodable = readBytes + UTF16Text.deliveredLength(of: output[before..<bad])
        }
        let repaired = String(decoding: output[before...], as: UTF8.self)
        output.replaceSubrange(before..., with: repaired.utf8)
        return read
    }

    /// Notes the first fault in the front of `pending`; `true` if there is one.
    @discardableResult
    private mutating func note(upTo count: Int) -> Bool {
        guard let bad = encoding.firstUndecodable(in: pending[..<count]) else { return false }
        if firstUndecodable == nil { firstUndecodable = readBytes + bad }
        return true
    }

    /// Bytes at the end of `bytes` that may be the start of a UTF-8 character.
    private static func cutOffLength(of bytes: [UInt8]) -> Int {
        for length in 1...3 where length <= bytes.count {
            let byte = bytes[bytes.count - length]
            if byte & 0xc0 == 0x80 { continue }
            let needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1
            return needed > length ? length : 0
        }
        return 0
    }
}
