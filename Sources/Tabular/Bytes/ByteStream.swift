/// Bytes pulled in order, after compression is undone.
package protocol ByteStream: AnyObject {
    /// Name for messages: the file's, or `archive.zip!member`.
    var name: String { get }

    /// Appends at most `limit` bytes to `buffer` and returns how many; 0 only at the end, when all checks of the
    /// container have passed.
    func read(upTo limit: Int, appendingTo buffer: inout [UInt8]) throws(TabularError) -> Int

    /// Bytes of the file on the disk that have been used up so far, for progress.
    var consumedFileBytes: Int { get }
}

extension ByteStream {
    /// Appends bytes until `buffer` holds `count` or the stream ends; `false` at the end.
    package func fill(_ buffer: inout [UInt8], to count: Int) throws(TabularError) -> Bool {
        while buffer.count < count {
            let read = try read(upTo: min(count - buffer.count, blockSize), appendingTo: &buffer)
            if read == 0 { return false }
        }
        return true
    }

    /// All bytes up to the end; more than `limit` is an error.
    package func readAll(upTo limit: Int) throws(TabularError) -> [UInt8] {
        var bytes: [UInt8] = []
        if try fill(&bytes, to: limit + 1) {
            throw TabularError(.sizeLimit, file: name, byteOffset: consumedFileBytes, cause: .limit(limit))
        }
        return bytes
    }
}

/// Bytes asked for at once from the system.
package let blockSize = 1 << 20
