import CScan

extension TextEncoding {
    /// The text of `bytes`, with U+FFFD where they do not decode.
    package func decode(_ bytes: ArraySlice<UInt8>) -> String {
        switch self {
        case .utf8:
            return String(decoding: bytes, as: UTF8.self)
        case .gb18030:
            return unsafe bytes.withUnsafeBufferPointer { source in
                unsafe String(unsafeUninitializedCapacity: 3 * source.count) {
                    unsafe GB18030.decode(source, into: $0).written
                }
            }
        case .utf16LittleEndian, .utf16BigEndian:
            var utf8: [UInt8] = []
            var transcoder = Transcoder(from: self)
            transcoder.append(bytes, isLast: true, to: &utf8)
            return String(decoding: utf8, as: UTF8.self)
        }
    }

    /// The text of `bytes`, or `nil` if any of them do not decode.
    package func decodeStrictly(_ bytes: ArraySlice<UInt8>) -> String? {
        firstUndecodable(in: bytes) == nil ? decode(bytes) : nil
    }

    /// Index in `bytes` of the first byte of what does not decode, or `nil`. About the speed of memory for ASCII.
    package func firstUndecodable(in bytes: ArraySlice<UInt8>) -> Int? {
        let valid: Int
        switch self {
        case .utf8:
            valid = unsafe bytes.withUnsafeBufferPointer { unsafe scan_utf8_prefix($0.baseAddress, $0.count) }
        case .gb18030:
            valid = unsafe bytes.withUnsafeBufferPointer { unsafe scan_gb18030_prefix($0.baseAddress, $0.count) }
        case .utf16LittleEndian, .utf16BigEndian:
            var (utf8, transcoder): ([UInt8], Transcoder) = ([], Transcoder(from: self))
            transcoder.append(bytes, isLast: true, to: &utf8)
            valid = transcoder.firstUndecodable ?? bytes.count
        }
        return valid == bytes.count ? nil : bytes.startIndex + valid
    }

    /// The bytes of `text`, without a byte order mark; `nil` if the encoding lacks a character of it.
    package func encode(_ text: String) -> [UInt8]? {
        switch self {
        case .utf8: Array(text.utf8)
        case .gb18030: GB18030.encode(text)
        case .utf16LittleEndian: UTF16Text.encode(text, isBigEndian: false)
        case .utf16BigEndian: UTF16Text.encode(text, isBigEndian: true)
        }
    }

    /// Lets `decode` write at most `room` bytes behind `output`; it returns what it read and wrote.
    static func appendDecoded(
        _ bytes: [UInt8], room: Int, to output: inout [UInt8],
        with decode: (UnsafeBufferPointer<UInt8>, UnsafeMutableBufferPointer<UInt8>) -> (read: Int, written: Int)
    ) -> Int {
        var read = 0
        unsafe bytes.withUnsafeBufferPointer { source in
            output.append(addingCapacity: room) { (span: inout OutputSpan<UInt8>) in
                unsafe span.withUnsafeMutableBufferPointer { target, filled in
                    (read, filled) = unsafe decode(source, target)
                }
            }
        }
        return read
    }
}
