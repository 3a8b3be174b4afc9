/// The compressed side of a gzip file: blocks of it read in order, with bytes taken off the front.
///
/// Blocks begin at fixed places of the file and are read when nothing is left, so that the same steps of an inflater meet
/// the same input however the output is asked for.
struct GzipInput: ~Copyable {
    let store: ByteStore
    private var bytes: [UInt8] = []
    private var start = 0
    private var filePosition = 0

    private static let blockBytes = 1 << 18
    /// Used bytes that are kept, because an inflater that has read ahead may give some back.
    private static let keptBytes = 8

    init(_ store: ByteStore) {
        self.store = store
    }

    /// Byte of the file at which the unused bytes begin.
    var position: Int { filePosition - (bytes.count - start) }

    /// The unused bytes.
    var rest: ArraySlice<UInt8> { bytes[start...] }

    /// Reads the next block if no unused bytes are left.
    mutating func fill() throws(TabularError) {
        guard start == bytes.count else { return }
        bytes.removeFirst(max(0, start - GzipInput.keptBytes))
        start = bytes.count
        filePosition += try store.read(at: filePosition, upTo: GzipInput.blockBytes, appendingTo: &bytes)
    }

    /// Takes bytes off the front; a negative count gives some back.
    mutating func skip(_ count: Int) {
        start += count
    }

    /// The next byte, taken; `nil` at the end of the file.
    mutating func next() throws(TabularError) -> UInt8? {
        try fill()
        guard start < bytes.count else { return nil }
        defer { start += 1 }
        return bytes[start]
    }

    /// The next byte, taken; at the end of the file it is cut.
    mutating func byte() throws(TabularError) -> UInt8 {
        guard let byte = try next() else { throw fault(.truncated) }
        return byte
    }

    /// A little-endian number of four bytes.
    mutating func word() throws(TabularError) -> UInt32 {
        var number: UInt32 = 0
        for shift in 0..<4 { number |= UInt32(try byte()) << UInt32(8 * shift) }
        return number
    }

    /// A fault at the front of the unused bytes, or `back` bytes before it.
    func fault(_ kind: TabularError.Kind, back: Int = 0) -> TabularError {
        TabularError(kind, file: store.name, byteOffset: position - back)
    }
}
