/// A member of a zip archive, as its directory declares it.
package struct ZipEntry: Hashable, Sendable {
    /// The name with `/` between its parts; never absolute, never with `..`.
    package var name: String
    /// The file is stored or deflated.
    package var method: Method
    package var checksum: UInt32
    package var compressedSize: Int
    package var size: Int
    /// Where its local header begins in the archive.
    package var headerOffset: Int
    /// Where its data begin in the archive.
    package var dataOffset: Int

    /// How the data are kept.
    package enum Method: UInt16, Sendable {
        case stored = 0
        case deflated = 8
    }
}
