/// A gzip file of one or more members, inflated while it is read.
///
/// The convenience reader of zlib takes a cut file for a short one, passes plain files through and leaves bytes after
/// the last member unread, so the members are walked here: every one must end with a right checksum and length, and
/// nothing may follow the last.
package final class GzipStream: ByteStream {
    private let file: ByteStore
    private let limit: ExpansionLimit
    private var inflater = Inflater(.gzip)
    private var input: [UInt8] = []
    private var inputStart = 0
    private var filePosition = 0
    private var produced = 0
    private var state = State.memberStart(isFirst: true)

    private enum State {
        case memberStart(isFirst: Bool)
        case insideMember
        case atEnd
    }

    package convenience init(_ file: RegularFile, limit: ExpansionLimit = ExpansionLimit()) {
        self.init(.file(file), limit: limit)
    }

    /// The members of a file, or of one already in memory.
    package init(_ store: ByteStore, limit: ExpansionLimit = ExpansionLimit()) {
        file = store
        self.limit = limit
    }

    package var name: String { file.name }

    package var consumedFileBytes: Int { filePosition - (input.count - inputStart) }

    package func read(upTo limit: Int, appendingTo buffer: inout [UInt8]) throws(TabularError) -> Int {
        while true {
            switch state {
            case .atEnd:
                return 0
            case .memberStart(let isFirst):
                try beginMember(isFirst: isFirst)
            case .insideMember:
                let count = try inflate(upTo: limit, appendingTo: &buffer)
                if count > 0 { return count }
            }
        }
    }

    /// Looks for the two magic bytes of a member, or for the end of the file after at least one member.
    private func beginMember(isFirst: Bool) throws(TabularError) {
        while input.count - inputStart < 2, try refill() {}
        let next = input[inputStart...].prefix(2)
        if next.isEmpty, !isFirst {
            try file.checkUnchanged()
            state = .atEnd
        } else if next.elementsEqual([0x1f, 0x8b]) {
            inflater.reset()
            state = .insideMember
        } else {
            throw TabularError(isFirst ? .notGzip : .trailingBytes, file: name, byteOffset: consumedFileBytes)
        }
    }

    private func inflate(upTo limit: Int, appendingTo buffer: inout [UInt8]) throws(TabularError) -> Int {
        if inputStart == input.count, try !refill() {
            throw TabularError(.truncated, file: name, byteOffset: file.size)
        }
        let step = inflater.inflate(input[inputStart...], upTo: limit, appendingTo: &buffer)
        inputStart += step.consumed
        produced += step.produced
        try self.limit.check(
            input: consumedFileBytes, output: produced, file: name, byteOffset: consumedFileBytes)
        switch step.state {
        case .underway: break
        case .ended: state = .memberStart(isFirst: false)
        case .broken(let fault):
            #if FUZZ_PLANT
                if fault == .length { plantedRead(step.produced) }
            #endif
            throw TabularError(fault.kind, file: name, byteOffset: consumedFileBytes)
        }
        return step.produced
    }

    /// Reads the next block of the file behind what is left of the last; `false` at its end.
    private func refill() throws(TabularError) -> Bool {
        input.removeFirst(inputStart)
        inputStart = 0
        let count = try file.read(at: filePosition, upTo: 1 << 18, appendingTo: &input)
        filePosition += count
        return count > 0
    }
}

extension Inflater.Fault {
    /// The fault as the file's error.
    var kind: TabularError.Kind {
        switch self {
        case .header: .notGzip
        case .data: .corrupt
        case .checksum: .checksum
        case .length: .wrongSize
        }
    }
}
