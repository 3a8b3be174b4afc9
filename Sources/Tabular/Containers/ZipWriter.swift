import CZlib

/// Builds a zip archive in memory: deflated members with UTF-8 names, a fixed time, no extras. For small archives.
package struct ZipWriter {
    private var archive: [UInt8] = []
    private var directory: [UInt8] = []
    private var count = 0

    package init() {}

    /// Adds a member. Its name has at most 65,535 bytes; archive and members stay below 4 GiB.
    package mutating func add(_ name: String, _ content: [UInt8]) {
        var deflater = Deflater(.none, level: 6)
        var compressed: [UInt8] = []
        deflater.deflate(content[...], isLast: true, appendingTo: &compressed)
        let offset = archive.count
        var shared: [UInt8] = []
        shared.append(little: 20, bytes: 2)
        shared.append(little: ZipWriter.namesAreUTF8, bytes: 2)
        shared.append(little: 8, bytes: 2)
        shared.append(little: ZipWriter.time, bytes: 4)
        shared.append(little: ZipWriter.checksum(content), bytes: 4)
        shared.append(little: compressed.count, bytes: 4)
        shared.append(little: content.count, bytes: 4)
        shared.append(little: name.utf8.count, bytes: 2)
        shared.append(little: 0, bytes: 2)
        archive.append(little: 0x0403_4B50, bytes: 4)
        archive += shared + Array(name.utf8) + compressed
        directory.append(little: 0x0201_4B50, bytes: 4)
        directory.append(little: 20, bytes: 2)
        directory += shared
        for _ in 0..<3 { directory.append(little: 0, bytes: 2) }
        directory.append(little: 0, bytes: 4)
        directory.append(little: offset, bytes: 4)
        directory += Array(name.utf8)
        count += 1
    }

    /// The whole archive.
    package consuming func finished() -> [UInt8] {
        var end: [UInt8] = []
        end.append(little: 0x0605_4B50, bytes: 4)
        end.append(little: 0, bytes: 4)
        end.append(little: count, bytes: 2)
        end.append(little: count, bytes: 2)
        end.append(little: directory.count, bytes: 4)
        end.append(little: archive.count, bytes: 4)
        end.append(little: 0, bytes: 2)
        return archive + directory + end
    }

    private static let namesAreUTF8 = 0x0800
    /// 1 January 2020, 00:00, as MS-DOS writes date and time.
    private static let time = (40 << 9 | 1 << 5 | 1) << 16

    private static func checksum(_ bytes: [UInt8]) -> Int {
        Int(unsafe bytes.withUnsafeBufferPointer { unsafe crc32(0, $0.baseAddress, UInt32($0.count)) })
    }
}

extension [UInt8] {
    /// Appends a whole number in little-endian order.
    fileprivate mutating func append(little value: Int, bytes: Int) {
        for shift in 0..<bytes { append(UInt8(truncatingIfNeeded: value >> (8 * shift))) }
    }
}
