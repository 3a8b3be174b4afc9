import CInflate
import CZlib

/// Undoes raw deflate, the compression inside gzip and zip. What stands around the data is the caller's.
protocol Inflater: AnyObject {
    /// Makes ready for another stretch of compressed data.
    func reset()

    /// Inflates from `input`, appending at most `limit` bytes to `output`; `limit` is over 0.
    func inflate(_ input: ArraySlice<UInt8>, upTo limit: Int, appendingTo output: inout [UInt8]) -> InflaterStep
}

/// What one step of an inflater used and made.
struct InflaterStep {
    /// Bytes used up. What was read ahead of the end of the data is given back, so it may be as low as -7.
    var consumed: Int
    var produced: Int
    var state: State

    /// Where the data stand after the step.
    enum State: Equatable {
        case underway
        /// The compressed data ended.
        case ended
        /// The data are not deflate.
        case broken
    }
}

/// The library that inflates.
package enum InflaterLibrary: String, Sendable, CaseIterable {
    case zlib
    /// Twice as fast, but not on every machine.
    case isal

    /// The fastest on this machine.
    package static let fastest: InflaterLibrary = isal_is_usable() == 1 ? .isal : .zlib

    /// Where data are damaged, libraries differ in what they say and where. This one is the judge; of any other only "so
    /// far nothing is wrong" is believed.
    static let judge = InflaterLibrary.zlib

    /// An inflater at the start of compressed data.
    func inflater() -> any Inflater {
        switch self {
        case .zlib: ZlibInflater()
        case .isal: IsalInflater()
        }
    }

    /// CRC-32 of bytes that follow others.
    func checksum(of bytes: ArraySlice<UInt8>, after previous: UInt32) -> UInt32 {
        guard !bytes.isEmpty else { return previous }
        return unsafe bytes.withUnsafeBufferPointer { bytes in
            switch self {
            case .zlib: unsafe UInt32(crc32_z(UInt(previous), bytes.baseAddress, bytes.count))
            case .isal: unsafe isal_checksum(previous, bytes.baseAddress, bytes.count)
            }
        }
    }
}
