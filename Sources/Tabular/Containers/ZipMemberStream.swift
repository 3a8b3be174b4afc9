/// The bytes of one member, inflated while they are read; size and checksum are held to the directory.
final class ZipMemberStream: ByteStream {
    let name: String
    private let entry: ZipEntry
    private let store: ByteStore
    private let limit: ExpansionLimit
    private let inflater = InflaterLibrary.zlib.inflater()
    private var input: [UInt8] = []
    private var inputStart = 0
    private var position: Int
    private var produced = 0
    private var checksum: UInt32 = 0
    private var hasEnded = false

    init(_ entry: ZipEntry, of store: ByteStore, name: String, limit: ExpansionLimit) {
        self.entry = entry
        self.store = store
        self.name = name
        self.limit = limit
        position = entry.dataOffset
    }

    var consumedFileBytes: Int { position - (input.count - inputStart) - entry.dataOffset }

    func read(upTo limit: Int, appendingTo buffer: inout [UInt8]) throws(TabularError) -> Int {
        while !hasEnded {
            let before = buffer.count
            switch entry.method {
            case .stored: try copy(upTo: limit, appendingTo: &buffer)
            case .deflated: try inflate(upTo: limit, appendingTo: &buffer)
            }
            produced += buffer.count - before
            checksum = InflaterLibrary.fastest.checksum(of: buffer[before...], after: checksum)
            try checkGrowth()
            if hasEnded { try checkEnd() }
            if buffer.count > before { return buffer.count - before }
        }
        return 0
    }

    private var dataEnd: Int { entry.dataOffset + entry.compressedSize }

    private func copy(upTo limit: Int, appendingTo buffer: inout [UInt8]) throws(TabularError) {
        position += try store.read(at: position, upTo: min(limit, dataEnd - position), appendingTo: &buffer)
        hasEnded = position == dataEnd
    }

    private func inflate(upTo limit: Int, appendingTo buffer: inout [UInt8]) throws(TabularError) {
        if inputStart == input.count {
            guard position < dataEnd else { throw fault(.truncated) }
            input.removeAll(keepingCapacity: true)
            inputStart = 0
            position += try store.read(at: position, upTo: min(1 << 18, dataEnd - position), appendingTo: &input)
        }
        let step = inflater.inflate(input[inputStart...], upTo: limit, appendingTo: &buffer)
        inputStart += step.consumed
        switch step.state {
        case .underway: break
        case .ended: hasEnded = true
        case .broken: throw fault(.corrupt)
        }
    }

    /// More out than the directory declares, or than the limit allows.
    private func checkGrowth() throws(TabularError) {
        guard produced <= entry.size else { throw fault(.wrongSize) }
        guard entry.method == .deflated else { return }
        try limit.check(
            input: consumedFileBytes, output: produced, file: name, byteOffset: entry.dataOffset + consumedFileBytes)
    }

    private func checkEnd() throws(TabularError) {
        guard produced == entry.size, consumedFileBytes == entry.compressedSize else { throw fault(.wrongSize) }
        guard checksum == entry.checksum else { throw fault(.checksum) }
        try store.checkUnchanged()
    }

    private func fault(_ kind: TabularError.Kind) -> TabularError {
        TabularError(kind, file: name, byteOffset: entry.dataOffset + consumedFileBytes)
    }
}
