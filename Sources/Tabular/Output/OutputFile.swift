#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A new file that is either written completely and synced, or reported.
///
/// Created with `O_EXCL`, mode 0600, symbolic links not followed. A file dropped without `finish()` stays behind
/// incomplete: its owner throws the working folder away.
package struct OutputFile: ~Copyable {
    /// Path as given.
    package let path: String
    private var descriptor: CInt

    /// Creates the file; fails if anything of that name exists.
    package init(creating path: String) throws(OutputFileError) {
        self.path = path
        let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW
        repeat {
            descriptor = unsafe open(path, flags, mode_t(0o600))
        } while descriptor < 0 && errno == EINTR
        guard descriptor >= 0 else { throw OutputFileError(.create, path: path, code: errno) }
    }

    private init(_ descriptor: CInt, path: String) {
        self.descriptor = descriptor
        self.path = path
    }

    /// Writes all of `bytes`, however many calls that takes.
    package mutating func write(_ bytes: [UInt8]) throws(OutputFileError) {
        var offset = 0
        while offset < bytes.count {
            let written = writeSome(of: bytes, from: offset)
            if written > 0 {
                offset += written
            } else if written == 0 {
                throw OutputFileError(.write, path: path, code: ENOSPC)
            } else if errno != EINTR {
                throw OutputFileError(.write, path: path, code: errno)
            }
        }
    }

    /// Syncs the file to the disk and closes it.
    package consuming func finish() throws(OutputFileError) {
        while fsync(descriptor) != 0 {
            guard errno == EINTR else { throw OutputFileError(.sync, path: path, code: errno) }
        }
        let closed = close(descriptor)
        descriptor = -1
        // EINTR leaves the descriptor closed on Linux, and the data is synced already.
        guard closed == 0 || errno == EINTR else { throw OutputFileError(.close, path: path, code: errno) }
    }

    deinit {
        if descriptor >= 0 { _ = close(descriptor) }
    }

    private func writeSome(of bytes: [UInt8], from offset: Int) -> Int {
        unsafe bytes.withUnsafeBytes { buffer in
            let rest = unsafe UnsafeRawBufferPointer(rebasing: buffer[offset...])
            #if canImport(Glibc)
                return unsafe Glibc.write(descriptor, rest.baseAddress, rest.count)
            #elseif canImport(Musl)
                return unsafe Musl.write(descriptor, rest.baseAddress, rest.count)
            #else
                return unsafe Darwin.write(descriptor, rest.baseAddress, rest.count)
            #endif
        }
    }
}

extension OutputFile {
    /// Writes a whole file at once.
    package static func write(_ bytes: [UInt8], to path: String) throws(OutputFileError) {
        var file = try OutputFile(creating: path)
        try file.write(bytes)
        try file.finish()
    }

    /// Syncs a file that a library wrote.
    package static func sync(existing path: String) throws(OutputFileError) {
        var descriptor: CInt
        repeat {
            descriptor = unsafe open(path, O_RDWR | O_CLOEXEC | O_NOFOLLOW)
        } while descriptor < 0 && errno == EINTR
        guard descriptor >= 0 else { throw OutputFileError(.open, path: path, code: errno) }
        try OutputFile(descriptor, path: path).finish()
    }
}

/// A file that could not be written.
package struct OutputFileError: Error, Hashable, Sendable {
    /// What was being done.
    package enum Operation: String, Hashable, Sendable {
        case create, open, write, sync, close
    }

    package let operation: Operation
    package let path: String
    /// The system's `errno`.
    package let code: CInt

    package init(_ operation: Operation, path: String, code: CInt) {
        self.operation = operation
        self.path = path
        self.code = code
    }
}

extension OutputFileError: CustomStringConvertible {
    package var description: String {
        let reason = unsafe String(cString: strerror(code))
        return "cannot \(operation.rawValue) \(path): \(reason)"
    }
}
