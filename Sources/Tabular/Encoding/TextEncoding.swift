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
}
