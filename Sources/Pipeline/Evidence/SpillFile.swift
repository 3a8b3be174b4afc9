import Glibc

/// A scratch file of the run in its output folder, for its owner only. Its name is removed as soon as it is open, so that it
/// vanishes with the process, however that ends.
///
/// Written from front to back by one task, then read by several.
final class SpillFile: Sendable {
    /// Path for messages.
    let path: String
    private let descriptor: Int32

    /// Creates the file in `folder`. Exit 73 if that can't be done.
    init(in folder: String) throws {
        // Should the process end between the two calls, the next run removes what begins like this.
        path = "\(folder)/.work-evidence-\(RunIdentity.current.id)"
        let flags = O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW
        descriptor = unsafe open(path, flags, mode_t(0o600))
        guard descriptor >= 0 else { throw RunError.cannotCreate(path, errno: errno) }
        guard unsafe unlink(path) == 0 else {
            close(descriptor)
            throw RunError.cannotCreate(path, errno: errno)
        }
    }

    deinit {
        close(descriptor)
    }

    /// Writes all of `bytes` at `offset`. Exit 74 if the disk is full or fails.
    func write(_ bytes: [UInt8], at offset: Int) throws {
        var done = 0
        while done < bytes.count {
            let count = unsafe bytes.withUnsafeBytes { buffer in
                let rest = unsafe UnsafeRawBufferPointer(rebasing: buffer[done...])
                return unsafe pwrite(descriptor, rest.baseAddress, rest.count, off_t(offset + done))
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw RunError.inputOutput(path, errno: count == 0 ? ENOSPC : errno) }
            done += count
        }
    }

    /// The bytes of `range`, all of which were written. Exit 74 if they can't be read.
    func bytes(_ range: Range<Int>) throws -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: range.count)
        var done = 0
        while done < range.count {
            let count = unsafe bytes.withUnsafeMutableBytes { buffer in
                let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[done...])
                return unsafe pread(descriptor, rest.baseAddress, rest.count, off_t(range.lowerBound + done))
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw RunError.inputOutput(path, errno: count == 0 ? EIO : errno) }
            done += count
        }
        return bytes
    }
}
