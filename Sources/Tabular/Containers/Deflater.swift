import CZlib

/// One zlib compressor; it owns the C state.
@safe
struct Deflater: ~Copyable {
    /// What stands around the compressed data.
    enum Wrapping {
        /// Header and trailer of gzip.
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

    private let stream: UnsafeMutablePointer<z_stream>
    private static let room = 1 << 16

    /// A compressor of level 1 (fast) to 9 (small).
    init(_ wrapping: Wrapping, level: Int) {
        unsafe stream = .allocate(capacity: 1)
        unsafe stream.initialize(to: z_stream())
        let size = unsafe Int32(MemoryLayout<z_stream>.size)
        let code = unsafe deflateInit2_(
            stream, Int32(level), Z_DEFLATED, wrapping.windowBits, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size)
        precondition(code == Z_OK, "zlib has no memory or another version than its header")
    }

    deinit {
        unsafe deflateEnd(stream)
        unsafe stream.deallocate()
    }

    /// Makes ready for another stretch of data, as the next member of a gzip file.
    mutating func reset() {
        unsafe deflateReset(stream)
    }

    /// Compresses `input`, appending what comes out; with `isLast` the compressed data end here.
    mutating func deflate(_ input: ArraySlice<UInt8>, isLast: Bool, appendingTo output: inout [UInt8]) {
        let stream = unsafe self.stream
        unsafe input.withUnsafeBufferPointer { source in
            unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
            unsafe stream.pointee.avail_in = UInt32(source.count)
            while step(isLast: isLast, appendingTo: &output) == 0 {}
        }
    }

    /// Fills one stretch of output; the room that was left in it.
    private func step(isLast: Bool, appendingTo output: inout [UInt8]) -> Int {
        let stream = unsafe self.stream
        var left = 0
        output.append(addingCapacity: Deflater.room) { (span: inout OutputSpan<UInt8>) in
            unsafe span.withUnsafeMutableBufferPointer { target, filled in
                unsafe stream.pointee.next_out = target.baseAddress
                unsafe stream.pointee.avail_out = UInt32(Deflater.room)
                unsafe CZlib.deflate(stream, isLast ? Z_FINISH : Z_NO_FLUSH)
                left = unsafe Int(stream.pointee.avail_out)
                filled = Deflater.room - left
            }
        }
        return left
    }
}
