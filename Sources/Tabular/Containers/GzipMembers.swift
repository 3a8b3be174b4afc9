/// A walk over the members of a gzip file with one inflater.
///
/// The convenience reader of zlib takes a cut file for a short one, passes plain files through and leaves bytes after
/// the last member unread, so the members are walked here: every one must end with a right checksum and length, and
/// nothing may follow the last.
struct GzipMembers: ~Copyable {
    private var input: GzipInput
    private let limit: ExpansionLimit
    private let library: InflaterLibrary
    private let inflater: any Inflater
    private var produced = 0
    private var memberBytes: UInt32 = 0
    private var checksum: UInt32 = 0
    private var state = State.memberStart(isFirst: true)

    private enum State {
        case memberStart(isFirst: Bool)
        case insideMember
        case atEnd
    }

    /// Output is made in steps that end at multiples of this and behind the limits. There the growth is looked at: at places
    /// that do not depend on how much is asked for. A step stays in the processor's cache until its checksum is made.
    private static let stepBytes = 1 << 18
    /// Input that an inflater other than the judge may have read ahead.
    private static let slack = 16

    init(_ store: ByteStore, limit: ExpansionLimit, library: InflaterLibrary) {
        input = GzipInput(store)
        self.limit = limit
        self.library = library
        inflater = library.inflater()
    }

    /// Byte of the file up to which it is used up.
    var position: Int { input.position }

    /// Appends at most `limit` bytes to `buffer` and returns how many; 0 only at the end of the last member.
    mutating func read(upTo limit: Int, appendingTo buffer: inout [UInt8]) throws(TabularError) -> Int {
        var count = 0
        while count < limit {
            switch state {
            case .atEnd: return count
            case .memberStart(let isFirst): try beginMember(isFirst: isFirst)
            case .insideMember: count += try step(upTo: limit - count, appendingTo: &buffer)
            }
        }
        return count
    }

    private mutating func beginMember(isFirst: Bool) throws(TabularError) {
        guard try GzipHeader.skip(in: &input, isFirst: isFirst) else {
            try input.store.checkUnchanged()
            state = .atEnd
            return
        }
        if !isFirst { inflater.reset() }
        (memberBytes, checksum) = (0, 0)
        state = .insideMember
    }

    /// One step of the inflater and what follows from it.
    private mutating func step(upTo room: Int, appendingTo buffer: inout [UInt8]) throws(TabularError) -> Int {
        try input.fill()
        let untilBorder = untilBorder
        let step = inflater.inflate(input.rest, upTo: min(room, untilBorder), appendingTo: &buffer)
        input.skip(step.consumed)
        produced += step.produced
        memberBytes &+= UInt32(truncatingIfNeeded: step.produced)
        checksum = library.checksum(of: buffer[(buffer.count - step.produced)...], after: checksum)
        if step.produced == untilBorder || step.state != .underway { try checkGrowth() }
        switch step.state {
        case .broken: throw input.fault(.corrupt)
        case .ended: try endMember()
        case .underway where step.consumed == 0 && step.produced == 0: throw input.fault(.truncated)
        case .underway: break
        }
        return step.produced
    }

    /// Bytes of output up to the next place where the growth is looked at.
    private var untilBorder: Int {
        let steps = GzipMembers.stepBytes - produced % GzipMembers.stepBytes
        return [limit.grace, limit.total].reduce(steps) { border, limit in
            limit >= produced && limit - produced < border ? limit - produced + 1 : border
        }
    }

    private func checkGrowth() throws(TabularError) {
        let used = library == .judge ? position : max(1, position - GzipMembers.slack)
        try limit.check(input: used, output: produced, file: input.store.name, byteOffset: position)
    }

    private mutating func endMember() throws(TabularError) {
        guard try input.word() == checksum else { throw input.fault(.checksum, back: 4) }
        guard try input.word() == memberBytes else {
            #if FUZZ_PLANT
                plantedRead(Int(memberBytes))
            #endif
            throw input.fault(.wrongSize, back: 4)
        }
        state = .memberStart(isFirst: false)
    }
}
