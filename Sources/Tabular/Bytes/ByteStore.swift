/// Bytes that can be read at any place: a file, or a small one already in memory.
package enum ByteStore {
    case file(RegularFile)
    case memory([UInt8], name: String)

    /// Name for messages.
    package var name: String {
        switch self {
        case .file(let file): file.name
        case .memory(_, let name): name
        }
    }

    /// Size in bytes.
    package var size: Int {
        switch self {
        case .file(let file): file.size
        case .memory(let bytes, _): bytes.count
        }
    }

    /// Appends at most `count` bytes from `offset` on and returns how many; 0 at the end.
    func read(at offset: Int, upTo count: Int, appendingTo buffer: inout [UInt8]) throws(TabularError) -> Int {
        switch self {
        case .file(let file):
            return try file.read(at: offset, upTo: count, appendingTo: &buffer)
        case .memory(let bytes, _):
            let end = min(offset + count, bytes.count)
            guard offset < end else { return 0 }
            buffer.append(contentsOf: bytes[offset..<end])
            return end - offset
        }
    }

    /// Exactly the bytes of `range`; a range beyond the end is `truncated`.
    func bytes(_ range: Range<Int>) throws(TabularError) -> [UInt8] {
        guard range.lowerBound >= 0, range.upperBound <= size else {
            throw TabularError(.truncated, file: name, byteOffset: size)
        }
        var result: [UInt8] = []
        while result.count < range.count {
            _ = try read(at: range.lowerBound + result.count, upTo: range.count - result.count, appendingTo: &result)
        }
        return result
    }

    /// Fails if a file is not what it was when it was opened.
    func checkUnchanged() throws(TabularError) {
        if case .file(let file) = self { try file.checkUnchanged() }
    }
}
