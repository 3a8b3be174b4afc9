import CZlib

/// One zlib decompressor; it owns the C state.
@safe
struct Inflater: ~Copyable {
    /// What stands around the compressed data.
    enum Wrapping {
        /// Header and trailer of gzip, whose checksum and length zlib checks.
        case gzip
        /// Nothing, as in zip.
        case none

        fileprivate var windowBits: Int32 {
            switch self {
            case .gzip: 15 + 16
            case .none: -15
            }
        }
    }

    /// Where the data stand after a step.
    enum State: Equatable {
        case underway
        /// The compressed data ended, and gzip's trailer was right.
        case ended
        /// The data are not what they should be.
        case broken(Fault)
    }

    /// What zlib found wrong.
    enum Fault: Equatable {
        case header, data, checksum, length
    }

    /// What one step used and made.
    struct Step {
        var consumed: Int
        var produced: Int
        var state: State
    }

    private let stream: UnsafeMutablePointer<z_stream>

    init(_ wrapping: Wrapping) {
        unsafe stream = .allocate(capacity: 1)
        unsafe stream.initialize(to: z_stream())
        let size = unsafe Int32(MemoryLayout<z_stream>.size)
        let code = unsafe inflateInit2_(stream, wrapping.windowBits, ZLIB_VERSION, size)
        precondition(code == Z_OK, "zlib has no memory or another version than its header")
    }

    deinit {
        unsafe inflateEnd(stream)
        unsafe stream.deallocate()
    }

    /// Makes ready for another stretch of compressed data, as the next member of a gzip file.
    mutating func reset() {
        unsafe inflateReset(stream)
    }

    /// Inflates from `input`, appending at most `limit` bytes to `output`.
    mutating func inflate(_ input: ArraySlice<UInt8>, upTo limit: Int, appendingTo output: inout [UInt8]) -> Step {
        var code = Z_OK
        var produced = 0
        let stream = unsafe self.stream
        unsafe input.withUnsafeBufferPointer { source in
            unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
            unsafe stream.pointee.avail_in = UInt32(source.count)
            output.append(addingCapacity: limit) { (span: inout OutputSpan<UInt8>) in
                unsafe span.withUnsafeMutableBufferPointer { target, filled in
                    unsafe stream.pointee.next_out = target.baseAddress
                    unsafe stream.pointee.avail_out = UInt32(limit)
                    code = unsafe CZlib.inflate(stream, Z_NO_FLUSH)
                    produced = unsafe limit - Int(stream.pointee.avail_out)
                    filled = produced
                }
            }
        }
        let consumed = unsafe input.count - Int(stream.pointee.avail_in)
        return Step(consumed: consumed, produced: produced, state: state(after: code))
    }

    private func state(after code: Int32) -> State {
        switch code {
        case Z_OK, Z_BUF_ERROR: .underway
        case Z_STREAM_END: .ended
        default: .broken(fault)
        }
    }

    /// zlib tells the reason only in words.
    private var fault: Fault {
        guard let message = unsafe stream.pointee.msg else { return .data }
        switch unsafe String(cString: message) {
        case "incorrect header check", "unknown compression method", "unknown header flags set", "header crc mismatch":
            return .header
        case "incorrect data check": return .checksum
        case "incorrect length check": return .length
        default: return .data
        }
    }
}
