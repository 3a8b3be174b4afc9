import Digest
import Tabular

/// SHA-256 of files, read through buffers of our own.
enum FileDigest {
    /// The digest of the file at `path`; `name` stands in errors.
    static func of(_ path: String, name: String) throws(TabularError) -> ContentDigest {
        let stream = FileStream(try RegularFile(path: path, name: name))
        var builder = DigestBuilder()
        var buffer: [UInt8] = []
        while try stream.read(upTo: 1 << 20, appendingTo: &buffer) > 0 {
            builder.update(buffer)
            buffer.removeAll(keepingCapacity: true)
        }
        return builder.finalize()
    }
}
