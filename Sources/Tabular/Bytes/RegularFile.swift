import Glibc

/// An open regular file, read by position into our own buffers.
///
/// Never a symbolic link, pipe, device or folder, and never mapped: a file cut short while it is read must end in an
/// error, not in a signal.
package final class RegularFile {
    /// Name for messages.
    package let name: String
    /// Bytes when it was opened.
    package let size: Int
    private let descriptor: Int32
    private let modified: timespec

    /// Opens the file at `path`; `name` is what messages call it, by default the last part of the path.
    package init(path: String, name: String? = nil) throws(TabularError) {
        let name = name ?? RegularFile.lastComponent(of: path)
        let descriptor = unsafe open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else {
            let code = errno
            throw TabularError(
                code == ELOOP ? .notRegularFile : .cannotOpen, file: name, cause: .systemCall(errno: code))
        }
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            throw TabularError(.notRegularFile, file: name)
        }
        self.name = name
        self.descriptor = descriptor
        size = Int(status.st_size)
        modified = status.st_mtim
    }

    deinit {
        close(descriptor)
    }

    /// Appends at most `count` bytes from `offset` on and returns how many; 0 at the end of the size it was opened with.
    func read(at offset: Int, upTo count: Int, appendingTo buffer: inout [UInt8]) throws(TabularError) -> Int {
        let wanted = min(count, size - offset)
        guard wanted > 0 else { return 0 }
        let (got, code) = readOnce(at: offset, count: wanted, appendingTo: &buffer)
        guard got >= 0 else {
            throw TabularError(.readFailed, file: name, byteOffset: offset, cause: .systemCall(errno: code))
        }
        guard got > 0 else { throw TabularError(.cutShort, file: name, byteOffset: offset) }
        return got
    }

    /// Fails if the file's size or modification time is not what it was when it was opened.
    func checkUnchanged() throws(TabularError) {
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0, Int(status.st_size) == size,
            status.st_mtim.tv_sec == modified.tv_sec, status.st_mtim.tv_nsec == modified.tv_nsec
        else { throw TabularError(.changedWhileRead, file: name) }
    }

    /// One `pread`, repeated if a signal came between. Returns the count or -1, and `errno`.
    private func readOnce(at offset: Int, count: Int, appendingTo buffer: inout [UInt8]) -> (Int, Int32) {
        var result = (0, Int32(0))
        buffer.append(addingCapacity: count) { (span: inout OutputSpan<UInt8>) in
            unsafe span.withUnsafeMutableBufferPointer { bytes, filled in
                repeat {
                    unsafe result = (pread(descriptor, bytes.baseAddress, count, off_t(offset)), errno)
                } while result.0 < 0 && result.1 == EINTR
                filled = max(0, result.0)
            }
        }
        return result
    }

    /// The part of `path` after its last slash.
    static func lastComponent(of path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }
}

/// A regular file read from its first byte to its last.
package final class FileStream: ByteStream {
    private let file: RegularFile
    private var position = 0

    package init(_ file: RegularFile) {
        self.file = file
    }

    package var name: String { file.name }

    package var consumedFileBytes: Int { position }

    package func read(upTo limit: Int, appendingTo buffer: inout [UInt8]) throws(TabularError) -> Int {
        let count = try file.read(at: position, upTo: limit, appendingTo: &buffer)
        position += count
        if count == 0 { try file.checkUnchanged() }
        return count
    }
}
