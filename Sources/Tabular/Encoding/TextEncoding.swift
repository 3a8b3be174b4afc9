/// An encoding in which a text table or document may be delivered.
package enum TextEncoding: String, Sendable, Codable, CaseIterable {
    case utf8 = "UTF-8"
    case gb18030 = "GB18030"
    case utf16LittleEndian = "UTF-16LE"
    case utf16BigEndian = "UTF-16BE"

    /// The encoding meant by a label as pipelines and XML declarations write it, in any case; `nil` if unknown. GBK and
    /// GB2312 are parts of GB18030; `UTF-16` without an order means little-endian.
    package init?(label: String) {
        switch label.uppercased() {
        case "UTF-8", "UTF8", "US-ASCII", "ASCII": self = .utf8
        case "GB18030", "GBK", "GB2312", "GB_2312-80", "CP936", "936", "X-GBK": self = .gb18030
        case "UTF-16LE", "UTF-16", "UNICODE": self = .utf16LittleEndian
        case "UTF-16BE": self = .utf16BigEndian
        default: return nil
        }
    }

    /// The byte order mark of the encoding.
    package var byteOrderMark: [UInt8] {
        switch self {
        case .utf8: [0xef, 0xbb, 0xbf]
        case .gb18030: [0x84, 0x31, 0x95, 0x33]
        case .utf16LittleEndian: [0xff, 0xfe]
        case .utf16BigEndian: [0xfe, 0xff]
        }
    }

    /// The text of `bytes`, with U+FFFD where they do not decode.
    package func decode(_ bytes: ArraySlice<UInt8>) -> String {
        switch self {
        case .utf8: String(decoding: bytes, as: UTF8.self)
        case .gb18030, .utf16LittleEndian, .utf16BigEndian: String(decoding: utf8(of: bytes), as: UTF8.self)
        }
    }

    /// The text of `bytes`, or `nil` if any of them do not decode.
    package func decodeStrictly(_ bytes: ArraySlice<UInt8>) -> String? {
        firstUndecodable(in: bytes) == nil ? decode(bytes) : nil
    }

    /// The bytes of `text`, without a byte order mark; `nil` if the encoding lacks a character of it.
    package func encode(_ text: String) -> [UInt8]? {
        switch self {
        case .utf8: Array(text.utf8)
        case .gb18030: GB18030.encode(text)
        case .utf16LittleEndian: text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
        case .utf16BigEndian: text.utf16.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }
        }
    }

    /// Index in `bytes` of the first byte that does not decode, or `nil`.
    package func firstUndecodable(in bytes: ArraySlice<UInt8>) -> Int? {
        nil
    }

    /// The text of `bytes` in UTF-8, with U+FFFD where they do not decode.
    private func utf8(of bytes: ArraySlice<UInt8>) -> [UInt8] {
        []
    }
}

enum GB18030 {
    static func encode(_ text: String) -> [UInt8]? { nil }
}
