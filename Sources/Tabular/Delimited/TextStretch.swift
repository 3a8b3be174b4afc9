import CScan

/// A stretch of whole lines out of a plain text file, for looking into a large table without reading all of it.
///
/// It begins behind a line end, which may be one inside a quoted field: its first rows are not to be trusted before one
/// has been split without a defect.
package struct TextStretch: Sendable {
    /// The lines, in the encoding of the file.
    package let bytes: [UInt8]
    /// Where they begin in the file.
    package let byteOffset: Int
    /// The file ends with them.
    package let isLast: Bool

    /// The whole lines among `count` bytes of the file at `path` from `offset` on; `nil` if no line begins there.
    package init?(path: String, from offset: Int, count: Int) throws(TabularError) {
        let file = try RegularFile(path: path)
        var bytes: [UInt8] = []
        while bytes.count < count {
            let at = offset + bytes.count
            guard try file.read(at: at, upTo: count - bytes.count, appendingTo: &bytes) > 0 else { break }
        }
        isLast = offset + bytes.count >= file.size
        guard let start = TextStretch.lineStart(in: bytes) else { return nil }
        let end = isLast ? bytes.count : (bytes.lastIndex(of: 0x0a) ?? bytes.lastIndex(of: 0x0d)).map { $0 + 1 } ?? 0
        guard start < end else { return nil }
        self.bytes = Array(bytes[start..<end])
        byteOffset = offset + start
    }

    /// Line ends of the file at `path` before a byte of it: the number of lines before the one that begins there.
    package static func lineEnds(path: String, before offset: Int) throws(TabularError) -> Int {
        let file = try RegularFile(path: path)
        var tally = LineEndTally()
        var position = 0
        var bytes: [UInt8] = []
        while position < offset {
            bytes.removeAll(keepingCapacity: true)
            let wanted = min(blockSize, offset - position)
            let count = try file.read(at: position, upTo: wanted, appendingTo: &bytes)
            if count == 0 { break }
            tally.add(bytes[...])
            position += count
        }
        return tally.total
    }

    private static func lineStart(in bytes: [UInt8]) -> Int? {
        guard let end = bytes.firstIndex(where: { $0 == 0x0a || $0 == 0x0d }) else { return nil }
        let isPair = bytes[end] == 0x0d && end + 1 < bytes.count && bytes[end + 1] == 0x0a
        return end + (isPair ? 2 : 1)
    }
}

/// Line ends of a text by kind, counted piece by piece.
package struct LineEndTally: Hashable, Sendable {
    /// LF alone, CR and LF, CR alone.
    package private(set) var feeds = 0
    package private(set) var pairs = 0
    package private(set) var returns = 0
    private var last: UInt8 = 0

    package init() {}

    /// All of them.
    package var total: Int { feeds + pairs + returns }

    /// Counts the line ends of the next piece of the text, UTF-8 or GB18030.
    package mutating func add(_ bytes: ArraySlice<UInt8>) {
        guard let end = bytes.last else { return }
        let found = unsafe bytes.withUnsafeBufferPointer { text in
            unsafe scan_count_line_ends(text.baseAddress, text.count, last)
        }
        // A CR that ended the piece before was counted as one alone.
        feeds += found.feeds - found.pairs
        returns += found.returns - found.pairs
        pairs += found.pairs
        last = end
    }
}
