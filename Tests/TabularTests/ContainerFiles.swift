import CZlib
import Foundation

@testable import Tabular

/// A folder for one test's files, removed with the object.
final class TemporaryFolder {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "/tabular-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit {
        do { try FileManager.default.removeItem(atPath: path) } catch { print(error) }
    }

    /// Writes a new file and returns its path. Nothing waits for the disk, as Foundation does, and file systems where a
    /// file is overwritten: some tests write thousands.
    func write(_ bytes: [UInt8], as name: String) throws -> String {
        let file = "\(path)/\(name)"
        unsafe unlink(file)
        guard let handle = unsafe fopen(file, "w") else { throw POSIXError(.EIO) }
        let written = unsafe fwrite(bytes, 1, bytes.count, handle)
        guard unsafe fclose(handle) == 0, written == bytes.count else { throw POSIXError(.EIO) }
        return file
    }
}

/// Makes compressed files for tests, and archives whose directories can be made to lie.
enum ContainerFiles {
    /// One gzip member.
    static func gzip(_ bytes: [UInt8], level: Int32 = 6, strategy: Int32 = Z_DEFAULT_STRATEGY) -> [UInt8] {
        deflate(bytes, isGzip: true, level: level, strategy: strategy)
    }

    /// One gzip member, or raw deflate data.
    static func deflate(
        _ bytes: [UInt8], isGzip: Bool, level: Int32 = 6, strategy: Int32 = Z_DEFAULT_STRATEGY
    ) -> [UInt8] {
        var stream = unsafe z_stream()
        let size = unsafe Int32(MemoryLayout<z_stream>.size)
        unsafe deflateInit2_(&stream, level, Z_DEFLATED, isGzip ? 31 : -15, 8, strategy, ZLIB_VERSION, size)
        var output = [UInt8](repeating: 0, count: bytes.count + bytes.count / 8 + 256)
        var input = bytes
        let made = unsafe input.withUnsafeMutableBufferPointer { source in
            unsafe output.withUnsafeMutableBufferPointer { target in
                unsafe stream.next_in = source.baseAddress
                unsafe stream.avail_in = UInt32(source.count)
                unsafe stream.next_out = target.baseAddress
                unsafe stream.avail_out = UInt32(target.count)
                unsafe CZlib.deflate(&stream, Z_FINISH)
                return unsafe Int(stream.total_out)
            }
        }
        unsafe deflateEnd(&stream)
        return Array(output[..<made])
    }

    /// A member to be put in an archive; what is not `nil` overrides the truth in the named place.
    struct Member {
        var name: String
        /// The name as it is written, if it is not UTF-8.
        var nameBytes: [UInt8]?
        var bytes: [UInt8]
        /// Bytes that stand before its local header and belong to nothing.
        var gap: [UInt8] = []
        var method: UInt16 = 8
        var flags: UInt16 = 0
        var localName: String?
        var localFlags: UInt16?
        var localMethod: UInt16?
        var localSize: Int?
        var checksum: UInt32?
        var size: Int?
        var headerOffset: Int?
        var unixMode: UInt32 = 0
        var hasDescriptor = false
        var isDescriptorSigned = true
        var descriptorSize: Int?
        var isWide = false
    }

    /// - Parameters:
    ///   - gap: bytes before the directory that belong to nothing.
    ///   - count: members that the end record declares beside a 64-bit one, if not the mark.
    static func zip(
        _ members: [Member], comment: [UInt8] = [], isWide: Bool = false, gap: [UInt8] = [], count: Int? = nil
    ) -> [UInt8] {
        var (archive, directory): ([UInt8], [UInt8]) = ([], [])
        for member in members { add(member, to: &archive, &directory) }
        archive += gap
        let start = archive.count
        archive += directory
        if isWide {
            let record = archive.count
            archive += [0x50, 0x4b, 6, 6] + wide(44) + half(45) + half(45) + word(0) + word(0)
            archive += wide(members.count) + wide(members.count) + wide(directory.count) + wide(start)
            archive += [0x50, 0x4b, 6, 7] + word(0) + wide(record) + word(1)
        }
        archive += [0x50, 0x4b, 5, 6] + half(0) + half(0)
        let declared = count ?? (isWide ? 0xffff : members.count)
        archive += half(declared) + half(declared)
        archive += word(isWide ? 0xffff_ffff : directory.count) + word(isWide ? 0xffff_ffff : start)
        return archive + half(comment.count) + comment
    }

    private static func add(_ member: Member, to archive: inout [UInt8], _ directory: inout [UInt8]) {
        let data = member.method == 8 ? deflate(member.bytes, isGzip: false) : member.bytes
        let truth = unsafe member.bytes.withUnsafeBufferPointer { unsafe crc32(0, $0.baseAddress, UInt32($0.count)) }
        let checksum = Int(member.checksum ?? UInt32(truth))
        let size = member.size ?? member.bytes.count
        archive += member.gap
        let (offset, flags) = (archive.count, Int(member.flags) | (member.hasDescriptor ? 8 : 0))
        let name = member.nameBytes ?? Array(member.name.utf8)
        let local = member.localName.map { Array($0.utf8) } ?? name
        let sizes = word(data.count) + word(size)
        archive += [0x50, 0x4b, 3, 4] + half(20) + half(Int(member.localFlags ?? UInt16(flags)))
        archive += half(Int(member.localMethod ?? member.method)) + word(0)
        archive +=
            member.hasDescriptor
            ? word(0) + word(0) + word(0) : word(checksum) + word(data.count) + word(member.localSize ?? size)
        archive += half(local.count) + half(0) + local + data
        if member.hasDescriptor {
            if member.isDescriptorSigned { archive += [0x50, 0x4b, 7, 8] }
            archive += word(checksum) + word(data.count) + word(member.descriptorSize ?? size)
        }
        let extra =
            member.isWide
            ? half(1) + half(24) + wide(size) + wide(data.count) + wide(member.headerOffset ?? offset) : []
        let mark = word(0xffff_ffff)
        directory +=
            [0x50, 0x4b, 1, 2] + half(3 << 8 | 20) + half(20) + half(flags) + half(Int(member.method)) + word(0)
        directory += word(checksum) + (member.isWide ? mark + mark : sizes)
        directory +=
            half(name.count) + half(extra.count) + half(0) + half(0) + half(0) + word(Int(member.unixMode) << 16)
        directory += (member.isWide ? mark : word(member.headerOffset ?? offset)) + name + extra
    }

    private static func half(_ number: Int) -> [UInt8] { little(number, 2) }
    private static func word(_ number: Int) -> [UInt8] { little(number, 4) }
    private static func wide(_ number: Int) -> [UInt8] { little(number, 8) }

    private static func little(_ number: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }
}

/// Runs `body` and returns what it threw.
func tabularError(_ body: () throws -> Void) -> TabularError? {
    do {
        try body()
        return nil
    } catch {
        return error as? TabularError
    }
}
