import CZlib

/// An inflater of zlib; it owns the C state.
@safe
final class ZlibInflater: Inflater {
    private let stream: UnsafeMutablePointer<z_stream>
    /// Window size, negative for data without a wrapping.
    private static let windowBits: Int32 = -15

    init() {
        unsafe stream = .allocate(capacity: 1)
        unsafe stream.initialize(to: z_stream())
        let size = unsafe Int32(MemoryLayout<z_stream>.size)
        let code = unsafe inflateInit2_(stream, ZlibInflater.windowBits, ZLIB_VERSION, size)
        precondition(code == Z_OK, "zlib has no memory or another version than its header")
    }

    deinit {
        unsafe inflateEnd(stream)
        unsafe stream.deallocate()
    }

    func reset() {
        unsafe inflateReset(stream)
    }

    func inflate(_ input: ArraySlice<UInt8>, upTo limit: Int, appendingTo output: inout [UInt8]) -> InflaterStep {
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
        return InflaterStep(consumed: consumed, produced: produced, state: ZlibInflater.state(after: code))
    }

    private static func state(after code: Int32) -> InflaterStep.State {
        switch code {
        case Z_OK, Z_BUF_ERROR: .underway
        case Z_STREAM_END: .ended
        default: .broken
        }
    }
}
